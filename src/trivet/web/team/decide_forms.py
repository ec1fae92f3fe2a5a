"""Forms of the decision."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.models.decision import NO_ACTION, NO_VIOLATION, WARNING
from trivet.process.agenda import carrier
from trivet.web.fields import Choice, Moment, Words

from .step import AgainstForm, StepForm, not_to_come
from .task_forms import TaskRows

SHORT = 2_000


class Minutes(Words):
    """What is kept of a meeting is short: whoever reads it later needs what was settled, not who said what."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=SHORT, **kwargs)

    too_long = _(
        "This is {length:,} characters long; minutes are short, {longest:,} at most. "
        "Keep what you settled here, and put the rest into a note."
    )


class HearingForm(AgainstForm):
    way = Choice(
        label=_("The reported person"),
        choices=[
            ("heard", _("knows of the complaint, and told their side")),
            ("declined", _("knows of the complaint, and did not want to say anything")),
            ("deferred", _("will be told later")),
            ("unknown", _("could not be identified")),
            ("none", _("is not to be told: out of scope, or not safe")),
        ],
    )
    safe_to_tell = forms.BooleanField(
        label=_(
            "It was safe to tell them: the affected person knew beforehand, and no police or safeguarding work suffers"
        ),
        required=False,
    )
    statement = Words(label=_("Their side, as they told it"), rows=5, required=False)
    because = Words(label=_("If they were not heard: why not?"), rows=2, required=False, longest=SHORT)
    carried_by = Choice(label=_("If they were heard: who of you brings their side into the meeting?"), required=False)
    until = Moment(label=_("If later: until when?"), required=False)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        self.fields["carried_by"].choices = [(str(m.id), m.name) for m in case.holders]  # type: ignore[attr-defined]

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"carried_by": case.by}


class MeetingForm(TaskRows, AgainstForm):
    held_at = Moment(label=_("When was the meeting?"))
    present = forms.MultipleChoiceField(
        label=_("Who of you was there?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick who was there.")},
    )
    carries_side = Words(label=_("Who brought the reported person’s side in?"), required=False, longest=SHORT)
    what_happened = Minutes(label=_("1. What happened?"), rows=4, help_text=_("Two or three sentences are enough."))
    doing = Minutes(label=_("2. Are we doing anything about it?"), rows=3)
    who_does = Minutes(label=_("3. Who does it?"))
    decide_by = Moment(label=_("4. When? The decision stands by"))
    sides = forms.MultipleChoiceField(
        label=_("Was one of them in the room?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("reporter", _("The reporter")),
            ("affected", _("The affected person")),
            ("reported", _("The reported person")),
        ],
    )
    others = Words(
        label=_("Was anybody else there?"), required=False, longest=SHORT, help_text=_("Names, one a line."), rows=2
    )
    widely_witnessed = forms.BooleanField(label=_("It was very widely witnessed, for example a talk"), required=False)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        self.fields["present"].choices = [(str(m.id), m.name) for m in case.holders]  # type: ignore[attr-defined]

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        now, person = timezone.localtime(), carrier(case)
        return {"held_at": now, "decide_by": now + timedelta(hours=2), "carries_side": person.name if person else ""}

    def clean_held_at(self) -> datetime:
        return not_to_come(self.cleaned_data["held_at"])


class DecisionForm(StepForm):
    outcome = Choice(
        label=_("What is decided?"),
        choices=[
            (WARNING, _("A warning")),
            (NO_VIOLATION, _("No violation of the Code of Conduct")),
            (NO_ACTION, _("No further action")),
        ],
    )
    safety = Words(label=_("What does safety need?"), rows=3)
    reasons = Words(label=_("Why this?"), rows=4)
    expected = Words(label=_("For a warning: what is expected of them from now on?"), rows=3, required=False)
    warn_by = Moment(label=_("For a warning: given by when?"), required=False)


class AgreementForm(StepForm):
    agrees = Choice(
        label=_("Do you agree?"),
        choices=[("yes", _("Yes: it stands")), ("no", _("No: let us talk again"))],
    )
    words = Words(label=_("A word on it"), rows=3, required=False, longest=SHORT)

    @property
    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "agrees": self.cleaned_data["agrees"] == "yes"}


class WarningForm(AgainstForm):
    given_at = Moment(label=_("When was it given?"))
    givers = Words(
        label=_("Who gave it?"), rows=2, longest=SHORT, help_text=_("One name a line; two people give a warning.")
    )
    private_place = forms.BooleanField(label=_("In a private place"), required=False)
    said = Words(label=_("What was said"), rows=4)
    reaction = Words(label=_("How they took it"), rows=3, required=False)

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"given_at": timezone.localtime()}

    def clean_given_at(self) -> datetime:
        return not_to_come(self.cleaned_data["given_at"])

    @property
    def arguments(self) -> dict[str, Any]:
        names = [line.strip() for line in self.cleaned_data["givers"].splitlines() if line.strip()]
        return {**self.cleaned_data, "givers": names}
