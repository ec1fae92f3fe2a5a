"""Two halves: neither opens anything alone, and a destroyed share opens nothing again."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from trivet.vault import Destroyed, shares
from trivet.vault.models import Share
from trivet.vault.shares import Scope

pytestmark = pytest.mark.usefixtures("db")
DAY = datetime(2026, 6, 4, tzinfo=UTC)
KEY = bytes(range(32))


def scope(name="work", version=1, subject=None):
    return Scope(name, subject or uuid4(), version)


def test_a_data_key_needs_both_halves():
    one = scope()
    made = shares.make(one)
    key = shares.data_key(shares.half(KEY, one), one, made)
    assert key not in (KEY, shares.half(KEY, one), made[one])
    assert key != shares.data_key(shares.half(bytes(32), one), one, made)
    assert key != shares.data_key(shares.half(KEY, one), one, {one: bytes(32)})
    assert key == shares.data_key(shares.half(KEY, one), one, shares.find([one]))


def test_one_half_derives_no_other_scope_subject_or_version():
    subject = uuid4()
    scopes = [scope("work", 1, subject), scope("thread", 1, subject), scope("work", 2, subject), scope("work", 1)]
    halves = {shares.half(KEY, each) for each in scopes}
    share = {each: bytes(32) for each in scopes}
    keys = {shares.data_key(bytes(32), each, share) for each in scopes}
    assert len(halves) == len(keys) == 4


def test_a_destroyed_share_opens_nothing_again():
    one, other = scope(), scope("thread")
    shares.make(one, other)
    shares.destroy(one)
    assert set(shares.find([one, other])) == {other}
    assert not Share.objects.filter(subject=one.subject).exists()
    with pytest.raises(Destroyed):
        shares.data_key(shares.half(KEY, one), one, shares.find([one]))


def test_a_blank_share_opens_nothing_either():
    one = scope()
    made = shares.make(one)
    shares.blank(one)
    assert shares.find([one]) == {}
    assert bytes(Share.objects.get(subject=one.subject).value) != made[one]


def test_nobody_may_make_the_same_share_twice():
    one = scope()
    made = shares.make(one)
    with pytest.raises(IntegrityError), transaction.atomic(using="keys"):
        shares.make(one)
    assert shares.find([one]) == made


def test_a_version_is_never_used_twice():
    subject = uuid4()
    shares.make(scope("work", 1, subject), scope("outcome", 1, subject))
    assert shares.next_version(scope("work", 1, subject)) == 2
    shares.make(scope("work", 4, subject))
    assert shares.next_version(scope("outcome", 1, subject)) == 5
    assert shares.next_version(scope()) == 1


def test_a_new_share_takes_over_the_day_of_the_one_it_follows():
    dated, undated = scope(), scope()
    pairs = {old: Scope(old.name, old.subject, 2) for old in (dated, undated)}
    shares.make(*pairs, *pairs.values())
    shares.destroy_on(DAY, dated)
    shares.inherit_dates(pairs)
    assert {each for each in shares.due(DAY) if each.version == 2} == {pairs[dated]}


def test_shares_are_due_on_their_day_and_not_before():
    one, never = scope(), scope()
    shares.make(one, never)
    shares.destroy_on(DAY, one)
    assert shares.due(DAY - timedelta(seconds=1)) == []
    assert shares.due(DAY) == [one]
    assert shares.undated(one, never) == [never]
    shares.destroy_on(None, one)
    assert shares.due(DAY) == []


def test_only_shares_that_a_newer_one_followed_are_left_behind():
    subject = uuid4()
    first, second, other = scope("work", 1, subject), scope("work", 2, subject), scope("outcome", 1, subject)
    shares.make(first, second, other)
    assert shares.followed() == [first]
