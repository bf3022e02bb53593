"""What is no longer what was kept is found: editions without their papers, lock or entries; files."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from shanhe.app.office import freezing, signing, verifying
from shanhe.app.office.rights import Refused
from shanhe.store import files
from shanhe.store.models import Account, Edition, File, Lock

from .conftest import Office
from .test_editions import published


def found() -> list[tuple[str, str]]:
    return [(one.kind, one.detail) for one in verifying.broken()]


def test_whatever_was_done_in_order_holds(office: Office) -> None:
    key = published(office)
    assert found() == []
    freezing.correct(office["city"], key, "核减")
    assert found() == []
    later = freezing.freeze(office["city"], office.book)
    signing.sign(office["city2"], later)
    assert found() == []


_now = timezone.now
HARMS: dict[str, tuple[Callable[[], object], str, str]] = {
    "papers": (lambda: Edition.objects.update(papers={}), "edition", ""),
    "digest": (lambda: Edition.objects.update(digest="0" * 64), "edition", "000000000000"),
    "lock": (lambda: Edition.objects.update(lock=None), "lock", ""),
    "opened": (lambda: Lock.objects.update(opened=_now()), "step", "unlock"),
    "signed": (lambda: Edition.objects.update(signed_at=_now()), "step", "sign"),
    "published": (lambda: Edition.objects.update(published_at=_now()), "step", "publish"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_an_edition_that_was_tampered_with_is_found(office: Office, harm: str) -> None:
    freezing.freeze(office["city"], office.book)
    do, kind, detail = HARMS[harm]
    do()
    assert kind in {one for one, _ in found()}
    assert any(detail in said for one, said in found() if one == kind)


@pytest.mark.usefixtures("office")
def test_bytes_that_are_gone_or_changed_are_found() -> None:
    digest = files.keep(b"%PDF-1.4 once")
    account = Account.objects.get(login="city")
    File.objects.create(digest=digest, name="验收单.pdf", kind="pdf", size=1, account=account)
    assert found() == []
    path = files.path_of(digest)
    path.write_bytes(b"%PDF-1.4 twice")
    assert found() == [("file", f"验收单.pdf {digest[:12]}")]
    path.unlink()
    assert found() == [("file", f"验收单.pdf {digest[:12]}")]


def test_an_unsigned_edition_that_says_it_was_signed_is_not_handed_on(office: Office) -> None:
    key = freezing.freeze(office["city"], office.book)
    Edition.objects.update(digest="0" * 64)
    with pytest.raises(Refused):
        signing.sign(office["city2"], key)
