"""Forms of the rota."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.models import Member
from trivet.web.fields import Choice, Moment, Number, Words


class ShiftForm(forms.Form):
    member = Choice(label=_("Who?"))
    starts = Moment(label=_("From"))
    ends = Moment(label=_("Until"))
    phone = Number(
        label=_("Where the team can ring them"),
        required=False,
        help_text=_("Only the team reads it, until a week later."),
    )

    def __init__(self, *args: Any, team: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = {str(member.pk): member for member in team}
        self.fields["member"].choices = [(pk, member.name) for pk, member in self.team.items()]  # type: ignore[attr-defined]
        self.initial.setdefault("starts", timezone.localtime())

    def clean_member(self) -> Member:
        return self.team[self.cleaned_data["member"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("This is before it begins. Choose a later day or hour."))
        elif ends and ends <= timezone.now():
            self.add_error("ends", _("This is over already. Choose hours to come."))
        return given


class ShownForm(forms.Form):
    name = Words(
        label=_("What reporters read of you while you are on duty"),
        longest=120,
        required=False,
        help_text=_("For example: Noor, in a yellow shirt. Left empty, they read only that somebody is on duty."),
    )
