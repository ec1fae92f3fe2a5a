"""Signing in: the right password opens somebody's keys, and every other answer is the same."""

import json
from datetime import timedelta

import pytest

from trivet.access import sign_in
from trivet.access.sign_in import WrongSignIn
from trivet.models import JournalEntry, KeySlot, Unlock
from trivet.vault import passwords


def enter(cast, email="noor@conf.example", password=None):
    return sign_in.sign_in(email=email, password=password or cast.password("noor"), at=cast.now)


@pytest.mark.parametrize("email", ["noor@conf.example", "Noor@Conf.Example", "  noor@conf.example\n"])
def test_a_member_may_sign_in_with_their_password(cast, email):
    unlocked, cookie = enter(cast, email)
    assert unlocked.member == cast.noor.member
    assert unlocked.keys == cast.noor.keys
    assert sign_in.recall(cookie, cast.now).keys == cast.noor.keys


WRONG = {
    "wrong password": {"password": "correct-horse-battery-staple-tomas"},
    "empty password": {"password": " "},
    "unknown address": {"email": "nobody@conf.example"},
    "no address": {"email": ""},
    "odd address": {"email": "noor@conf.example\x00' OR 1=1"},
    "somebody else's address": {"email": "tomas@conf.example"},
}


@pytest.mark.parametrize("attempt", WRONG.values(), ids=WRONG.keys())
def test_every_wrong_sign_in_has_the_same_answer(cast, attempt):
    with pytest.raises(WrongSignIn) as wrong:
        enter(cast, **attempt)
    assert (str(wrong.value), wrong.value.args) == ("", ())
    assert not Unlock.objects.exists()
    assert not JournalEntry.objects.exists()


@pytest.mark.parametrize("attempt", WRONG.values(), ids=WRONG.keys())
def test_every_wrong_sign_in_takes_one_stretch(cast, attempt, monkeypatch):
    """So nobody learns from the clock which addresses there are."""
    stretched = []
    stretch = passwords.stretch

    def counting(password, salt):
        stretched.append(len(salt))
        return stretch(password, salt)

    monkeypatch.setattr(passwords, "stretch", counting)
    with pytest.raises(WrongSignIn):
        enter(cast, **attempt)
    assert stretched == [passwords.SALT]


def test_a_member_may_not_sign_in_with_somebody_elses_slot(cast):
    """Whoever writes to the main store puts their own slot in another one's place: it does not open there."""
    mine, theirs = (KeySlot.objects.get(member=cast.people[who].member) for who in ("tomas", "noor"))
    KeySlot.objects.filter(pk=theirs.pk).update(salt=mine.salt, wrapped=mine.wrapped)
    with pytest.raises(WrongSignIn):
        enter(cast, password=cast.password("tomas"))


def test_signing_in_leaves_a_line_without_address_or_browser(cast):
    enter(cast)
    entry = JournalEntry.objects.get()
    assert entry.case is None
    assert set(json.loads(bytes(entry.body))) == {"at", "member", "what"}
    assert b"conf.example" not in bytes(entry.body)


def test_two_sessions_of_one_member_are_apart(cast):
    (_, one), (_, other) = enter(cast), enter(cast)
    sign_in.sign_out(one)
    assert sign_in.recall(one, cast.now) is None
    assert sign_in.recall(other, cast.now).member == cast.noor.member


def test_only_the_cookies_hash_is_stored(cast):
    unlocked, cookie = enter(cast)
    row = Unlock.objects.values().get()
    stored = repr({name: bytes(v).hex() if isinstance(v, bytes | memoryview) else v for name, v in row.items()})
    for secret in (cookie, cookie.encode().hex(), unlocked.keys.seed.hex()):
        assert secret not in stored
    assert sign_in.recall(bytes(row["tag"]).hex(), cast.now) is None


@pytest.mark.parametrize("cookie", ["", "x", "🙂", "a" * 5000])
def test_a_made_up_cookie_is_nobodys(cast, cookie):
    enter(cast)
    assert sign_in.recall(cookie, cast.now) is None


def test_old_sessions_are_cleared_away(cast):
    enter(cast)
    cast.now += timedelta(hours=9)
    enter(cast)
    assert Unlock.objects.count() == 1
