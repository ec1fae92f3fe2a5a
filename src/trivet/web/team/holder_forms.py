"""Forms that say who holds a case, and who has it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.models import Member
from trivet.process.standing_in import Helpers, excludable, helpers, perhaps_named, stand_ins, too_few
from trivet.web.fields import Choice

from .prepare.people_labels import ROLES
from .step import StepForm


class HandOverForm(StepForm):
    """To another holder; or from whoever cannot go on."""

    to = Choice(label=_("Who has it from now on?"))

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        has = case.file.claimed_by
        others = [member for member in case.holders if str(member.id) != has]
        self.free = {str(member.id): member for member in others if has == case.by or member == case.member}
        labels = {str(case.member.id): _("I do: whoever has it cannot go on")}
        self.fields["to"].choices = [(id_, labels.get(id_, one.name)) for id_, one in self.free.items()]  # type: ignore[attr-defined]

    @property
    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "to": self.free[self.cleaned_data["to"]]}


class LetInForm(StepForm):
    member = forms.ChoiceField(label=_("Who gets the case?"), widget=forms.RadioSelect)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        now = timezone.now()
        free, named = stand_ins(case, now), perhaps_named(case, now)
        self.members = {str(member.id): member for member in (*free, *named)}
        doubt = _("{name}: may be named in the case; only if you know that it is somebody else")
        choices = [(str(member.id), member.name) for member in free]
        choices += [(str(member.id), str(doubt).format(name=member.name)) for member in named]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]

    @property
    def helpers(self) -> Helpers | None:
        """Whom to ask, where too few hold it and nobody can be given it as things are."""
        return None if self.members or not too_few(self.case) else helpers(self.case, timezone.now())

    @property
    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "member": self.members[self.cleaned_data["member"]]}


class StepBackForm(forms.Form):
    """No reason is asked for."""

    stand_in = forms.ChoiceField(label=_("Who stands in for you?"), required=False, widget=forms.RadioSelect)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helpers = helpers(case, timezone.now())
        self.free = {str(one.member_id): one.member for one in self.helpers.here}
        self.alone = len(case.holders) == 1
        nobody = [] if self.alone else [("", _("Nobody: those who stay are enough"))]
        self.optional_said_once = self.alone  # then it is not, and the refusal says so
        free = [(str(one.member_id), f"{one.member.name}, {ROLES[one.role]}") for one in self.helpers.here]
        self.fields["stand_in"].choices = [*free, *nobody]  # type: ignore[attr-defined]


class ExcludeForm(StepForm):
    """No reason is asked for."""

    member = forms.ChoiceField(label=_("Who has a conflict?"), widget=forms.RadioSelect)
    stand_in = forms.ChoiceField(label=_("Who takes their place?"), required=False, widget=forms.RadioSelect)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        now, nobody = timezone.now(), ("", _("Nobody: those who stay are enough"))
        self.others = {str(member.id): member for member in excludable(case, now)}
        self.free = {str(member.id): member for member in stand_ins(case, now)}
        self.fields["member"].choices = [(id_, self._label(member)) for id_, member in self.others.items()]  # type: ignore[attr-defined]
        if self.free:
            self.fields["stand_in"].choices = [*((id_, member.name) for id_, member in self.free.items()), nobody]  # type: ignore[attr-defined]
        else:
            del self.fields["stand_in"]

    def _label(self, member: Member) -> str:
        holds, not_yet = _("{name}, who holds the case"), _("{name}, who does not hold it")
        return str(holds if member in self.case.holders else not_yet).format(name=member.name)

    @property
    def arguments(self) -> dict[str, Any]:
        chosen = self.cleaned_data
        return {
            "seen": chosen["seen"], "member": self.others[chosen["member"]],
            "stand_in": self.free.get(chosen.get("stand_in", "")),
        }  # fmt: skip
