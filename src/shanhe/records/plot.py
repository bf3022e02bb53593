"""What is wrong with a plot (图斑): which one, what was found, how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STATES = ("未开工", "施工中", "已完工", "已验收")
"""How far the works on a plot are; only the last counts as restored."""

_ZH: dict[str, tuple[str, str, str]] = {
    # kind: severity, what is wrong, how to mend
    "wgs84": (
        "warning",
        "图层采用 WGS84（{detail}），与 CGCS2000 一般相差不到 1 米，已按原坐标采用，未作换算",
        "请改用 CGCS2000 成果重新上传",
    ),
    "assumed_wgs84": (
        "warning",
        "GeoJSON 没有写明坐标系，按其标准视为 WGS84，已按原坐标采用",
        "实为 CGCS2000 的，请改用 GeoPackage 或带 .prj 的 Shapefile 上传",
    ),
    "no_outline": ("error", "没有面状图形", "请补画图斑边界，或删除该条记录"),
    "no_code": ("error", "没有图斑编号", "请在属性表中补填编号"),
    "same_code": ("error", "与第 {row} 条记录的图斑编号相同", "请改正编号；同一图斑只保留一条"),
    "unknown_region": (
        "error",
        "县区“{found}”不在“区域与单位”表中",
        "请改用表中的名称或代码，或先在表中登记",
    ),
    "no_region": ("error", "没有填写县区", "请在属性表中补填县区"),
    "unknown_state": (
        "error",
        "状态“{found}”不能识别",
        "请填写：未开工、施工中、已完工、已验收",
    ),
    "no_state": ("warning", "没有填写状态", "请填写：未开工、施工中、已完工、已验收"),
    "invalid": (
        "error",
        "图形不合规：{detail}；面积按修复后的图形计算",
        "请在制图软件中修复拓扑后重新上传",
    ),
    "same_outline": ("error", "图形与 {other} 完全相同", "请删除重复的一个"),
    "overlap": (
        "error",
        "与 {other} 重叠 {area} 平方米",
        "请核对两个图斑的边界，重叠部分只归一个图斑",
    ),
    "sliver": (
        "warning",
        "面积只有 {area} 平方米，小于 {limit} 平方米，可能是碎屑",
        "请核对；确为碎屑的，并入相邻图斑",
    ),
    "area_differs": (
        "error",
        "属性表面积 {stated}，椭球面积 {area} 平方米（{converted}），相差 {off}%，超过 {limit}%",
        "请按椭球面积改正属性表，或核对图形是否为最终边界",
    ),
    "area_not_read": ("warning", "面积“{found}”不是数值", "请在属性表中只填数字"),
}
_EN: dict[str, tuple[str, str]] = {
    "wgs84": (
        "the layer is in WGS 84 ({detail}), as a rule less than a metre from CGCS2000; taken as it is",
        "upload it in CGCS2000",
    ),
    "assumed_wgs84": (
        "the GeoJSON names no reference system and is WGS 84 by its standard; taken as it is",
        "if it is CGCS2000, upload a GeoPackage, or a Shapefile with its .prj",
    ),
    "no_outline": ("it has no polygon", "draw its boundary, or remove the record"),
    "no_code": ("it has no code", "fill in the code"),
    "same_code": ("record {row} has the same code", "correct the code; keep a plot once"),
    "unknown_region": (
        "the county “{found}” is not on the sheet 区域与单位",
        "use its name or code there, or register it first",
    ),
    "no_region": ("its county is empty", "fill in the county"),
    "unknown_state": ("unknown state “{found}”", "write 未开工, 施工中, 已完工 or 已验收"),
    "no_state": ("its state is empty", "write 未开工, 施工中, 已完工 or 已验收"),
    "invalid": (
        "the outline is not valid: {detail}; its area is that of the repaired outline",
        "repair it in your map program and upload it again",
    ),
    "same_outline": ("the outline is the same as that of {other}", "remove one of the two"),
    "overlap": (
        "it overlaps {other} by {area} m²",
        "check both boundaries; shared ground belongs to one plot",
    ),
    "sliver": (
        "it has {area} m², less than {limit} m²: perhaps a sliver",
        "check it; merge a sliver with its neighbour",
    ),
    "area_differs": (
        "{stated} is stated, the ellipsoidal area is {area} m² ({converted}): {off}% apart, more than {limit}%",
        "correct the attribute, or check that the outline is final",
    ),
    "area_not_read": ("the area “{found}” is no number", "write digits alone"),
}


@dataclass(frozen=True, slots=True)
class PlotProblem:
    """One thing that is wrong with a plot, or with the layer.

    Attributes:
        kind: a key of the messages. row: number of the record from 1; 0 for the whole layer.
        code: 图斑编号, empty where it has none.
        words: what fills the message; ``detail_en`` stands for ``detail`` in English.
    """

    kind: str
    row: int = 0
    code: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return _ZH[self.kind][0]

    def says(self, lang: str) -> tuple[str, str]:
        """Return what is wrong, and how to mend it."""
        says, mend = _ZH[self.kind][1:] if lang == "zh" else _EN[self.kind]
        words = dict(self.words)
        words["detail"] = words.get(f"detail_{lang}") or words.get("detail", "")
        return says.format_map(words), mend.format_map(words)

    @staticmethod
    def kinds() -> frozenset[str]:
        """Return every kind; each has words in both languages."""
        return frozenset(_ZH) & frozenset(_EN)
