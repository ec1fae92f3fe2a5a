"""Forms of the first hour."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.models import Member
from trivet.models.response import Message
from trivet.process.looks import LOOKED_AT, next_look
from trivet.process.obligations import obligations, owed
from trivet.process.standing_in import Helpers, excludable, helpers, perhaps_named, stand_ins, too_few
from trivet.web.attaching import Attachments
from trivet.web.fields import Choice, Moment, Words

from .account import conversations, titled
from .labels import STEPS
from .prepare.people_labels import ROLES
from .step import AgainstForm, StepForm, not_to_come

SHORT = 2_000


class ClaimForm(StepForm):
    """Nothing to fill in."""


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


class NoteForm(StepForm):
    text = Words(label=_("Your note"), rows=6, help_text=_("Only those who hold this case read it."))
    attachments = Attachments(label=_("Pictures, PDFs or text"))


class ToOneForm(StepForm):
    """Said to one of those who reported; asked only where there are several."""

    to = Choice(label=_("To whom?"), choices=[])

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        several = [(case.conversations[r.id], line) for r, line in titled(case.file) if r.id in case.conversations]
        if len(several) > 1:
            self.fields["to"].choices = several  # type: ignore[attr-defined]
        else:
            del self.fields["to"]

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        """Whoever waits for an answer."""
        waits = next((duty.of or case.file.report.id for duty in owed(case.file) if duty.kind == "acknowledge"), "")
        return {"to": case.conversations.get(waits, "")}


class MessageForm(ToOneForm):
    spoken, goes_out = "text", True
    text = Words(label=_("Your message to the reporter"), rows=6)

    @property
    def conversations(self) -> list[tuple[str, list[Message]]]:
        """What was said so far."""
        return conversations(self.case)


class WordsForm(ToOneForm, AgainstForm):
    spoken = "text"
    text = Words(label=_("What was said, in a few words"), rows=4)


class NamesForm(StepForm):
    names = Words(label=_("Who is it?"), rows=2, longest=SHORT)
    role = Choice(
        label=_("What are they in this?"),
        choices=[
            ("reported", _("The reported person")),
            ("affected", _("The affected person")),
            ("witness", _("A witness")),
            ("other", _("Somebody else")),
        ],
    )


class ApproachForm(StepForm):
    whether = Choice(
        label=_("Do we approach the affected person?"),
        choices=[("yes", _("Yes, as I write below")), ("no", _("No, we leave them in peace"))],
    )
    how = Words(label=_("Who does it, where and how? Or: why not?"), rows=4)


class PermissionForm(StepForm):
    to = Words(label=_("Who may be told?"), longest=SHORT)
    what = Words(label=_("What, and nothing else?"), rows=3, longest=SHORT)
    given_by = Choice(
        label=_("Who allowed it?"),
        choices=[("affected", _("The affected person")), ("reporter", _("The reporter, about themselves"))],
    )


class SafetyPlanForm(StepForm):
    answer = Choice(
        label=_("What did the affected person say?"),
        choices=[
            ("agreed", _("We agreed on steps")),
            ("declined", _("They want nothing of the kind")),
            ("unreachable", _("We could not reach them")),
        ],
    )
    steps = Words(label=_("Who does what, and until when?"), rows=5, required=False)
    look = Choice(
        label=_("When did you talk about it?"),
        choices=[
            ("", _("At first, or in between")),
            ("telling", _("Before the reported person is told")),
            ("outcome", _("With the outcome")),
            ("morning", _("The next morning")),
            ("weeks", _("Two weeks later")),
        ],
        required=False,
    )

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"look": next_look(obligations(case.file))}

    @property
    def dates(self) -> list[dict[str, Any]]:
        """When the plan is looked at again, as ``parts/owed.html`` takes it."""
        now, file = timezone.now(), self.case.file
        looks = [duty for duty in owed(file) if duty.kind in LOOKED_AT]
        return [{"label": STEPS[duty.kind][0], "due": duty.due, "late": duty.due < now, "url": ""} for duty in looks]


class InterimForm(StepForm):
    what = Words(label=_("What was done?"), rows=3, help_text=_("For example: asked to leave the party."))
    who = Words(label=_("Who did it?"), longest=SHORT)
    taken_at = Moment(label=_("When?"))
    why = Words(label=_("Why could it not wait?"), rows=3)

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"who": case.member.name, "taken_at": timezone.localtime()}

    def clean_taken_at(self) -> datetime:
        return not_to_come(self.cleaned_data["taken_at"])


class HoldForm(StepForm):
    because = Words(label=_("What did the affected person ask for?"), rows=3, longest=SHORT)


class EndHoldForm(StepForm):
    why = Choice(
        label=_("Why does it go on?"),
        choices=[
            ("asked", _("The affected person asked us to")),
            ("danger", _("Somebody is in danger")),
            ("child", _("A child is involved")),
            ("law", _("The law obliges us")),
            ("risk", _("Others are at risk")),
        ],
    )
    because = Words(label=_("In a sentence"), rows=2, longest=SHORT)
    affected_told = forms.BooleanField(label=_("The affected person knows that we go on, and why"), required=False)


class ReviewForm(StepForm):
    text = Words(label=_("What do you think of it, and does anything follow?"), rows=4)


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
        self.fields["stand_in"].choices = [*((id_, member.name) for id_, member in self.free.items()), nobody]  # type: ignore[attr-defined]

    def _label(self, member: Member) -> str:
        holds, not_yet = _("{name}, who holds the case"), _("{name}, who does not hold it")
        return str(holds if member in self.case.holders else not_yet).format(name=member.name)

    @property
    def arguments(self) -> dict[str, Any]:
        chosen = self.cleaned_data
        return {
            "seen": chosen["seen"], "member": self.others[chosen["member"]],
            "stand_in": self.free.get(chosen["stand_in"]),
        }  # fmt: skip


class SafetyCallForm(StepForm):
    danger = Choice(
        label=_("Is anyone in danger now, or are you in doubt? Staff count too."),
        choices=[("no", _("No, everybody is safe")), ("unsure", _("I am in doubt")), ("yes", _("Yes"))],
    )
    done = Words(label=_("Done: whom did you call, and when?"), rows=2, required=False, longest=SHORT)
    police = Choice(
        label=_("Does the affected person ask for police or security?"),
        choices=[("not-asked", _("They did not ask")), ("asked", _("Yes, they ask for it"))],
        required=False,
    )
