"""Whoever copied their grants, their shares and the whole keys store before they left opens nothing written after."""

from contextlib import suppress

from trivet.access import departures
from trivet.access.ring import Ring
from trivet.models import Grant
from trivet.process import respond, retain
from trivet.vault import VaultError, shares
from trivet.vault.case_keys import open_grant
from trivet.vault.models import Share
from trivet.vault.shares import Scope


def stolen(cast, who):
    """Case keys by case, from the grants in the store; and every share."""
    rows = Grant.objects.filter(member=cast.people[who].member).select_related("case")
    keys = {row.case: _case_key(cast, who, row) for row in rows}
    return keys, {Scope(row.scope, row.subject, row.version): bytes(row.value) for row in Share.objects.all()}


def _case_key(cast, who, row):
    member = cast.people[who]
    place = {"case": str(row.case_id), "member": str(member.member.id), "version": row.key_version}
    return open_grant(member.keys, row.sealed, **place)


def opened(case, key, known):
    """How many records of a case open with a key and these shares."""
    boxes = [Scope("thread", box.id, 0) for box in case.boxes.select_related("case")]
    names = [case.scope("work"), case.scope("outcome"), *boxes]
    count = 0
    for version in {scope.version for scope in known}:
        scopes = [Scope(scope.name, scope.subject, version) for scope in names]
        ring = Ring({scope: shares.half(key, scope) for scope in scopes}, known)
        for record in case.records.all():
            with suppress(VaultError):
                count += len(ring.unseal([record]))
    return count


def test_a_removed_member_may_not_open_anything_with_what_they_had_stolen_before(cast):
    cases = [cast.report() for _ in range(2)]
    keys, before = stolen(cast, "tomas")
    assert all(opened(case, keys[case], before) for case in cases)
    departures.remove(cast.event, cast.tomas.member, by=cast.ingrid, at=cast.later(seconds=1))
    assert retain.turn_some(cast.noor, enough=lambda: False, at=cast.later(seconds=1)) == 2
    for case in cases:
        cast.do(respond.add_note, case, "noor", text="After they had left.")
        case.refresh_from_db()
    assert stolen(cast, "tomas")[0] == {}
    now = {Scope(row.scope, row.subject, row.version): bytes(row.value) for row in Share.objects.all()}
    assert not set(now) & set(before)
    assert [opened(case, keys[case], {**before, **now}) for case in cases] == [0, 0]


def test_the_thief_here_does_open_what_was_not_turned(cast):
    case = cast.report()
    keys, before = stolen(cast, "tomas")
    departures.remove(cast.event, cast.tomas.member, by=cast.ingrid, at=cast.later(seconds=1))
    assert opened(case, keys[case], before)
