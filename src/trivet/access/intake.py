"""The door for what comes in: a new case, sealed before anything is written."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from trivet.models import REPORTER, Case, Conflict, Entry, Event, Grant, Member, ReturnBox
from trivet.vault import case_keys, codes, shares
from trivet.vault.shares import Scope

from . import journal, parts
from .attestation import Trust
from .cases import Due, set_clocks
from .parts import Contents
from .ring import Ring
from .summary import Summary, seal_summary


class AlreadySent(Exception):
    """This form was sent before: its case and its code are there."""


@dataclass(frozen=True)
class NewCase:
    """What a new case holds at first, and who is kept from it."""

    event: Event
    entries: list[Entry]
    holders: list[Member]
    kept_from: list[Member]
    summary: Summary
    clocks: list[Due]
    contents: Contents = field(default_factory=dict)
    by_phone: bool = False


def store(new: NewCase, form_secret: str) -> str:
    """Seal a new case to its holders and return the reporter's code. Step: receive.

    The shares are committed first, then everything else at once: a crash in between leaves a
    share that opens nothing, never a report that nothing opens. Raises ``AlreadySent``.
    """
    code = codes.code_from(form_secret)
    back = codes.return_key(code)
    if ReturnBox.objects.filter(tag=back.tag).exists():
        raise AlreadySent
    case, box = Case(event=new.event, by_phone=new.by_phone), case_keys.new_box(back.key, back.tag)
    box_row = ReturnBox(id=box.id, case=case, tag=back.tag, public=box.public, wrapped_seed=box.wrapped_seed)
    case_key = case_keys.new_case_key()
    ring = _new_ring(case_key, [case.scope("work"), case.scope("outcome"), box_row.scope])
    box_row.sealed_half = case_keys.seal_half(ring.halves[box_row.scope], box, box_row.scope)
    work = ring.key(case.scope("work"))
    case.summary = seal_summary(case, ring.key(case.scope("outcome")), new.summary)
    trust = Trust()
    grants = [grant_to(case, case_key, holder, slot, trust) for slot, holder in enumerate(new.holders, start=1)]
    records = [ring.seal(entry, _scope(entry, case, box_row), case.id) for entry in new.entries]
    try:
        with transaction.atomic():
            case.save(force_insert=True)
            box_row.save(force_insert=True)
            Grant.objects.bulk_create(grants)
            Conflict.objects.bulk_create(Conflict(case=case, member=member) for member in new.kept_from)
            for record in records:
                record.save(force_insert=True)
            parts.store(new.entries, new.contents, ring, case.scope("work"), case.id)
            set_clocks(case, new.clocks)
            journal.write(case.id, work, what="received", member=REPORTER, at=new.entries[0].at)
    except IntegrityError:
        if not ReturnBox.objects.filter(tag=back.tag).exists():
            raise
        raise AlreadySent from None  # the same form twice at the same moment
    journal.anchor()
    return code


def grant_to(case: Case, case_key: bytes, member: Member, slot: int, trust: Trust | None = None) -> Grant:
    """The case key wrapped for one attested member; raises ``NotAttested``. Not saved yet."""
    identity = (trust or Trust()).check(member)
    sealed = case_keys.grant(
        case_key, identity.public.seal_to, case=str(case.id), member=str(member.id), version=case.key_version
    )
    return Grant(
        case=case, member=member, identity=identity, slot=slot, key_version=case.key_version, sealed=sealed
    )  # fmt: skip


def _new_ring(case_key: bytes, scopes: list[Scope]) -> Ring:
    made = shares.make(*scopes)
    return Ring({scope: shares.half(case_key, scope) for scope in scopes}, made)


def _scope(entry: Entry, case: Case, box: ReturnBox) -> Scope:
    return box.scope if entry.scope == "thread" else case.scope(entry.scope)
