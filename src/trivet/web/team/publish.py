"""Publish: the one report a case to the committee, and its second reader."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trivet.access.cases import OpenCase
from trivet.process import publish
from trivet.web.fields import Choice, Words

from .step import StepForm, StepPage


class CommitteeForm(StepForm):
    text = Words(
        label=gettext_lazy("The report"), rows=16,
        help_text=gettext_lazy("It leaves Trivet in clear, addressed to the committee. Name only who must be named."),
    )  # fmt: skip

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        earlier = publish.draft(case)
        return {"text": earlier or _draft(case)}


class TextForm(StepForm):
    """Something is done with the report as it stands."""

    @property
    def report_text(self) -> str:
        return publish.draft(self.case)


class SecondReadingForm(TextForm):
    clears = Choice(
        label=gettext_lazy("May it leave as it stands?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No, something should change"))],
    )
    words = Words(label=gettext_lazy("A word to the author"), rows=3, required=False, longest=2_000)

    @property
    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "clears": self.cleaned_data["clears"] == "yes"}


class SendForm(TextForm):
    """Nothing to fill in."""


committee = StepPage(
    gettext_lazy("Report to the committee"), gettext_lazy("Save for the second reader"), CommitteeForm,
    publish.write_committee_report, (("publish", "committee-report"), ("publish", "level-of-detail")),
).as_view()  # fmt: skip
second_reading = StepPage(
    gettext_lazy("Read it as the committee will"), gettext_lazy("Save your answer"), SecondReadingForm,
    publish.read_second, (("publish", "committee-report"),), "team/publish/text.html",
).as_view()  # fmt: skip
sending = StepPage(
    gettext_lazy("Send it to the committee"), gettext_lazy("Send it now"), SendForm,
    publish.send_committee_report, (("publish", "committee-report"),), "team/publish/text.html",
).as_view()  # fmt: skip
acknowledgement = StepPage(
    gettext_lazy("The committee answered"), gettext_lazy("Note that it arrived"), SendForm,
    publish.note_acknowledgement, (("publish", "committee-report"),), "team/publish/text.html",
).as_view()  # fmt: skip


def _draft(case: OpenCase) -> str:
    """When, where, what happened, what was decided: from the outcome record, never from the account."""
    outcome = case.outcome
    if outcome is None:
        return ""
    closed = timezone.localtime(outcome.at).strftime("%Y-%m-%d")
    return "\n\n".join(
        [
            _("When and where: {text}").format(text=outcome.when_and_where),
            _("What happened:\n{text}").format(text=outcome.what_happened),
            _("What we did:\n{text}").format(text=outcome.action),
            _(
                "We closed the case on {day} and are not asking you to act. Please only tell us that this arrived."
            ).format(day=closed),
        ]
    )
