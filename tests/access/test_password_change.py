"""A new password wraps the same keys: the old one opens nothing, and every case opens still."""

import pytest
from django.contrib.auth.password_validation import CommonPasswordValidator

from trivet.access import accounts, sign_in
from trivet.access.slots import LONG_ENOUGH, WeakPassword, WrongSignIn, check_password
from trivet.models import JournalEntry, KeySlot, Unlock
from trivet.vault import words

NEW = "five-quite-unrelated-new-words"


def enter(cast, password):
    return sign_in.sign_in(email="noor@conf.example", password=password, at=cast.now)


def change(cast, **other):
    accounts.change_password(cast.noor, **({"old": cast.password("noor"), "new": NEW, "at": cast.now} | other))


def slot(cast):
    return KeySlot.objects.values("salt", "wrapped").get(member=cast.noor.member)


def test_the_old_password_opens_nothing_and_the_new_one_does(cast):
    change(cast)
    with pytest.raises(WrongSignIn):
        enter(cast, cast.password("noor"))
    assert enter(cast, NEW)[0].keys == cast.noor.keys


def test_the_slot_is_wrapped_anew_with_another_salt(cast):
    before = slot(cast)
    change(cast)
    after = slot(cast)
    assert before["salt"] != after["salt"]
    assert before["wrapped"] != after["wrapped"]
    assert KeySlot.objects.filter(member=cast.noor.member).count() == 1


def test_cases_open_as_before(cast):
    case = cast.report()
    change(cast)
    cast.people["noor"] = enter(cast, NEW)[0]
    assert cast.read(case, "noor").file.report


def test_every_session_of_the_member_ends_and_nobody_elses(cast):
    mine = [enter(cast, cast.password("noor"))[1] for _ in range(3)]
    theirs = sign_in.sign_in(email="tomas@conf.example", password=cast.password("tomas"), at=cast.now)[1]
    change(cast)
    assert [sign_in.recall(cookie, cast.now) for cookie in mine] == [None] * 3
    assert sign_in.recall(theirs, cast.now).member == cast.tomas.member


@pytest.mark.parametrize(
    ("attempt", "refusal"),
    [
        ({"old": "not my password at all"}, WrongSignIn),
        ({"old": ""}, WrongSignIn),
        ({"new": "thirteen-long"}, WeakPassword),
        ({"new": ""}, WeakPassword),
    ],
)
def test_a_refused_change_changes_nothing(cast, attempt, refusal):
    before, cookie = slot(cast), enter(cast, cast.password("noor"))[1]
    with pytest.raises(refusal):
        change(cast, **attempt)
    assert slot(cast) == before
    assert Unlock.objects.count() == 1
    assert sign_in.recall(cookie, cast.now)


def test_a_change_leaves_a_line(cast):
    change(cast)
    assert b"changed password" in bytes(JournalEntry.objects.get().body)


def test_generated_passwords_are_strong_enough():
    for _ in range(50):
        check_password(words.password())


def test_a_common_password_is_refused_however_it_is_written():
    long = [password for password in CommonPasswordValidator().passwords if len(password) >= LONG_ENOUGH]
    assert long
    for password in long:
        for written in (password, password.upper(), password.title()):
            with pytest.raises(WeakPassword, match="common"):
                check_password(written)


@pytest.mark.parametrize("password", ["a" * 13, "short", ""])
def test_a_short_password_is_refused(password):
    with pytest.raises(WeakPassword, match="short"):
        check_password(password)
