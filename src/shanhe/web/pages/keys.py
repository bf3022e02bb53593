"""One's own keys for machines: make one, see it once, take it back."""

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from shanhe.app.office.rights import Refused
from shanhe.app.office.tokens import Keys, keys_page, make_key, revoke_key
from shanhe.web.asking import Request


class KeyForm(forms.Form):
    """What a new key is for, what it is limited to, and how long it lasts."""

    name = forms.CharField(label=gettext_lazy("用途"), max_length=50)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("权限"), widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(
        label=gettext_lazy("有效期（天）"), min_value=1, max_value=366, initial=90
    )


@never_cache
def keys(request: Request) -> HttpResponse:
    """Show one's own keys, or make one and show it this once."""
    page, made = keys_page(request.actor), ""
    form = _form(page, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_key(request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.words(get_language() or "zh"))
        else:
            page, form = keys_page(request.actor), _form(page)
    return render(request, "keys.html", {"page": page, "form": form, "made": made})


def _form(page: Keys, typed: QueryDict | None = None) -> KeyForm:
    form = KeyForm(typed)
    form.fields["scopes"].choices = page.scopes  # type: ignore[attr-defined]  # a choice field has them
    return form


@require_POST
def take_back(request: Request, key: int) -> HttpResponse:
    """Take one of one's own keys back."""
    revoke_key(request.actor, key)
    return redirect("keys")


addresses = [
    path("keys/", keys, name="keys"),
    path("keys/<int:key>/revoke", take_back, name="key_revoke"),
]
