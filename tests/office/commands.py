"""How each action of the table of rights is asked for at the command line."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from openpyxl import Workbook

from shanhe.app.office import reviewing
from shanhe.app.office.rights import Action

from .actions import WRITTEN, edition, found
from .conftest import EXAMPLE
from .layers import layer
from .matrix import OBJECTS, Everything
from .test_submissions import FIGURE

Command = Callable[[Everything, str], list[str] | None]
_PLACES = {"东河区填报单": "东河区", "土右旗填报单": "土右旗"}
_HEADS = ("统计日期", "区域", "三级指标", "累计完成值", "计量单位")


def reported(*places: str, amount: str = "13.5") -> Path:
    """Return a workbook that reports a figure for each of these places."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "进展监测"
    sheet.append(_HEADS)
    for place in places:
        sheet.append([*({**FIGURE, "region": place, "amount": amount}.values())])
    path = Path(mkdtemp()) / "12月进展.xlsx"
    made.save(path)
    return path


def _in_a_file(name: str, data: bytes) -> str:
    path = Path(mkdtemp()) / name
    path.write_bytes(data)
    return str(path)


def _book(*words: str) -> Command:
    """Return a command on a programme."""
    return lambda m, t: [*words[:2], str(m.programmes[t]), *words[2:]]


def _office(*words: str) -> Command:
    """Return a command that names no object."""
    return lambda _m, _t: [*words]


def _fill(made: Everything, thing: str) -> list[str]:
    return ["office", "fill", str(made.drafts[thing]), str(reported(_PLACES[thing]))]


def _import(_made: Everything, thing: str) -> list[str] | None:
    if thing == "包头另一项目":
        return None  # the same door as 包头项目: a programme is made in an organisation
    return ["import", str(EXAMPLE), "--organisation", OBJECTS[thing]["organisation"]]


def _accept(made: Everything, thing: str) -> list[str] | None:
    key = made.handed_in["土右旗填报单"]
    return ["office", "accept", str(key)] if thing == "包头项目" else None


def _confirm(made: Everything, thing: str) -> list[str] | None:
    if thing != "包头项目":
        return None
    key = made.handed_in["土右旗填报单"]
    reviewing.accept(made.office["city2"], key)
    return ["office", "confirm", str(key)]


def _answer(made: Everything, thing: str) -> list[str]:
    book = made.programmes[thing]
    return ["office", "answer", str(book), found(book), "--reply", "接受"]


def _sign(made: Everything, thing: str) -> list[str] | None:
    if thing == WRITTEN:
        return None
    return ["office", "sign", str(edition(made.programmes[thing], is_signed=False))]


COMMANDS: dict[Action, Command] = {
    Action.READ: _book("office", "sheet", "指标目标"),
    Action.READ_SUBMISSIONS: lambda m, t: ["office", "submission", str(m.handed_in[t])],
    Action.READ_HISTORY: _book("office", "verify"),
    Action.REPORT: _fill,
    Action.PASS: lambda m, t: ["office", "pass", str(m.handed_in[t])],
    Action.ACCEPT: _accept,
    Action.CONFIRM: _confirm,
    Action.EDIT_TARGETS: _book("office", "write", "指标目标", "指标值=?"),
    Action.EDIT_MONEY: _book("office", "write", "文件", "文件名称=?"),
    Action.EDIT_TEXTS: _book("office", "write", "偏差原因与改进措施", "类型=?"),
    Action.IMPORT: _import,
    Action.PLOTS: lambda m, t: [
        *("office", "plots", str(m.programmes[t])),
        _in_a_file("图斑.geojson", layer("geojson")),
    ],
    Action.ANSWER: _answer,
    Action.LOCK: _book("office", "lock", "--why", "年终"),
    Action.FREEZE: _book("office", "freeze"),
    Action.SIGN: _sign,
    Action.PUBLISH: lambda m, t: [
        *("office", "publish", str(edition(m.programmes[t], is_signed=True))),
    ],
    Action.COMPARE: _office("office", "compare"),
    Action.CHECK: lambda _m, _t: ["office", "check", _in_a_file("a.txt", "面积12公顷".encode())],
    Action.ACCOUNTS: _office("office", "accounts"),
    Action.BACKUP: _office("office", "verify"),
}
