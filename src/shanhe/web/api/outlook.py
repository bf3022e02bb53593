"""Whether the year of a programme will be met, and what keeps it from being met."""

from typing import Any

from ninja import Router, Schema

from shanhe.app.office.glance import glance
from shanhe.web.asking import Request

router = Router(tags=["项目 Programmes"])


class Pace(Schema):
    """Where one indicator stands; ``pace`` is met, ahead, behind, short or open, ``mark`` what an even plan would be."""

    name: str
    target: str
    actual: str
    percent: str
    pace: str
    mark: str
    why: str


class Late(Schema):
    """A subproject or a milestone that is overdue by ``days``."""

    name: str
    body: str
    state: str
    due: str
    days: int


class Outlook(Schema):
    """What a programme's page begins with.

    ``outlook`` is met, on_track, unsure, at_risk, missed or unknown; ``share`` how much of the year had run on the day ``on``,
    in percent.
    """

    on: str
    share: str
    outlook: str
    behind: int
    unclear: int
    indicators: list[Pace]
    late: list[Late]


@router.get("programmes/{int:book}/outlook", response=Outlook, summary="年度目标能否完成")
def outlook(request: Request, book: int) -> Any:
    """Return whether the year will be met as far as an even plan can tell, indicator by indicator, and what is late."""
    shown = glance(request.actor, book)
    return {
        "on": shown.on.isoformat(),
        "share": shown.share,
        "outlook": shown.outlook.value,
        "behind": shown.behind,
        "unclear": shown.unclear,
        "indicators": shown.bars,
        "late": shown.late,
    }
