"""Write the small sums of ``sums.yaml`` as XBRL, one file each, for Arelle to check."""

from pathlib import Path

from cases import Case, cases
from made_sums import instance, schema


def write(folder: Path) -> list[Path]:
    """Return the paths of the instances, in the order of the cases."""
    return [_write(folder, number, case) for number, case in enumerate(cases())]


def _write(folder: Path, number: int, case: Case) -> Path:
    weights = [-1 if printed and printed[0].startswith("-") else 1 for printed in case.parts]
    facts = [
        (f"p{place}", 0, text.removeprefix("-"), _decimals(case, text))
        for place, printed in enumerate(case.parts)
        for text in printed
    ]
    facts += [("t", 0, text, _decimals(case, text)) for text in case.total]
    path = folder / f"case-{number:02}.xbrl"
    path.with_suffix(".xsd").write_text(schema(weights), encoding="utf-8")
    text = instance(iter(facts), 1, path.with_suffix(".xsd").name)
    path.write_text(text, encoding="utf-8")
    return path


def _decimals(case: Case, text: str) -> str:
    return "INF" if case.exact or case.unit == "个" else str(len(text.partition(".")[2]))
