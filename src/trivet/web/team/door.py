"""The door to a case's pages: signed in, holding it, and past the opening."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from trivet.access import Denied, cases, turning
from trivet.access.cases import OpenCase
from trivet.models.report import Opened
from trivet.process import retain
from trivet.process.steps import opening
from trivet.vault import VaultError
from trivet.web.errors import damaged
from trivet.web.unlocked import signed_in

CaseView = Callable[..., HttpResponse]


def holder(view: CaseView) -> CaseView:
    """Give the view an open case; whoever does not hold it learns nothing, not even that it exists."""

    @signed_in
    @wraps(view)
    def door(request: HttpRequest, case_id: UUID, **kwargs: object) -> HttpResponse:
        try:
            case = read(request, case_id)
            with timezone.override(case.case.event.zone):
                return view(request, case, **kwargs)
        except VaultError:
            return damaged(request)

    return door


def opened(view: CaseView) -> CaseView:
    """As ``holder``, once danger and names are behind the reader; until then, the opening."""

    @holder
    @wraps(view)
    def door(request: HttpRequest, case: OpenCase, **kwargs: object) -> HttpResponse:
        has_read = any(entry.by == case.by for entry in case.file.all(Opened))
        waiting = not case.destroyed and opening(case.file, by=case.by)
        if waiting and not (request.method == "POST" and has_read):  # what was typed is never turned away
            return redirect(f"/cases/{case.case.id}/opening/")
        return view(request, case, **kwargs)

    return door


def read(request: HttpRequest, case_id: UUID) -> OpenCase:
    """Open a case for whoever asks; not found for everybody who does not hold it.

    Did somebody leave, or lose their keys, or a phone seal it, the first who opens the case turns its keys.
    """
    now = timezone.now()
    try:
        case = cases.read_case(request.unlocked, case_id, at=now)  # type: ignore[attr-defined]
        if (case.unsealed or turning.has_stale(case, at=now)) and retain.turned(case, at=now):
            return cases.read_case(request.unlocked, case_id, at=now)  # type: ignore[attr-defined]
    except Denied:
        raise Http404 from None
    return case
