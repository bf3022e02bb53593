"""Figures that belong to a self-evaluation which was frozen: nobody changes them."""

from django.utils import timezone

from shanhe.app.office.rights import Refused
from shanhe.store.models import Book, Edition, Lock


def ask_unfrozen(book: Book) -> None:
    """Let pass, or refuse because the programme's figures are those of a frozen self-evaluation.

    Raises:
        Refused: 423, with the edition, and how a correction is begun.
    """
    frozen = Edition.objects.filter(book=book, lock__opened=None).exclude(lock=None)
    edition = frozen.select_related("frozen_by").first()
    if edition is not None:
        who, day = edition.frozen_by.name, timezone.localdate(edition.frozen_at)
        raise Refused(
            f"绩效自评第{edition.number}版已由{who}于{day.year}年{day.month}月{day.day}日定稿，数据已锁定。"
            "确需更正的，请市级项目办在“绩效自评”中填写理由、开始更正。",
            f"The self-evaluation was frozen by {who} on {day.isoformat()} (edition {edition.number}) "
            "and its figures are locked; "
            "the city office can begin a correction on the page “self-evaluation”.",
            423,
        )


def ask_no_edition(lock: Lock) -> None:
    """Let pass, or refuse because the lock is that of a frozen self-evaluation.

    Raises:
        Refused: 409; such a lock has no exceptions, and opens with a correction alone.
    """
    if Edition.objects.filter(lock=lock).exists():
        raise Refused(
            "该锁定属于已定稿的绩效自评，不能单独解锁或延期；确需更正的，请在“绩效自评”中开始更正。",
            "This lock belongs to a frozen self-evaluation; begin a correction there instead.",
            409,
        )
