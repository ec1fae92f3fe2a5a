"""Days of destruction: when the shares of a case are destroyed, and the sweep that does it."""

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from trivet.models import Case, Clock, Part, Record, ReturnBox
from trivet.vault import shares
from trivet.vault.shares import Scope

from . import journal
from .cases import OpenCase

AT_LEAST = timedelta(days=30)  # whoever could change a month in the main store cannot shred by it at once
UNDATED = timedelta(days=122)  # from the first of the closing month, when a restore lost the exact day


def keep_work_until(case: OpenCase, when: datetime | None) -> None:
    """Account, notes and conversations go on that day, unless something is still owed."""
    shares.destroy_on(when, *_working(case.ring.halves))


def keep_outcome_until(case: OpenCase, when: datetime | None) -> None:
    """The outcome record goes on that day; None keeps it for good."""
    shares.destroy_on(when, case.case.scope("outcome"))


def sweep(at: datetime) -> int:
    """Destroy the shares whose day has come, and the rows they opened. Returns how many shares.

    Also mends what a crash or a restore left: shares of which main holds a newer version go, closed cases get a day.
    """
    _date_the_undated(at)
    outlived = [scope for scope in {*shares.followed(), *shares.due(at)} if _is_outlived(scope)]
    shares.destroy(*outlived)
    return len(outlived) + sum(_destroy(scopes) for scopes in _by_case(shares.due(at)))


def clear_destroyed() -> int:
    """Delete the rows of closed cases that no share is left for: a backup of main brought them back.

    Only where the keys store is no older than main; otherwise their shares may only be missing.
    """
    records = Record.objects.filter(case__closed_month__isnull=False).select_related("case")
    scopes = {record.sealed_for: record.case for record in records}
    gone = shares.without_any(scopes)
    for scope in sorted(gone, key=_case_itself_last):
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


def _by_case(scopes: list[Scope]) -> list[list[Scope]]:
    """What is due, case by case, so that nobody writes to the one half of a case while the other goes."""
    together: dict[object, list[Scope]] = {}
    for scope in scopes:
        case = _cases_of(scope).first()
        together.setdefault(case.pk if case else scope, []).append(scope)
    return list(together.values())


def _destroy(scopes: list[Scope]) -> int:
    """Nothing of an open case is destroyed, nor while a clock still runs: a duty outlives its date."""
    with transaction.atomic():
        case = _cases_of(scopes[0]).select_for_update().first()
        if case and (not case.closed_month or _owes(case)):
            return 0
        going = [scope for scope in scopes if not case or scope.version <= case.key_version]
        shares.blank(*going)
        if case:
            for scope in sorted(going, key=_case_itself_last):
                _delete_rows(case, scope)
    shares.destroy(*going)  # last: until then the shares' own rows remember that there may be rows left
    return len(going)


def _case_itself_last(scope: Scope) -> bool:
    """The case's own row goes with its outcome record."""
    return scope.name == "outcome"


def _owes(case: Case) -> bool:
    return Clock.objects.filter(case=case, met_at=None).exists()


def _date_the_undated(at: datetime) -> None:
    """A keys store from before the closing knows of no day: take one from the month."""
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
    for sealed in (Record, Part):
        sealed.objects.filter(case=case, scope=scope.name, subject=scope.subject).delete()
    if scope.name == "thread":
        ReturnBox.objects.filter(id=scope.subject).delete()
    if scope.name in ("work", "outcome"):
        Clock.objects.filter(case=case).delete()
        journal.forget(case.id)
    if scope.name == "outcome":
        case.delete()
