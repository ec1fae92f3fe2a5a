"""One step on a case: a page with one form, the handbook beside it, and one use case behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trivet.access import ChangedMeanwhile, drafts
from trivet.access.cases import OpenCase
from trivet.handbook import page as handbook_page
from trivet.models import CaseFile
from trivet.process.gates import Refused
from trivet.process.steps import opening
from trivet.proofread.finding import Finding
from trivet.proofread.wording import pressing
from trivet.web.fields import Words

from .door import opened, read
from .drafts import keeping_drafts, take_up
from .people import names_in
from .timeline import timeline

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class StepForm(forms.Form):
    """A form on a case: it knows the case, and which revision of it the page was made from."""

    spoken = ""  # the field that says something to a party
    goes_out = False  # whether it is sent now, rather than recorded afterwards

    seen = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        self.case = case
        kwargs["initial"] = {"seen": case.case.revision, **self.first_values(case), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    @property
    def keeps_a_draft(self) -> bool:
        """Whether there is anything to write."""
        return any(isinstance(field, Words) for field in self.fields.values())

    @property
    def pressing(self) -> list[Finding]:
        """Wording in what goes out that deserves another look."""
        return pressing(self.cleaned_data[self.spoken]) if self.spoken and self.goes_out else []

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        """What the form proposes."""
        return {}

    @property
    def arguments(self) -> dict[str, Any]:
        """What the use case is called with."""
        return self.cleaned_data

    @property
    def lands_on(self) -> str:
        """Where it goes on afterwards."""
        return f"/cases/{self.case.case.id}/"


class AgainstForm(StepForm):
    """A form that can record what was already done, against the procedure."""

    against = Words(label=_("Why did it go differently?"), required=False, rows=2, longest=2_000)


def not_to_come(moment: datetime) -> datetime:
    """What is recorded has happened."""
    if moment > timezone.now() + timedelta(minutes=15):
        raise forms.ValidationError(_("This is still to come. Record it once it has happened."))
    return moment


@dataclass(frozen=True)
class StepPage:
    """``guidance`` are pages of the handbook; ``about`` looks for the entry that an address names, where it does."""

    title: "str | StrPromise"
    button: "str | StrPromise"
    form: type[StepForm]
    use_case: Callable[..., None]
    guidance: tuple[tuple[str, str], ...] = ()
    template: str = "team/step.html"
    shares: bool = False  # something of the case is told here to somebody else
    about: Callable[[CaseFile, str], object] | None = None

    def as_view(self) -> Callable[..., HttpResponse]:
        @require_http_methods(["GET", "HEAD", "POST"])
        @opened
        def view(request: HttpRequest, case: OpenCase, **kwargs: Any) -> HttpResponse:
            if self.about and not case.destroyed and not self.about(case.file, str(kwargs["of"])):
                raise Http404
            return run(self, request, case, **kwargs)

        view.step = self  # type: ignore[attr-defined]  # for the map
        return view


@keeping_drafts
def run(step: StepPage, request: HttpRequest, case: OpenCase, **fixed: Any) -> HttpResponse:
    """Show the form, or do what it says; a refusal or a change in between keeps what was typed."""
    if case.destroyed:
        return redirect(f"/cases/{case.case.id}/")
    form = step.form(case, *(request.POST, request.FILES) if request.method == "POST" else ())
    if not form.is_bound and (begun := drafts.find(case, request.path, at=timezone.now())):
        take_up(form, begun)
        return _show(step, request, case, form, fixed, status=200, begun=begun)
    if "seen" in form.errors:  # nobody knows what the page showed
        return _changed(step, request, case, fixed)
    if not form.is_valid():
        return _show(step, request, case, form, fixed, status=422 if form.is_bound else 200)
    if form.pressing and "as_it_is" not in request.POST:
        return _show(step, request, case, form, fixed, marks=form.pressing, status=422)
    try:
        step.use_case(case, **form.arguments, **fixed, at=timezone.now())
    except Refused as refusal:
        return _show(step, request, case, form, fixed, refusal=refusal, status=409)
    except ChangedMeanwhile:
        now = read(request, case.case.id)
        return _changed(step, request, now, fixed) if not now.destroyed else redirect(f"/cases/{case.case.id}/")
    drafts.drop(case.reader, request.path)
    return redirect(form.lands_on)


def guidance(*slugs: tuple[str, str]) -> list[dict[str, str]]:
    """Pages of the handbook as the guidance part shows them."""
    pages = [handbook_page(step, slug) for step, slug in slugs]
    return [{"title": page.title, "html": page.html} for page in pages]


def _show(
    step: StepPage,
    request: HttpRequest,
    case: OpenCase,
    form: StepForm,
    fixed: dict[str, Any],
    *,
    status: int,
    **more: Any,
) -> HttpResponse:
    not_yet = opening(case.file, by=case.by)  # a name was added meanwhile: nothing but what they typed is shown
    if "of" in fixed and not not_yet:  # the page is about one entry
        more["entries"] = timeline(case, names_in(case), only=str(fixed["of"]))
    context = {
        "step": step, "case": case, "file": case.file, "event": case.case.event, "form": form,
        "guidance_pages": guidance(*step.guidance), **more,
    }  # fmt: skip
    template = "team/step.html" if not_yet else step.template
    return render(request, template, {**context, "not_yet": not_yet}, status=status)


def _changed(step: StepPage, request: HttpRequest, case: OpenCase, fixed: dict[str, Any]) -> HttpResponse:
    """The case as it is now, with what was typed: sending it again saves it."""
    return _show(step, request, case, step.form(case, as_now(request, case)), fixed, stale=True, status=409)


def as_now(request: HttpRequest, case: OpenCase) -> QueryDict:
    """What was typed, as if the page had shown the case as it is now."""
    typed = request.POST.copy()
    typed["seen"] = str(case.case.revision)
    return typed
