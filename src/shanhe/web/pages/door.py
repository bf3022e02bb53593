"""Log in, log out, change the password, choose the language."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shanhe.app.office.people import change_password, has_keys
from shanhe.app.office.rights import Refused
from shanhe.web.asking import Request


class DoorForm(AuthenticationForm):
    """Name and password; the framework's own words call the name by its field."""

    error_messages = {  # noqa: RUF012 - as the framework declares it
        **AuthenticationForm.error_messages,
        "invalid_login": gettext_lazy("登录名或密码不正确，请重新输入；字母区分大小写。"),
    }


class PasswordForm(forms.Form):
    """The old password, and the new one twice."""

    old = forms.CharField(label=gettext_lazy("原密码"), widget=forms.PasswordInput)
    new = forms.CharField(label=gettext_lazy("新密码"), widget=forms.PasswordInput)
    again = forms.CharField(label=gettext_lazy("再输一次"), widget=forms.PasswordInput)
    revoke_keys = forms.BooleanField(
        label=gettext_lazy("同时吊销本人的全部接口令牌"), required=False, initial=True
    )

    def passwords(self) -> list[forms.BoundField]:
        """Return the fields that a password is typed into."""
        return [self[name] for name in ("old", "new", "again")]

    def clean(self) -> None:
        """Refuse two new passwords that differ."""
        if self.cleaned_data.get("new") != self.cleaned_data.get("again"):
            raise forms.ValidationError(_("两次输入的新密码不一致。"))


def password(request: Request) -> HttpResponse:
    """Change one's own password."""
    if not request.user.is_authenticated:
        return redirect("login")
    form = PasswordForm(request.POST or None)
    if not has_keys(request.actor):
        del form.fields["revoke_keys"]
    if request.method == "POST" and form.is_valid():
        try:
            revoked = _changed(request, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.words(get_language() or "zh"))
        else:
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            messages.success(request, _("密码已修改，其他设备上的登录已退出。"))
            if revoked:
                messages.success(request, _("已吊销接口令牌 %(count)s 个。") % {"count": revoked})
            return redirect("home")
    return render(request, "password.html", {"form": form})


def _changed(request: Request, said: Mapping[str, Any]) -> int:
    """Change the password as the form says, and return how many keys were revoked."""
    old, new = said["old"], said["new"]
    return change_password(request.actor, old, new, revoke_keys=said.get("revoke_keys", True))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language from now on."""
    wanted, back = request.POST.get("language", ""), request.POST.get("next", "/")
    known = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if known else "/")
    if check_for_language(wanted):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, wanted, max_age=31_536_000, samesite="Lax", httponly=True
        )
    return response


addresses = [
    path(
        "login",
        LoginView.as_view(template_name="login.html", authentication_form=DoorForm),
        name="login",
    ),
    path("logout", LogoutView.as_view(next_page="login"), name="logout"),
    path("password", password, name="password"),
    path("language", language, name="language"),
]
