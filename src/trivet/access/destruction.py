"""Days of destruction: when the shares of a case are destroyed, and the sweep that does it."""

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from trivet.models import Case, Clock, Record, ReturnBox
from trivet.vault import shares
from trivet.vault.shares import Scope

from . import journal
from .cases import OpenCase

AT_LEAST = timedelta(days=30)  # whoever could change a month in the main store cannot shred by it at once
UNDATED = timedelta(days=122)  # from the first of the closing month, when a crash lost the exact day


def keep_work_until(case: OpenCase, when: datetime | None) -> None:
    """Account, notes and conversations go on that day, unless something is still owed."""
    shares.destroy_on(when, *_working(case.ring.halves))


def keep_outcome_until(case: OpenCase, when: datetime | None) -> None:
    """The outcome record goes on that day; None keeps it for good."""
    shares.destroy_on(when, case.case.scope("outcome"))


def sweep(at: datetime) -> int:
    """Destroy the shares whose day has come, and the rows they opened. Returns how many shares.

    Also mends what a crash left: shares of which main holds a newer version go, closed cases get a day.
    """
    _date_the_undated(at)
    outlived = [scope for scope in {*shares.followed(), *shares.due(at)} if _is_outlived(scope)]
    shares.destroy(*outlived)
    return len(outlived) + sum(_destroy(scope) for scope in shares.due(at))


def clear_destroyed() -> int:
    """Delete the rows of closed cases that no share is left for: a backup of main brought them back.

    Only where the keys store is no older than main; otherwise their shares may only be missing.
    """
    records = Record.objects.filter(case__closed_month__isnull=False).select_related("case")
    scopes = {record.sealed_for: record.case for record in records}
    gone = sorted(shares.without_any(scopes), key=lambda scope: scope.name == "outcome")  # the case itself goes last
    for scope in gone:
        with transaction.atomic():
            _delete_rows(scopes[scope], scope)
    return len(gone)


def unopenable() -> int:
    """How many cases have no share of their list line left, so that nobody opens them."""
    scopes = {case.scope("outcome") for case in Case.objects.all()}
    return len(scopes) - len(shares.find(scopes))


def _is_outlived(scope: Scope) -> bool:
    case = _cases_of(scope).first()
    return case is not None and scope.version < case.key_version


def _destroy(scope: Scope) -> bool:
    """Nothing of an open case is destroyed, nor while a clock still runs: a duty outlives its date."""
    with transaction.atomic():
        case = _cases_of(scope).select_for_update().first()
        if case and (scope.version > case.key_version or not case.closed_month or _owes(case)):
            return False
        shares.blank(scope)
        if case:
            _delete_rows(case, scope)
    shares.destroy(scope)  # last: until then the share's own row remembers that there may be rows left
    return True


def _owes(case: Case) -> bool:
    return Clock.objects.filter(case=case, met_at=None).exists()


def _date_the_undated(at: datetime) -> None:
    """Closing sets the day after its transaction; where a crash came between, take one from the month."""
    working = Record.objects.filter(case__closed_month__isnull=False).exclude(scope="outcome")
    rows = working.values_list("scope", "subject", "key_version", "case__closed_month").distinct()
    months = {Scope(name, subject, version): month for name, subject, version, month in rows if month}
    for scope in shares.undated(*months):
        shares.destroy_on(max(_midnight(months[scope]) + UNDATED, at + AT_LEAST), scope)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _cases_of(scope: Scope) -> QuerySet[Case]:
    boxes = ReturnBox.objects.filter(id=scope.subject)
    return Case.objects.filter(Q(id=scope.subject) | Q(id__in=boxes.values("case_id")))


def _working(scopes: dict[Scope, bytes]) -> list[Scope]:
    return [scope for scope in scopes if scope.name != "outcome"]


def _delete_rows(case: Case, scope: Scope) -> None:
    Record.objects.filter(case=case, scope=scope.name, subject=scope.subject).delete()
    if scope.name == "thread":
        ReturnBox.objects.filter(id=scope.subject).delete()
    if scope.name in ("work", "outcome"):
        Clock.objects.filter(case=case).delete()
        journal.forget(case.id)
    if scope.name == "outcome":
        case.delete()
