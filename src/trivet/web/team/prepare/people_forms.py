"""Forms about people."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.web.fields import Choice, Email, Moment, Words

from .people_labels import ROLES


class RoleForm(forms.Form):
    role = Choice(label=_("What are they at the event?"), choices=list(ROLES.items()))
    until = Moment(
        label=_("Until when?"),
        required=False,
        help_text=_("Then their access ends by itself. Leave it empty to decide later."),
    )

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until <= timezone.now():
            raise forms.ValidationError(_("This is over already. Choose a day to come, or leave it empty."))
        return until


class InvitationForm(RoleForm):
    name = Words(label=_("Their name"), longest=120)
    email = Email(label=_("Their e-mail address"))
    field_order = ("name", "email", "role", "until")


class VouchForm(forms.Form):
    heard = Words(
        label=_("The six words that you heard"),
        longest=500,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class AloneForm(forms.Form):
    """A tick is asked for only where cases would then open for nobody."""

    alone_too = forms.BooleanField(required=False)

    def __init__(self, *args: Any, alone: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not alone:
            self.fields["alone_too"].widget = forms.HiddenInput()


class RemovalForm(AloneForm):
    alone_too = forms.BooleanField(
        label=_("Remove them all the same; those cases stay closed until they have their role back"), required=False
    )


class NewKeysForm(AloneForm):
    alone_too = forms.BooleanField(label=_("The recovery code is lost, and those cases with it"), required=False)
