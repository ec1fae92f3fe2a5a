"""After a restore: cases stay closed until people have said again what changed since the backup.

Whoever left, lost their keys or has a conflict would otherwise open what they may not any more. A
chair says who left; then each case opens once two who may speak for it have said who has a conflict.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from trivet.models import (
    HOLDING,
    Case,
    Conflict,
    Event,
    Grant,
    Invitation,
    Member,
    Membership,
    Recollection,
    Restoration,
    Role,
    Unlock,
)

from . import ChangedMeanwhile, Denied, cases, grants, journal
from .accounts import retire_keys
from .attestation import is_attested
from .cases import Listed
from .unlocked import Unlocked

TOGETHER = 2  # so many people say who has a conflict, unless nobody else could


class NobodyStays(Exception):
    """By what people said of each other, nobody would hold the case any more."""


@dataclass(frozen=True)
class Closed:
    """A case that waits for people's words. ``listed`` is None for a chair who does not hold it."""

    case: Case
    listed: Listed | None
    holders: list[Member]
    said: list[Recollection]

    @property
    def is_damaged(self) -> bool:
        return self.listed is not None and self.listed.summary is None

    def said_by(self, member: Member) -> bool:
        return any(one.member_id == member.pk for one in self.said)


def close_everything(*, since: datetime, at: datetime) -> None:
    """Put every event's cases behind words, end all sessions and void all links that were not used. Step: retain."""
    with transaction.atomic():
        Unlock.objects.all().delete()
        Invitation.objects.filter(used_at=None).delete()
        Recollection.objects.all().delete()
        entry = journal.write_restored(since=since, at=at)
        for event in Event.objects.all():
            made = Restoration.objects.create(event=event, since=since, at=at, entry=entry)
            Case.objects.filter(event=event).update(restoration=made)
    journal.anchor_anew()


def take_out(address: str, *, at: datetime) -> int:
    """End every role of somebody whom the operator knows to have left. Returns how many roles ended."""
    lasting = Membership.objects.filter(Membership.lasting(at), member__email=address.strip().lower())
    return lasting.update(until=at)


def unsaid(reader: Unlocked, *, at: datetime) -> list[Restoration]:
    """The restored events of which the reader is, and nobody has said yet who left."""
    mine = Membership.objects.filter(Membership.lasting(at), member=reader.member, role__in=HOLDING)
    rows = Restoration.objects.filter(said_at=None, event__in=mine.values("event")).select_related("event")
    return list(rows.order_by("event__starts", "at"))


def waits_for(reader: Unlocked, *, at: datetime) -> bool:
    """Whether a restore keeps something closed that the reader could help to open, or wait for."""
    if not Restoration.objects.exists():
        return False
    return bool(unsaid(reader, at=at)) or bool(closed_cases(reader, at=at))


def may_say_who_left(reader: Unlocked, event: Event, *, at: datetime) -> bool:
    """A chair says it; where an event has none, anybody of its team."""
    lasting = Membership.objects.filter(Membership.lasting(at), event=event)
    chairs = lasting.filter(role=Role.CHAIR)
    those = chairs if chairs.exists() else lasting.filter(role=Role.TEAM)
    return those.filter(member=reader.member).exists() and is_attested(reader.member)


def restoration_for(reader: Unlocked, slug: str, *, at: datetime) -> Restoration:
    """The restore of an event of which the reader says who left; ``Denied`` for everybody else."""
    found = next((row for row in unsaid(reader, at=at) if row.event.slug == slug), None)
    if found is None or not may_say_who_left(reader, found.event, at=at):
        raise Denied
    return found


def team_then(restoration: Restoration, *, at: datetime) -> list[Membership]:
    """Who could hold cases of the event, as the backup has it."""
    lasting = Membership.objects.filter(Membership.lasting(at), event=restoration.event, role__in=HOLDING)
    return list(lasting.select_related("member").order_by("member__name"))


def say_who_left(
    reader: Unlocked, restoration: Restoration, *, left: Iterable[Member], lost_keys: Iterable[Member], at: datetime
) -> None:
    """End the roles of those who left, and the keys of those who lost theirs; then cases can be opened again.

    Raises ``ChangedMeanwhile`` when somebody else said so first, perhaps of the reader.
    """
    gone = list(left)
    with transaction.atomic():
        unsaid = Restoration.objects.filter(event=restoration.event, said_at=None)
        if not unsaid.update(said_at=at, said_by=reader.member) or not may_say_who_left(
            reader, restoration.event, at=at
        ):
            raise ChangedMeanwhile
        Membership.objects.filter(event=restoration.event, member__in=gone).update(until=at)
        Unlock.objects.filter(member__in=gone).delete()
        for member in lost_keys:
            retire_keys(member)
        journal.write_open(what="said who left since the backup", member=reader.member, at=at)
    journal.anchor()


def closed_cases(reader: Unlocked, *, at: datetime, only: UUID | None = None) -> list[Closed]:
    """The cases of which the reader may say who has a conflict: those they hold; as a chair, those of one holder."""
    listed = {item.case.pk: item for item in cases.list_closed(reader, at=at, only=only)}
    chaired = Membership.objects.filter(Membership.lasting(at), member=reader.member, role=Role.CHAIR)
    others = Case.objects.filter(restoration__said_at__isnull=False, event__in=chaired.values("event"))
    others = others.filter(pk=only) if only else others
    rows = [*(item.case for item in listed.values()), *others.exclude(pk__in=listed).select_related("event")]
    found = [_closed(row, listed.get(row.pk), at) for row in rows if reader.member in _speakers(row, at)]
    return [one for one in found if one.listed or one.said]


def closed_case(reader: Unlocked, case_id: UUID, *, at: datetime) -> Closed:
    """One of them; ``Denied`` for everybody who may not speak for it, and where its keys are not in the backup."""
    found = closed_cases(reader, at=at, only=case_id)
    if not found or found[0].is_damaged:
        raise Denied
    return found[0]


def say_who_has_a_conflict(reader: Unlocked, closed: Closed, *, conflicts: Iterable[Member], at: datetime) -> bool:
    """Keep what the reader knows; once nobody else has to say anything the case opens, without those in conflict.

    Returns whether it opened. Raises ``NobodyStays``, or ``ChangedMeanwhile`` when it opened before or the
    reader has no say in it any more; nothing is written then.
    """
    named = {str(member.pk) for member in conflicts}
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).select_related("event").get(pk=closed.case.pk)
        speakers = _speakers(case, at)
        if case.restoration_id is None or reader.member not in speakers:
            raise ChangedMeanwhile
        Recollection.objects.update_or_create(
            case=case, member=reader.member, defaults={"conflicts": sorted(named), "at": at}
        )
        _write_journal(reader, case, at)
        said = _said(case, speakers)
        opens = len(said) >= min(TOGETHER, len(speakers))
        if opens:
            _open(case, said, at)
    journal.anchor()
    return opens


def _open(case: Case, said: list[Recollection], at: datetime) -> None:
    named = {member for one in said for member in one.conflicts}
    out = [member for member in _holders(case, at) if str(member.pk) in named]
    if len(out) == len(_holders(case, at)):
        raise NobodyStays
    for member in out:
        Conflict.objects.get_or_create(case=case, member=member)
    case.recollections.all().delete()
    Case.objects.filter(pk=case.pk).update(restoration=None)


def _closed(case: Case, listed: Listed | None, at: datetime) -> Closed:
    return Closed(case, listed, _holders(case, at), _said(case, _speakers(case, at)))


def _said(case: Case, speakers: list[Member]) -> list[Recollection]:
    """The words that count: of those who left since, nobody could ask them to say it differently."""
    return list(case.recollections.filter(member__in=speakers).select_related("member").order_by("at"))


def _holders(case: Case, at: datetime) -> list[Member]:
    rows = grants.keyed(Grant.objects.filter(case=case), at).select_related("member").order_by("slot")
    return [grant.member for grant in rows]


def _speakers(case: Case, at: datetime) -> list[Member]:
    """Those who hold it; where that is one person, also the chairs without a conflict in it."""
    holders = _holders(case, at)
    if len(holders) >= TOGETHER:
        return holders
    chairs = Membership.objects.filter(Membership.lasting(at), event=case.event, role=Role.CHAIR)
    free = chairs.exclude(member__in=Conflict.objects.filter(case=case).values("member")).select_related("member")
    return [*holders, *(chair.member for chair in free if chair.member not in holders and is_attested(chair.member))]


def _write_journal(reader: Unlocked, case: Case, at: datetime) -> None:
    what = "said who has a conflict since the backup"
    grant = grants.keyed(Grant.objects.filter(case=case, member=reader.member), at).select_related("case").first()
    if grant:
        key = cases.journal_key(reader, grant)
        journal.write(case.pk, key, what=what, member=str(reader.member.pk), at=at)
    else:  # a chair's word, on a case that they do not hold
        journal.write_open(what=what, member=reader.member, at=at)
