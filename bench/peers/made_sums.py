"""Sums to check, made up and always the same: nine parts and their total, ten thousand times.

A third of the totals is what the parts come to, a third differs by what rounding can explain, a
third by more. No difference is just as large as rounding can make it: there the two programs differ
on purpose (see ``sums.yaml``). ``numbers.csv`` and ``numbers.xbrl`` hold the same numbers.
"""

import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

SUMS, PARTS = 10_000, 9
DIFFERENCES = (0, 0, 0, 1, -2, 4, -6, 7, -30)
XBRLI, LINK = "http://www.xbrl.org/2003/instance", "http://www.xbrl.org/2003/linkbase"
ITEM11 = "https://xbrl.org/2023/arcrole/summation-item"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sums() -> Iterator[list[Decimal]]:
    """Yield each sum: its parts, then its total as printed; all with two decimals."""
    chance = random.Random(2025)
    for _ in range(SUMS):
        parts = [chance.randrange(1, 200_000) for _ in range(PARTS)]
        total = sum(parts) + chance.choice(DIFFERENCES)
        yield [Decimal(number).scaleb(-2) for number in (*parts, total)]


def schema(weights: list[int]) -> str:
    """Return a taxonomy of a total ``t`` and its parts ``p0``, ``p1``, …, each with a weight."""
    names = ["t", *(f"p{number}" for number in range(len(weights)))]
    elements = "".join(
        f'<xs:element name="{name}" id="s_{name}" type="xbrli:decimalItemType" nillable="true"'
        ' substitutionGroup="xbrli:item" xbrli:periodType="instant"/>'
        for name in names
    )
    places = "".join(
        f'<link:loc xlink:type="locator" xlink:href="#s_{name}" xlink:label="{name}"/>'
        for name in names
    )
    arcs = "".join(
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="{ITEM11}" xlink:from="t"'
        f' xlink:to="p{number}" order="{number + 1}" weight="{weight}"/>'
        for number, weight in enumerate(weights)
    )
    return (
        f'{HEAD}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:sums"'
        f' xmlns:xbrli="{XBRLI}" xmlns:link="{LINK}" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' targetNamespace="urn:sums" elementFormDefault="qualified">'
        f'<xs:import namespace="{XBRLI}"'
        ' schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
        "<xs:annotation><xs:appinfo>"
        '<link:linkbase><link:arcroleRef xlink:type="simple"'
        f' arcroleURI="{ITEM11}"'
        ' xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>'
        '<link:calculationLink xlink:type="extended"'
        f' xlink:role="http://www.xbrl.org/2003/role/link">{places}{arcs}</link:calculationLink>'
        f"</link:linkbase></xs:appinfo></xs:annotation>{elements}</xs:schema>"
    )


def instance(facts: Iterator[tuple[str, int, str, str]], contexts: int, names: str) -> str:
    """Return an instance: facts as name, number of the context, value and decimals."""
    made = "".join(
        f'<xbrli:context id="c{number}"><xbrli:entity><xbrli:identifier scheme="urn:mine">'
        f"{number}</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-12-31"
        "</xbrli:instant></xbrli:period></xbrli:context>"
        for number in range(contexts)
    )
    told = "".join(
        f'<s:{name} contextRef="c{number}" unitRef="u" decimals="{decimals}">{value}</s:{name}>'
        for name, number, value, decimals in facts
    )
    return (
        f'{HEAD}<xbrli:xbrl xmlns:xbrli="{XBRLI}" xmlns:link="{LINK}" xmlns:s="urn:sums"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<link:schemaRef xlink:type="simple" xlink:href="{names}"/>{made}'
        '<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>'
        f"{told}</xbrli:xbrl>"
    )


def facts() -> Iterator[tuple[str, int, str, str]]:
    """Yield all facts of ``sums``."""
    for number, numbers in enumerate(sums()):
        for place, value in enumerate(numbers[:-1]):
            yield f"p{place}", number, f"{value:f}", "2"
        yield "t", number, f"{numbers[-1]:f}", "2"


def main(folder: Path) -> None:
    """Write the numbers into ``folder``, as CSV and as XBRL."""
    lines = [",".join(f"{number:f}" for number in numbers) for numbers in sums()]
    (folder / "numbers.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "numbers.xsd").write_text(schema([1] * PARTS), encoding="utf-8")
    xbrl = instance(facts(), SUMS, "numbers.xsd")
    (folder / "numbers.xbrl").write_text(xbrl, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
