"""Every way in which a use case says no, as words for a page."""

from shanhe.app.office.rights import Refused
from shanhe.app.office.sheets import Wrong, conflict
from shanhe.app.programme import NotOpened
from shanhe.store.lines import Overtaken

KINDS = (Refused, Wrong, Overtaken, NotOpened)
"""What a page catches to say it in place."""
_MOST = 20


def said(error: Exception, lang: str, book: int = 0) -> tuple[list[str], int]:
    """Return why something was not done, a sentence each, and the status of the answer.

    Args:
        error: one of ``KINDS``; anything else is raised again.
        lang: ``zh`` or ``en``.
        book: the programme, to tell what another person changed in it.
    """
    if isinstance(error, Refused):
        return [error.words(lang)], error.status
    if isinstance(error, Overtaken):
        return [_overtaken(error, lang, book)], 409
    if isinstance(error, NotOpened):
        texts = [problem.text(lang) for problem in error.problems]
    elif isinstance(error, Wrong):
        texts = [_NOT_READ[lang.startswith("zh")]]
    else:
        raise error
    more = len(texts) - _MOST
    return texts[:_MOST] + ([_MORE[lang.startswith("zh")].format(more)] if more > 0 else []), 422


_NOT_READ = (
    "Some cells cannot be read; each says why.",
    "有填报项不能读取，请按各处提示改正后再提交。",
)
_MORE = ("{} more.", "另有 {} 处。")


def _overtaken(error: Overtaken, lang: str, book: int) -> str:
    told = conflict(error, book)
    if lang.startswith("zh"):
        fields = "；".join(f"{name}由“{old}”改为“{new}”" for name, old, new in told.fields)
        what = "该行已删除" if told.is_gone else fields
        return (
            f"填报后现有数据已由{told.organisation}{told.who}于 {told.at} 改动（{what}），没有采纳。"
            "请退回填报单位核对后重新提交。"
        )
    fields = "; ".join(f"{name}: “{old}” became “{new}”" for name, old, new in told.fields)
    what = "the line is gone" if told.is_gone else fields
    return f"{told.who} changed what counts at {told.at} ({what}); send it back to be looked at."
