"""Several reports, one case: joined, parted, or taken down as a further one."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trivet.access import Denied, cases, holding
from trivet.access.cases import OpenCase
from trivet.access.summary import Summary
from trivet.models.file import CLOSED
from trivet.process import joining
from trivet.web.fields import Choice, Words

from .labels import STATES
from .step import StepForm, StepPage

SHORT = 2_000


class JoinForm(StepForm):
    into = Choice(label=_("To which case does it belong?"), choices=[])

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        listed = cases.list_cases(case.reader, at=timezone.now())
        mine = [one for one in listed if one.case.event_id == case.case.event_id and one.case.id != case.case.id]
        has = holding.names({one.summary.claimed_by for one in mine if one.summary and one.summary.claimed_by})
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (str(one.case.id), _label(one.summary, has)) for one in mine if one.summary and one.summary.state != CLOSED
        ]

    @property
    def arguments(self) -> dict[str, Any]:
        try:
            into = cases.read_case(self.case.reader, UUID(self.cleaned_data["into"]), at=timezone.now())
        except Denied:
            into = None
        return {**self.cleaned_data, "into": into}

    @property
    def lands_on(self) -> str:
        return f"/cases/{self.cleaned_data['into']}/"


def _label(summary: Summary, has: dict[str, str]) -> str:
    """A code name alone is easy to mistake."""
    parts = [summary.code_name, STATES[summary.state], has.get(summary.claimed_by or "", _("nobody has it yet"))]
    return " · ".join(str(part) for part in parts)


class PartForm(StepForm):
    """Nothing to fill in."""


class FurtherReportForm(StepForm):
    what_happened = Words(label=_("What happened?"), rows=6)
    retaliation = forms.BooleanField(
        label=_("Somebody gets back at them because of the earlier report"), required=False
    )
    in_danger = Choice(
        label=_("Is anyone in danger now?"),
        choices=[("yes", _("Yes")), ("unsure", _("In doubt")), ("no", _("No"))],
    )
    who = Words(label=_("Who did it?"), rows=2, required=False, longest=SHORT)
    when = Words(label=_("When?"), required=False, longest=SHORT)


join = StepPage(
    _("It belongs to another case"), _("Join it to that case"), JoinForm, joining.join_report,
    template="team/respond/join.html",
).as_view()  # fmt: skip
part = StepPage(
    _("Give a report a case of its own"), _("Part it from this case"), PartForm, joining.part_report,
    template="team/respond/part.html", about=lambda file, of: of in file.joined,
).as_view()  # fmt: skip
further = StepPage(
    _("Take a further report down"), _("Save the report"), FurtherReportForm, joining.take_further_report,
    (("respond", "further-report"),),
).as_view()  # fmt: skip
