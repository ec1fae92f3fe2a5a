"""Forms of the first hour."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.models.letter import AFFECTED, REPORTED, REPORTER_TOLD, SOMEBODY
from trivet.models.response import Message
from trivet.process.looks import LOOKED_AT, next_look
from trivet.process.obligations import obligations, owed
from trivet.web.attaching import Attachments
from trivet.web.fields import Choice, Moment, Words

from .account import conversations, titled
from .labels import STEPS
from .step import AgainstForm, StepForm, not_to_come

SHORT = 2_000


class ClaimForm(StepForm):
    """Nothing to fill in."""


class NoteForm(StepForm):
    text = Words(label=_("Your note"), rows=6, help_text=_("Only those who hold this case read it."))
    attachments = Attachments(label=_("Pictures, PDFs or text"))


def authors(case: OpenCase) -> list[tuple[str, Any]]:
    """The conversations of those who reported, where there are several."""
    several = [(case.conversations[r.id], line) for r, line in titled(case.file) if r.id in case.conversations]
    return several if len(several) > 1 else []


class ToOneForm(StepForm):
    """Said to one of those who reported; asked only where there are several."""

    to = Choice(label=_("To whom?"), choices=[])

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        if several := authors(case):
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


class WordsForm(AgainstForm):
    spoken = "text"
    to = Choice(label=_("With whom did you speak?"), choices=[])
    text = Words(label=_("What was said, in a few words"), rows=4)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        parties = [(REPORTED, _("The reported person")), (SOMEBODY, _("Somebody else"))]
        if not case.file.report.by_the_affected_person:
            parties.insert(0, (AFFECTED, _("The affected person")))
        choices = [*(authors(case) or [(REPORTER_TOLD, _("The reporter"))]), *parties]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]


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
