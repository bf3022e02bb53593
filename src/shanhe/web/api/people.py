"""Organisations, accounts and roles; for people who are logged in, no key reaches them."""

from typing import Any

from ninja import Router

from shanhe.app.office import account_import, accounts, people_page
from shanhe.app.office import organisations as tree
from shanhe.web.api import bodies, shapes
from shanhe.web.asking import Request

router = Router(tags=["机构和账号 People"])


@router.get("organisations", response=list[shapes.Body], summary="机构")
def organisations(request: Request) -> Any:
    """Return the tree of organisations, parents before children."""
    return tree.organisations(request.actor)


@router.post("organisations", response={201: shapes.Made}, summary="登记机构")
def add_organisation(request: Request, new: bodies.NewBody) -> Any:
    """Register an organisation."""
    key = tree.add_organisation(
        request.actor, name=new.name, level=new.level, parent=new.parent, place=new.place
    )
    return {"key": key}


@router.post("organisations/{int:key}/place", response={204: None}, summary="登记区域名称")
def set_place(request: Request, key: int, new: bodies.PlaceName) -> None:
    """Say by what name the programmes call an organisation; without one it cannot report."""
    tree.set_place(request.actor, key, new.place)


@router.get("accounts", response=list[shapes.Person], summary="账号")
def people(request: Request) -> Any:
    """Return all accounts with their roles."""
    return accounts.people(request.actor)


@router.get("accounts/{int:key}", response=shapes.OpenedPerson, summary="一个账号")
def person(request: Request, key: int) -> Any:
    """Return one account with what can be granted to it; no figures of any programme."""
    return people_page.person_page(request.actor, key)


@router.post("accounts", response={201: shapes.OneTime}, summary="新建账号")
def add_account(request: Request, new: bodies.NewPerson) -> Any:
    """Make an account; its one-time password is shown this once."""
    password = accounts.add_account(
        request.actor, login=new.login, name=new.name, organisation=new.organisation
    )
    return {"password": password}


@router.post("accounts/import", response={201: list[shapes.NewAccount]}, summary="批量新建账号")
def import_accounts(request: Request, pasted: bodies.Block) -> Any:
    """Make accounts from a table, all or none; their one-time passwords are shown this once."""
    return account_import.add_accounts(request.actor, pasted.block)


@router.post("accounts/{int:key}/password", response=shapes.OneTime, summary="重置密码")
def renew_password(request: Request, key: int) -> Any:
    """Give an account a new one-time password."""
    return {"password": accounts.renew_password(request.actor, key)}


@router.post("accounts/{int:key}/active", response={204: None}, summary="停用或启用")
def set_active(request: Request, key: int, wanted: bodies.Active) -> None:
    """Stop an account, or let it in again."""
    accounts.set_active(request.actor, key, active=wanted.active)


@router.post("accounts/{int:key}/grants", response={204: None}, summary="授权")
def grant(request: Request, key: int, new: bodies.NewGrant) -> None:
    """Give somebody a role."""
    accounts.grant(
        request.actor,
        account=key,
        role=new.role,
        organisation=new.organisation,
        book=new.book,
        until=new.until,
    )


@router.delete("grants/{int:key}", response={204: None}, summary="取消授权")
def revoke(request: Request, key: int) -> None:
    """Take a role away."""
    accounts.revoke(request.actor, key)
