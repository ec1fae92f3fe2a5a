"""Days of destruction: when the shares of a case are destroyed, and the sweep that does it."""

from datetime import datetime, timedelta

from django.db import transaction

from trivet.models import Case, Clock, Record, ReturnBox
from trivet.vault import shares
from trivet.vault.shares import Scope

from .cases import OpenCase

UNDATED = timedelta(days=122)  # from the first of the closing month: a crash lost the exact day


def keep_work_until(case: OpenCase, when: datetime | None) -> None:
    """Account, notes and conversations go on that day, unless something is still owed."""
    shares.destroy_on(when, *_working(case.ring.halves))


def keep_outcome_until(case: OpenCase, when: datetime | None) -> None:
    """The outcome record goes on that day; None keeps it for good."""
    shares.destroy_on(when, case.case.scope("outcome"))


def sweep(at: datetime) -> int:
    """Destroy the shares whose day has come, and the rows they opened. Returns how many shares.

    Nothing of an open case is destroyed, nor while a clock still runs: a duty outlives its date.
    """
    destroyed = 0
    for scope in shares.due(at):
        case = _case_of(scope)
        if case is None or scope.version < case.key_version:
            shares.destroy(scope)
        elif case.closed_month and not Clock.objects.filter(case=case, met_at=None).exists():
            shares.destroy(scope)
            _delete_rows(case, scope)
        else:
            continue
        destroyed += 1
    return destroyed


def _case_of(scope: Scope) -> Case | None:
    box = ReturnBox.objects.filter(id=scope.subject).select_related("case").first()
    return box.case if box else Case.objects.filter(id=scope.subject).first()


def _working(scopes: dict[Scope, bytes]) -> list[Scope]:
    return [scope for scope in scopes if scope.name != "outcome"]


def _delete_rows(case: Case, scope: Scope) -> None:
    with transaction.atomic():
        Record.objects.filter(case=case, scope=scope.name, subject=scope.subject).delete()
        if scope.name == "thread":
            ReturnBox.objects.filter(id=scope.subject).delete()
        if scope.name == "work":
            Clock.objects.filter(case=case).delete()
        if scope.name == "outcome":
            case.delete()
