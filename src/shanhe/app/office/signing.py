"""Sign a frozen self-evaluation, and show it to everybody."""

from django.db import transaction
from django.utils import timezone

from shanhe.app.office.editions import ask_possible, entry_words, locked_edition, write
from shanhe.app.office.rights import Action, Actor, Refused
from shanhe.store.journal import Act, Said
from shanhe.store.models import Account, Book, Edition, Entry

_OWN = ("overview", "explanations", "management", "actuals")
"""Sheets that hold what the self-evaluation itself says; who wrote there does not sign."""


def sign(actor: Actor, key: int) -> None:
    """Sign an edition, for whoever neither froze it nor wrote its words.

    Raises:
        Refused: no right, they froze it or wrote in it, it is signed or withdrawn already, or its
            papers are no longer what was frozen.
    """
    with transaction.atomic():
        edition, book, account = locked_edition(actor, key, Action.SIGN)
        ask_possible(edition, Action.SIGN)
        _ask_other(edition, book, account)
        edition.signed_by, edition.signed_at = account, timezone.now()
        edition.save(update_fields=["signed_by", "signed_at"])
        write(book, account, [Said(action=Act.SIGN, texts=entry_words(edition))])


def _ask_other(edition: Edition, book: Book, account: Account) -> None:
    """Refuse who approves what they entered themselves."""
    if edition.frozen_by_id == account.pk:
        raise Refused(
            "不能签发自己定稿的绩效自评，请由他人签发。",
            "Nobody signs what they froze themselves.",
            403,
        )
    if _has_entered(book, account):
        raise Refused(
            "您填写了本版自评内容（完成值、自评综述、原因措施或资金管理情况），请由未填写的人签发。",
            "You wrote figures or words of this edition; somebody who did not has to sign it.",
            403,
        )


def _has_entered(book: Book, account: Account) -> bool:
    """Return whether somebody wrote a line that still stands, whoever changed it since.

    Who accepted what a county handed in did not write it.
    """
    entries = Entry.objects.filter(book=book, sheet__in=_OWN)
    handed_in = [
        (row["row"], row["texts"])
        for said in entries.filter(action=Act.SUBMIT).values_list("texts", flat=True)
        for row in (said or {}).get("rows", ())
    ]
    standing = book.lines.filter(sheet__in=_OWN).values("row")
    own = entries.filter(action=Act.PUT, account=account, row__in=standing)
    return any(one not in handed_in for one in own.values_list("row", "texts"))


def publish(actor: Actor, key: int) -> None:
    """Show an edition to everybody.

    Raises:
        Refused: no right, it is not signed, published or withdrawn already, its papers bear a mark
            of secrecy, or they are no longer what was frozen.
    """
    with transaction.atomic():
        edition, book, account = locked_edition(actor, key, Action.PUBLISH)
        ask_possible(edition, Action.PUBLISH)
        secrets = edition.public.get("secrets", ())
        if secrets:
            raise Refused(
                f"文件中有密级标志（{'、'.join(secrets)}），不得公开；请核实后更正。",
                f"The papers bear a mark of secrecy ({', '.join(secrets)}) and must not be public.",
                422,
            )
        edition.published_by, edition.published_at = account, timezone.now()
        edition.save(update_fields=["published_by", "published_at"])
        write(book, account, [Said(action=Act.PUBLISH, texts=entry_words(edition))])
