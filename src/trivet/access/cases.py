"""The door to cases: the list of those somebody holds, and the reading of one."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from trivet.models import Case, CaseFile, Clock, Entry, Grant, Member, Record, Rung
from trivet.models.outcome import Outcome
from trivet.vault import VaultError, shares
from trivet.vault.case_keys import open_grant
from trivet.vault.shares import Scope

from . import ChangedMeanwhile, Denied, grants, journal, phones
from .phones import Unsealed
from .ring import Ring
from .sign_in import Unlocked
from .summary import Summary, seal_summary, unseal_summary


@dataclass(frozen=True)
class Listed:
    """A case in a list. ``summary`` is None when its seal is broken or its share destroyed.

    ``due`` is when something is, also what the summary does not know of because it came in since.
    """

    case: Case
    summary: Summary | None
    due: datetime | None = None


@dataclass(frozen=True)
class Due:
    """A clock as the store may know it: when, and when it was met."""

    due: datetime
    met_at: datetime | None
    loud: bool = False


@dataclass(frozen=True, repr=False)
class OpenCase:
    """A case in a holder's hand, for one request."""

    case: Case
    reader: Unlocked
    key: bytes
    ring: Ring
    file: CaseFile
    outcome: Outcome | None
    holders: list[Member] = field(default_factory=list)
    unsealed: Unsealed | None = None  # what a phone sealed and nobody has filed yet

    @property
    def member(self) -> Member:
        return self.reader.member

    @property
    def by(self) -> str:
        return str(self.reader.member.id)

    @property
    def conversations(self) -> dict[str, str]:
        """Where an author can come back with a return code: the conversation of each report."""
        alive = [str(scope.subject) for scope in self.ring.halves if scope.name == "thread" and self.ring.has(scope)]
        joined = {entry.report: entry.conversation for entry in self.file.joined.values()}
        first = [(self.file.report.id, one) for one in alive if one not in joined.values()]
        return dict([*first, *((report, one) for report, one in joined.items() if one in alive)])

    @property
    def destroyed(self) -> bool:
        """Whether only the outcome record is left."""
        return not self.ring.has(self.case.scope("work"))

    @property
    def journal_key(self) -> bytes:
        return _journal_key(self.case, self.ring)

    def journal(self) -> list[journal.Line]:
        """Who did what with this case; once it is destroyed, who read the outcome record."""
        return journal.lines(self.case.id, self.journal_key)

    def line(self) -> Summary:
        """The line by which it stands in a list; raises ``Tampered``."""
        return unseal_summary(self.case, self.ring.key(self.case.scope("outcome")))

    def seal(self, entry: Entry) -> list[Record]:
        """The records of an entry: one, or one for each conversation if it belongs to none."""
        only = getattr(entry, "conversation", "") if entry.scope == "thread" else ""
        scopes = [scope for scope in self.ring.halves if scope.name == entry.scope]
        return [self.ring.seal(entry, scope, self.case.id) for scope in scopes if only in ("", str(scope.subject))]

    def take_turn(self, seen: uuid.UUID | None) -> uuid.UUID:
        """Of two who act at the same moment let one go on; raises ``ChangedMeanwhile`` for the other.

        For what cannot be taken back, such as a letter. Returns the revision to commit with.
        """
        turn = uuid.uuid4()
        if not Case.objects.filter(id=self.case.id, revision=seen or self.case.revision).update(revision=turn):
            raise ChangedMeanwhile
        return turn

    def commit(
        self,
        *entries: Entry,
        summary: Summary,
        clocks: list[Due],
        did: str,
        seen: uuid.UUID | None,
        at: datetime,
        also: Callable[[], object] | None = None,
        **marks: date | None,
    ) -> None:
        """Write entries, clocks, list line and journal at once.

        ``seen`` is the revision that the page was made from; raises ``ChangedMeanwhile`` when the
        case has moved on since, or its content was destroyed. None means that nothing was shown that
        could have changed.
        ``also`` runs in the same transaction; ``marks`` are columns of the case that change
        with it (``closed_month``).
        """
        work, listed = self.ring.key(self.case.scope("work")), self.ring.key(self.case.scope("outcome"))
        with transaction.atomic():
            changed = Case.objects.filter(id=self.case.id, revision=seen or self.case.revision).update(
                revision=uuid.uuid4(), summary=seal_summary(self.case, listed, summary), news=False, **marks
            )
            records = [record for entry in entries for record in self.seal(entry)]
            scopes = [self.case.scope("work"), self.case.scope("outcome"), *(record.sealed_for for record in records)]
            if not changed or not shares.all_left(scopes):
                raise ChangedMeanwhile
            Record.objects.bulk_create(records)
            set_clocks(self.case, clocks)
            if also:
                also()
            journal.write(self.case.id, work, what=did, member=self.by, at=at)
        journal.anchor()


def list_cases(reader: Unlocked, *, at: datetime) -> list[Listed]:
    """Every case that somebody holds, by its sealed summary; opens no case and no account."""
    owed = Clock.objects.filter(case=OuterRef("case"), met_at=None).order_by("due").values("due")[:1]
    mine = list(_held(reader, at).select_related("case__event").annotate(due=Subquery(owed)))
    left = shares.find(grant.case.scope("outcome") for grant in mine)
    return [Listed(grant.case, _summary(reader, grant, left), grant.due) for grant in mine]


def list_closed(reader: Unlocked, *, at: datetime, only: uuid.UUID | None = None) -> list[Listed]:
    """The cases (or one) that somebody holds and a restore keeps closed, once it was said who left."""
    mine = grants.keyed(Grant.objects.filter(member=reader.member), at).select_related("case__event")
    mine = mine.filter(case=only) if only else mine
    closed = list(mine.filter(case__restoration__said_at__isnull=False))
    left = shares.find(grant.case.scope("outcome") for grant in closed)
    return [Listed(grant.case, _summary(reader, grant, left)) for grant in closed]


def journal_key(reader: Unlocked, grant: Grant) -> bytes:
    """What a case's lines in the journal are sealed with; raises ``VaultError``. Nothing is read."""
    scopes = [grant.case.scope("work"), grant.case.scope("outcome")]
    return _journal_key(grant.case, Ring.of_case(_case_key(reader, grant), scopes))


def work_key(reader: Unlocked, grant: Grant) -> bytes:
    """What a case's working file is sealed with; raises ``VaultError``. Nothing is read."""
    work = grant.case.scope("work")
    return Ring.of_case(_case_key(reader, grant), [work]).key(work)


def read_case(reader: Unlocked, case_id: uuid.UUID, *, at: datetime, what: str = "read") -> OpenCase:
    """Open a case that somebody holds. The journal is written first; everybody else is ``Denied``."""
    with transaction.atomic():
        Case.objects.select_for_update().filter(id=case_id).first()  # nobody turns the keys meanwhile
        grant = _held(reader, at).filter(case_id=case_id).select_related("case__event").first()
        if grant is None:
            raise Denied
        case = grant.case
        key = _case_key(reader, grant)
        boxes = list(case.boxes.select_related("case"))
        ring = Ring.of_case(key, [case.scope("work"), case.scope("outcome"), *(box.scope for box in boxes)])
        if not ring.has(case.scope("outcome")):
            raise Denied
        journal.write(case.id, _journal_key(case, ring), what=what, member=str(reader.member.id), at=at)
        records = list(case.records.all())
    journal.anchor()
    unsealed, entries = phones.unseal(ring.unseal(records), reader, case.event)
    outcomes = [entry for entry in entries if isinstance(entry, Outcome)]
    return OpenCase(
        case=case,
        reader=reader,
        key=key,
        ring=ring,
        file=CaseFile.of(_once(entry for entry in entries if not isinstance(entry, Outcome))),
        outcome=max(outcomes, key=lambda entry: entry.at, default=None),
        holders=holders(case, at),
        unsealed=unsealed,
    )


def holders(case: Case, at: datetime) -> list[Member]:
    """Who holds a case now, in the order of their places."""
    rows = grants.lawful(Grant.objects.filter(case=case), at).order_by("slot").select_related("member")
    return [grant.member for grant in rows]


def set_clocks(case: Case, clocks: list[Due]) -> None:
    """Replace a case's clocks; a clock that stays keeps which of its notices went out."""
    noticed = dict(Clock.objects.filter(case=case).order_by("noticed").values_list("due", "noticed"))
    Clock.objects.filter(case=case).delete()
    Clock.objects.bulk_create(
        Clock(case=case, due=c.due, met_at=c.met_at, loud=c.loud, noticed=noticed.get(c.due, Rung.NOT_YET))
        for c in clocks
    )


def _held(reader: Unlocked, at: datetime) -> QuerySet[Grant]:
    """A member's grants that open something: at the event, without a conflict, to the keys they have."""
    return grants.opening(Grant.objects.filter(member=reader.member), at)


def _case_key(reader: Unlocked, grant: Grant) -> bytes:
    return open_grant(
        reader.keys, grant.sealed, case=str(grant.case_id), member=str(reader.member.id), version=grant.key_version
    )


def _summary(reader: Unlocked, grant: Grant, left: dict[Scope, bytes]) -> Summary | None:
    scope = grant.case.scope("outcome")
    try:
        key = shares.data_key(shares.half(_case_key(reader, grant), scope), scope, left)
        return unseal_summary(grant.case, key)
    except VaultError:
        return None


def _journal_key(case: Case, ring: Ring) -> bytes:
    work = case.scope("work")
    return ring.key(work if ring.has(work) else case.scope("outcome"))


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """An entry of several conversations counts once."""
    return list({entry.id: entry for entry in entries}.values())
