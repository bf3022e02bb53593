"""Goal tables, splits over regions and the change table of the report."""

from collections.abc import Iterator, Sequence

from shanhe.documents.blocks import Cell, Inline, Table, plain_text
from shanhe.documents.forms.self_evaluation_report.context import Context
from shanhe.documents.pieces import (
    Figures,
    cell,
    centred,
    head,
    heads,
    number,
    numeral,
    runs,
    value,
)
from shanhe.records.evaluation import ChangeRow, RegionalSum
from shanhe.records.ids import place_keys, version_key
from shanhe.records.targets import RegionalTarget, Target, TargetVersion
from shanhe.values.period import Period

_MONEY = (
    ("total", "项目投资总额"),
    ("central", "其中：中央财政资金"),
    ("local", "地方资金"),
    ("social", "社会资本"),
)


_WIDTHS = (24.0, 30.0, 64.0, 38.0)
_FEW_REGIONS, _FEW_INDICATORS = 6, 5
_DIGIT, _PADDING = 1.9, 4.0  # of 10.5 pt type, in mm


def goal_table(context: Context, version: str, period: Period, title: str) -> tuple[Table, ...]:
    """Return one goal table: money, overall goal, targets; nothing where there are no targets."""
    targets = context.dossier.targets_of(version, period)
    if not targets:
        return ()
    caption = context.captions.table(title)
    version_head = context.dossier.version(version, period)
    above = _head_rows(context, version_head) if version_head else []
    body = (heads("一级指标", "二级指标", "三级指标", "指标值"), *_target_rows(context, targets))
    if not above:
        return (Table(body, _WIDTHS, 1, caption),)
    # Two tables, so that the headings of the targets are repeated on every page.
    return (
        Table(tuple(above), _WIDTHS, caption=caption, unit="资金单位：万元"),
        Table(body, _WIDTHS, 1),
    )


def _head_rows(context: Context, version: TargetVersion) -> list[tuple[Cell, ...]]:
    figures = context.figures()
    key = f"version.{version_key(version.version)}.{version.period.key}"
    shown = [(name, label) for name, label in _MONEY if figures.has(f"{key}.{name}")]
    rows = []
    for position, (name, label) in enumerate(shown):
        front = (head("资金情况", rows=len(shown)),) if position == 0 else ()
        rows.append((*front, cell(label, columns=2), number(figures(f"{key}.{name}"))))
    if version.goal:
        rows.append((head("总体目标"), cell(version.goal, columns=3)))
    return rows


def _target_rows(context: Context, targets: Sequence[Target]) -> list[tuple[Cell, ...]]:
    figures = context.figures()
    levels = {r.indicator: (r.level1, r.level2) for r in context.evaluation.indicators}
    levels |= {c.indicator: (c.level1, c.level2) for c in context.evaluation.changes}
    known = [(levels.get(t.indicator, (t.level1, t.level2)), t) for t in targets]
    order = {level: place for place, level in enumerate(dict.fromkeys(level for level, _ in known))}
    groups = {"产出指标": 0, "效益指标": 1, "满意度指标": 2}
    known.sort(key=lambda pair: (groups.get(pair[0][0], 3), order[pair[0]]))
    firsts = runs([level[0] for level, _ in known])
    seconds = runs(["/".join(level) for level, _ in known])
    rows = []
    for place, (level, target) in enumerate(known):
        row: list[Cell] = []
        if place in firsts:
            row.append(centred(level[0], rows=firsts[place]))
        if place in seconds:
            row.append(centred(level[1], rows=seconds[place]))
        name = target.name or target.source.cell("indicator").text
        row += [cell(name), value(_value(figures, target))]
        rows.append(tuple(row))
    return rows


def _value(figures: Figures, target: Target) -> Inline:
    return figures(f"target.{version_key(target.version)}.{target.period.key}.{target.indicator}")


def split_tables(
    context: Context, version: str, period: Period, title: str
) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """Return the regions of a split, and its tables, the computed total beside the stated one.

    With many regions they stand below each other, and a few indicators make one table.
    """
    splits = [
        (indicator, parts)
        for own, when, indicator, parts in context.dossier.splits()
        if (own, when) == (version, period)
    ]
    if not splits:
        return (), ()
    regions = tuple(dict.fromkeys(part.region for _, parts in splits for part in parts))
    columns = [_split_cells(context, indicator, parts, regions) for indicator, parts in splits]
    width = 116 / (len(regions) + 2)
    if len(regions) <= _FEW_REGIONS and _fits(columns, width):
        rows = [heads("三级指标", *regions, "分解合计", "总目标")]
        rows += [(cell(name), *cells) for name, cells in columns]
        widths = (40.0, *[width] * (len(regions) + 2))
        return regions, (Table(tuple(rows), widths, 1, context.captions.table(title)),)
    return regions, tuple(_turned(context, regions, columns, title))


def _fits(columns: Sequence[tuple[str, tuple[Cell, ...]]], width: float) -> bool:
    """Return whether the numbers fit into columns of ``width`` mm without being broken."""
    texts = (plain_text(line) for _, cells in columns for one in cells for line in one.content)
    return max(map(len, texts), default=0) * _DIGIT + _PADDING <= width


def _turned(
    context: Context,
    regions: Sequence[str],
    columns: Sequence[tuple[str, tuple[Cell, ...]]],
    title: str,
) -> Iterator[Table]:
    """Yield tables with one row a region, ``_FEW_INDICATORS`` columns each at most."""
    count = -(-len(columns) // _FEW_INDICATORS)
    size = -(-len(columns) // count)
    for place in range(count):
        shown = columns[place * size : (place + 1) * size]
        rows = [heads("区域", *(name for name, _ in shown))]
        for row, label in enumerate((*regions, "分解合计", "总目标")):
            rows.append((cell(label), *(cells[row] for _, cells in shown)))
        number_ = f"（{numeral(place + 1)}）" if count > 1 else ""
        caption = context.captions.table(f"{title}{number_}")
        yield Table(tuple(rows), (36.0, *[120 / len(shown)] * len(shown)), 1, caption)


def _split_cells(
    context: Context, indicator: str, parts: Sequence[RegionalTarget], regions: Sequence[str]
) -> tuple[str, tuple[Cell, ...]]:
    """Return the name with its unit; the regions' shares, their sum and the stated total."""
    figures, keys = context.figures(), place_keys(context.dossier)
    first = parts[0]
    key = f"{version_key(first.version)}.{first.period.key}"
    target = context.dossier.target(first.version, first.period, indicator)
    name = (target.name if target else "") or first.source.cell("indicator").text
    unit = f"（{first.unit.symbol}）" if first.unit else ""
    ids = [f"region.{key}.{keys[region]}.{indicator}" for region in regions]
    ids += [f"sum.{key}.{indicator}", f"target.{key}.{indicator}.n"]
    return f"{name}{unit}", tuple(value(figures.or_dash(one)) for one in ids)


def differing(context: Context, version: str, period: Period) -> tuple[RegionalSum, ...]:
    """Return the sums that do not come to the stated total."""
    return tuple(
        total
        for total in context.evaluation.sums
        if (total.version, total.period) == (version, period) and total.outcome.value == "fails"
    )


def change_table(context: Context, title: str) -> tuple[Table, ...]:
    """Return the change table computed from two versions, benefit indicators included."""
    if context.evaluation.compared is None or not context.evaluation.changes:
        return ()
    old, new = context.evaluation.compared
    rows = [
        heads(
            "一级指标",
            "二级指标",
            "三级指标（单位）",
            f"{old}\n指标值",
            f"{new}\n指标值",
            "变幅",
            "变幅率",
        )
    ]
    changes = context.evaluation.changes
    firsts = runs([change.level1 for change in changes])
    seconds = runs([f"{change.level1}/{change.level2}" for change in changes])
    for place, change in enumerate(changes):
        row: list[Cell] = []
        if place in firsts:
            row.append(centred(change.level1, rows=firsts[place]))
        if place in seconds:
            row.append(centred(change.level2, rows=seconds[place]))
        rows.append((*row, *_change_cells(context, change)))
    return (Table(tuple(rows), (14, 20, 36, 21, 21, 22, 22), 1, context.captions.table(title)),)


def _change_cells(context: Context, change: ChangeRow) -> tuple[Cell, ...]:
    figures, key = context.figures(), f"change.{change.indicator}"
    star = "※" if change.fallback else ""
    old = (figures(f"{key}.old"), star) if change.old else ("—", "")
    new = figures(f"{key}.new") if change.new else "取消"
    delta = figures.or_dash(f"{key}.delta") if change.old and change.new else _no_delta(change)
    unit = f"（{change.unit}）" if change.unit else ""
    return (
        cell(f"{change.name}{unit}"),
        cell(*old, align="right"),
        number(new),
        number(delta),
        number(figures.or_dash(f"{key}.rate")),
    )


def _no_delta(change: ChangeRow) -> str:
    return "新增指标" if change.old is None else "取消指标"
