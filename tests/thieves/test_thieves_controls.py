"""The table would show it: with a protection taken out, a thief reads what they must not."""

import make_thieves
import pytest
from make_thieves import DESTROYED, FORMER, KEYS, MAIN, MEMBER, OLD_MAIN, RING, SINCE, TURNED

from trivet.access import destruction, grants
from trivet.management.backup import ring
from trivet.vault import shares


def old_shares_stay(out):
    out.setattr(shares, "destroy", lambda *_: None)


def nothing_is_destroyed_on_its_day(out):
    out.setattr(destruction, "sweep", lambda at: 0)


def whoever_left_gets_the_new_key(out):
    out.setattr(grants, "lawful", lambda rows, at: rows)


def no_share_is_needed(out):
    out.setattr(shares, "data_key", lambda half, scope, shares: half)


def backups_stay(out):
    out.setattr(ring, "let_go", lambda *_: [])


@pytest.mark.parametrize(
    ("protection", "loot", "reads", "ring_passed"),
    [
        (old_shares_stay, {OLD_MAIN, KEYS, FORMER}, TURNED, False),
        (nothing_is_destroyed_on_its_day, {MAIN, KEYS, MEMBER}, DESTROYED, False),
        (whoever_left_gets_the_new_key, {MAIN, KEYS, FORMER}, SINCE, False),
        (no_share_is_needed, {MAIN, MEMBER}, SINCE, False),
        (backups_stay, {OLD_MAIN, RING, FORMER}, TURNED, True),
    ],
    ids=lambda each: getattr(each, "__name__", None),
)
def test_a_thief_reads_more_without(scene, monkeypatch, protection, loot, reads, ring_passed):
    expected = make_thieves.opens(make_thieves.left(frozenset(loot)) if ring_passed else frozenset(loot))
    assert reads not in expected
    with monkeypatch.context() as out:
        protection(out)
        scene.begin()
        scene.turn()
        if ring_passed:
            scene.pass_the_ring()
    assert reads in scene.read_by(loot)
