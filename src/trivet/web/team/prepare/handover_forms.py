"""Forms of a handover."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from trivet.models import Member
from trivet.process.handover import Proposal
from trivet.web.fields import Lines

SEEN = "-seen"


class ConflictsForm(forms.Form):
    optional_said_once = True
    names = Lines(
        label=_("With whom have you a conflict?"), required=False,
        help_text=_("One name a line, and nothing else: people close to you, at your work, or who know you privately."),
    )  # fmt: skip
    none = forms.BooleanField(label=_("With nobody who comes to this event"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("names")) == bool(given.get("none")) and not self.errors:
            self.add_error("names", _("Please write names, or tick that there is nobody; one of the two."))
        return given


class HandingForm(forms.Form):
    """Who holds one case from now on."""

    to = forms.MultipleChoiceField(
        label=_("Who holds it from now on?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.UUIDField(widget=forms.HiddenInput)
    warned = forms.CharField(widget=forms.HiddenInput, required=False)  # of whom the page said that a name matches
    optional_said_once = True

    def __init__(self, proposal: Proposal, data: QueryDict | None = None) -> None:
        self.case, self.code_name = proposal.case, proposal.case.line().code_name
        self.matched = {str(member.pk) for member in proposal.matched}
        first = {
            "to": [str(member.pk) for member in proposal.preset], "seen": self.case.case.revision,
            "warned": " ".join(sorted(self.matched)),
        }  # fmt: skip
        super().__init__(data, initial=first, prefix=str(self.case.case.pk))
        self.people = {str(member.pk): member for member in proposal.people}
        labels = [(pk, _label(member, proposal)) for pk, member in self.people.items()]
        self.fields["to"].choices = labels  # type: ignore[attr-defined]

    def clean_to(self) -> list[Member]:
        return [self.people[pk] for pk in self.cleaned_data["to"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        warned, ticked = given.pop("warned", "").split(), {str(member.pk) for member in given.get("to", [])}
        if (self.matched & ticked) - set(warned):
            self.say_again(_now("Somebody said since this page was made with whom they have a conflict. Look again."))
        return given

    def say_again(self, why: str) -> None:
        """The case, or what is known of conflicts, is another by now: the same ticks count once they are sent again."""
        self.add_error("to", why)
        typed = cast("QueryDict", self.data).copy()
        typed[self.add_prefix("seen")] = str(self.case.case.revision)
        typed[self.add_prefix("warned")] = " ".join(sorted(self.matched))
        self.data = typed


def case_id(text: str | None) -> UUID | None:
    """A case that an address or a hidden field names; None for anything else."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def cases_in(data: QueryDict) -> Iterable[UUID]:
    """The cases that a page showed, by its fields."""
    named = (case_id(name.removesuffix(SEEN)) for name in data if name.endswith(SEEN))
    return [one for one in named if one]


def _label(member: Member, proposal: Proposal) -> str:
    if member in proposal.matched:
        return _now("{name}: somebody whom they named, or they themselves, may be in this case").format(name=member)
    return _now("{name}, who holds it now").format(name=member) if member in proposal.holders else member.name
