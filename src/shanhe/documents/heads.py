"""Where a table's headings stand, what each column holds, and the lines under them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shanhe.documents.grid import Bit, Line, at, spread, squeezed
from shanhe.documents.same import made_once
from shanhe.values.regex import regex

ROLES: Mapping[str, str] = {
    "level1": r"一级(?:指标)?(?:名称)?",
    "level2": r"二级(?:指标)?(?:名称)?",
    "name": r"[三四]级(?:指标)?(?:名称)?",
    "any_name": r"(?:绩效|考核|具体|绩效目标|绩效目标考核)*指标(?:名称|内容|项目?)?",
    "sign": r"符号|(?:运算|计算|比较|指标)符号?|指标性质",
    "unit": r"(?:计量|度量|指标值?)?单位",
    "total": r"(?:分解)?(?:合计|总计|小计|共计)|全[市省区县]|总目标(?:值)?|目标合计",
    "other": r".*(?:标准|解释|说明|依据|来源|佐证|备注|序号|类型|方式|方法|负责人|责任)",
    "rate": r".*(?:完成率|完成比例|完成程度|完成进度|完成百分比).*",
    "score": r".*(?:得分|自评分|评分)",
    "weight": r".*(?:权重|分值|满分).*",
    "delta_rate": r"(?:变化|变动|增减|调整|变)幅?度?(?:率|比例|百分比)",
    "delta": r".*(?:变幅|变化|增减|差值|差额|变动|变更|调整)(?:值|量|情况|幅度?|数|变化|指标值)?",
    "reason": r".*(?:原因|偏差分析).*",
    "measure": r".*措施",
    "actual": r".*(?:实际|完成|实现)(?:完成|达到)?(?:值|情况|数|结果|指标值)?",
    "target": r"(?:.*(?:指标值?|目标值?|计划值|预期值|计划数|任务数|任务量|设定值)|计划|预期|任务|实施期|.*年度)",
    "region": r"(?!.*(?:项目区|示范区|项目地区|指标|目标|数)$)(?:其中[::]?)?[^\d,。;]{1,12}(?:区|县|旗|市|州|盟|镇|乡|苏木|本级)",
    "value": r"(?:实施方案|工程设计|初步设计|下达|批复|原|现|新|调整前|调整后|变更前|变更后|拟调整).*",
}
_ROLES = tuple((role, regex(pattern)) for role, pattern in ROLES.items())
_BRACKETS = regex(r"[(\[【][^()\[\]【】]*[)\]】]")
_ENDING = regex(
    r"说明|备注|注|总分|合计|总计|得分合计|总得分|填表人|填报人|联系人|单位负责人|其他(?:需要)?说明.*|"
    r"(?:自评|评价)(?:结论|等级).*|.*(?:项目|单位|部门|专项|[)])名称|资金.*情况.*|总体目标.*|总[体休]目标.*|"
    r"(?:年度|全年)?资金总额|主管部门|所属专项"
)
_NUMBER = regex(r"\d")
_VALUES = frozenset(
    {"target", "actual", "delta", "value", "weight", "unit", "rate", "score", "region"}
)
_YEAR = regex(r"20\d\d年度?")
_WHOLE = regex(r"(?:实施期|整体|总体|项目|工程|全周期)(?:绩效)?(?:总?目标|指标)值?")
SHARED_COLUMNS = frozenset({"target", "value", "region", "total"})
"""Roles that several columns may have: of several versions or periods."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column.

    Attributes:
        text: its heading, with that of the group over it.
    """

    role: str
    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Headings and the lines under them.

    Attributes:
        top: index of the heading line that names the indicators; begin, end: of the lines under it.
        width: places of a line where the merges are lost, else 0.
    """

    heads: tuple[Head, ...]
    top: int
    begin: int
    end: int
    width: int = 0

    def of(self, role: str) -> Head | None:
        """Return the first column of a role."""
        return next((head for head in self.heads if head.role == role), None)

    def all_of(self, *roles: str) -> tuple[Head, ...]:
        """Return the columns of any of the roles."""
        return tuple(head for head in self.heads if head.role in roles)

    def has(self, *roles: str) -> bool:
        """Return whether there is a column of any of the roles."""
        return any(head.role in roles for head in self.heads)


@cache
def role_of(heading: str) -> str:
    """Return what a column holds by its heading, empty where that is not known.

    Example:
        ``全年实际⏎完成值`` is ``actual``; ``三级指标（单位）`` is ``name``.
    """
    word = _BRACKETS.sub("", squeezed(heading)).rstrip(":：")
    return next((role for role, pattern in _ROLES if word and pattern.fullmatch(word)), "")


@made_once
def blocks_of(lines: Sequence[Line]) -> Sequence[Block]:
    """Return every block of indicator rows: headings (over one or two lines) and what follows."""
    flat = is_flattened(lines)
    tops = [n for n, line in enumerate(lines) if _is_top(lines, n, line)]
    found = []
    for place, top in enumerate(tops):
        limit = tops[place + 1] if place + 1 < len(tops) else len(lines)
        heads, begin = _heads(lines, top, flat=flat)
        end = next((n for n in range(begin, limit) if is_ending(lines[n])), limit)
        block = Block(tuple(heads), top, begin, end, len(heads) if flat else 0)
        if block.has("name") and block.has(*_VALUES):
            found.append(block)
    return found


def is_flattened(lines: Sequence[Line]) -> bool:
    """Return whether nothing is merged and lines differ in length: the merges were lost."""
    uneven = len({len(line) for line in lines}) > 1
    return uneven and all(bit.width == 1 and bit.fresh for line in lines for bit in line)


def is_ending(line: Line) -> bool:
    """Return whether a line under headings is no row of the block: a remark, a total, a new form."""
    fresh = next((bit.word for bit in line if bit.fresh and bit.word), "")
    return bool(_ENDING.fullmatch(fresh.rstrip(":：")))


def _is_top(lines: Sequence[Line], place: int, line: Line) -> bool:
    roles = [role_of(bit.cell.text) for bit in line if bit.fresh]
    if "name" in roles:
        return "level2" in roles or "level1" in roles or bool(_VALUES.intersection(roles))
    if "any_name" not in roles or not _VALUES.intersection(roles):
        return False
    below = lines[place + 1] if place + 1 < len(lines) else ()
    above = lines[place - 1] if place else ()
    near = [role_of(bit.cell.text) for bit in (*below, *above)]
    return "name" not in near


def _heads(lines: Sequence[Line], top: int, *, flat: bool) -> tuple[list[Head], int]:
    keys = [bit for bit in lines[top] if role_of(bit.cell.text) in {"name", "any_name"}]
    texts, own, begin = headings(lines, top, keys[-1], flat=flat)
    return _named(texts, own), begin


def headings(
    lines: Sequence[Line], top: int, key: Bit, *, flat: bool
) -> tuple[dict[int, str], dict[int, str], int]:
    """Return the headings of each column and where the body begins.

    Args:
        lines: of the table.
        top: the line that has the heading of the column that names the rows.
        key: that heading.
        flat: the merges of the table are lost.

    Returns:
        Per column the heading with that of the group over it, and the heading alone; the index of
        the first line under them.
    """
    line = lines[top]
    texts = {bit.x: bit.cell.text for bit in line}
    own = dict(texts)
    begin = top + 1
    if top:
        _join_above(lines[top - 1], line, texts, flat=flat)
    if begin < len(lines) and (below := _below(line, lines[begin], key, flat=flat)):
        texts, own = below
        begin += 1
    return texts, own, begin


def _join_above(above: Line, line: Line, texts: dict[int, str], *, flat: bool) -> None:
    """Put the headings of groups before those under them."""
    over = spread(above, line) if flat and len(above) < len(line) else {}
    if flat and len(above) == len(line) and not all(bit.word for bit in line):
        over = {bit.x: bit for bit in above if bit.word}
    for bit in line:
        group = over.get(bit.x) if flat else at(above, bit.x)
        if group is None or group.cell is bit.cell or len(group.word) > 20:
            continue
        wider = flat or (bit.fresh and group.width > bit.width)
        if wider and not (_NUMBER.search(group.word) and "年" not in group.word):
            texts[bit.x] = f"{group.cell.text}\n{texts[bit.x]}".strip()


def _below(
    line: Line, below: Line, name: Bit, *, flat: bool
) -> tuple[dict[int, str], dict[int, str]] | None:
    """Return the joined and the own headings where the next line goes on with the headings."""
    filled = [bit for bit in below if bit.fresh and bit.word]
    if not filled or any(_is_value(bit) for bit in filled):
        return None
    if flat:
        over = spread(line, below) if len(line) <= len(below) else {}
        if len(line) == len(below):
            over = {bit.x: bit for bit in line}
        same = [x for x, bit in over.items() if bit is name]
        blank = same and all(not bit.word for bit in below if bit.x in same)
        if not blank:
            return None
    else:
        own_name = at(below, name.x)
        if own_name is None or (own_name.cell is not name.cell and own_name.word):
            return None
        over = {bit.x: found for bit in below if (found := at(line, bit.x))}
    texts, own = {}, {}
    for bit in below:
        group = over.get(bit.x)
        words = [group.cell.text] if group and group.cell is not bit.cell else []
        texts[bit.x] = "\n".join([*words, bit.cell.text]).strip()
        own[bit.x] = bit.cell.text
    return texts, own


def _is_value(bit: Bit) -> bool:
    return bool(_NUMBER.search(bit.word)) and "年" not in bit.word


def _named(texts: Mapping[int, str], own: Mapping[int, str]) -> list[Head]:
    """Return the columns; only the rightmost of several names of indicators is the name.

    Under the names of places (甲县 over 目标 and 完成) a target is a part of the whole, and what was reached is of no use here.
    Years beside the goal of the term are the goals of those years.
    """
    roles = {x: role_of(own[x]) or role_of(text) for x, text in texts.items()}
    groups = {x: texts[x].removesuffix(own[x]).strip() for x in texts}
    places = {x: role_of(group) for x, group in groups.items() if group}
    parted = len({groups[x] for x, role in places.items() if role == "region"}) > 1
    for x, role in places.items() if parted else ():
        if role in {"region", "total"}:
            roles[x] = role if roles[x] == "target" else "other"
    if any(_WHOLE.fullmatch(_BRACKETS.sub("", squeezed(text))) for text in texts.values()):
        roles |= {x: "target" for x, text in texts.items() if _YEAR.fullmatch(squeezed(text))}
    names = [x for x, role in roles.items() if role == "name"]
    names = names or [x for x, role in roles.items() if role == "any_name"]
    heads, seen = [], set()
    for x, text in sorted(texts.items()):
        role = roles[x]
        if role in {"name", "any_name"}:
            role = "name" if x == names[-1] else "side"
        if role in seen and role not in SHARED_COLUMNS:
            role = "other"
        seen.add(role)
        words = groups[x] if parted and role == "region" else text
        heads.append(Head(role, x, " ".join(words.split())))
    return heads
