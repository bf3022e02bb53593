"""Amounts known by the words before them: the one that is 送审, the one that is 核减."""

import re
from collections.abc import Mapping


def only(leads: Mapping[str, str], role: re.Pattern[str], other: re.Pattern[str]) -> str | None:
    """Return the only mark of a role; ``None`` where there are none or more.

    Args:
        leads: mark to the words before it.
        role: words that say it is meant.
        other: words that say it is not.

    Example:
        Of ``核减`` and ``送审金额`` the second is the one that is 送审.
    """
    named = [mark for mark, lead in leads.items() if role.search(lead) and not other.search(lead)]
    return named[0] if len(named) == 1 else None
