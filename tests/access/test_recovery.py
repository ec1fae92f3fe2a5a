"""A lost password is not a lost case; neither is a lost key, while a teammate holds it."""

import pytest

from trivet.access import Denied, accounts, attestation, second_factor, sign_in, slots
from trivet.access.slots import WeakPassword, WrongSignIn
from trivet.models import JournalEntry, KeySlot, Unlock
from trivet.process import retain

NEW = "five-quite-unrelated-new-words"


@pytest.fixture
def code(cast):
    return slots.new_recovery_code(cast.noor.member, cast.noor.keys)


def recover(cast, code, **more):
    return accounts.recover(**({"email": "noor@conf.example", "code": code, "new": NEW, "at": cast.now} | more))


def test_a_member_may_open_the_same_cases_with_their_recovery_code(cast, code):
    case = cast.report()
    recover(cast, code)
    cast.people["noor"], _ = sign_in.sign_in(email="noor@conf.example", password=NEW, at=cast.now)
    assert cast.read(case, "noor").file.report


@pytest.mark.parametrize("typed", [str.upper, lambda code: code.replace(" ", "-"), lambda code: f"1. {code}\n"])
def test_the_code_may_be_typed_anyhow(cast, code, typed):
    assert recover(cast, typed(code))


def test_the_old_password_and_every_session_may_not_go_on(cast, code):
    _, cookie = sign_in.sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)
    recover(cast, code)
    assert sign_in.recall(cookie, cast.now) is None
    with pytest.raises(WrongSignIn):
        sign_in.sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)


def test_a_code_may_not_be_used_twice_and_the_next_one_may(cast, code):
    following = recover(cast, code)
    assert following != code
    with pytest.raises(WrongSignIn):
        recover(cast, code)
    assert recover(cast, following)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"code": "seven words that nobody was ever given"}, WrongSignIn),
        ({"code": ""}, WrongSignIn),
        ({"email": "tomas@conf.example"}, WrongSignIn),
        ({"email": "nobody@conf.example"}, WrongSignIn),
        ({"new": "short"}, WeakPassword),
    ],
)
def test_a_refused_recovery_changes_nothing(cast, code, more, error):
    before = list(KeySlot.objects.order_by("pk").values())
    with pytest.raises(error):
        recover(cast, **{"code": code, **more})
    assert list(KeySlot.objects.order_by("pk").values()) == before
    assert not JournalEntry.objects.exists()


def test_a_code_may_not_open_somebody_elses_slot(cast, code):
    """Whoever writes to the main store puts their own slot in another one's place: it does not open there."""
    mine, theirs = KeySlot.objects.get(kind="recovery"), KeySlot.objects.get(member=cast.tomas.member)
    KeySlot.objects.create(member=cast.tomas.member, kind="recovery", salt=mine.salt, wrapped=mine.wrapped)
    with pytest.raises(WrongSignIn):
        recover(cast, code, email="tomas@conf.example")
    KeySlot.objects.filter(pk=theirs.pk).update(salt=mine.salt, wrapped=mine.wrapped)
    with pytest.raises(WrongSignIn):
        sign_in.sign_in(email="tomas@conf.example", password=code, at=cast.now)


def test_the_code_itself_is_stored_nowhere(cast, code):
    stored = b"".join(bytes(row.salt) + bytes(row.wrapped) for row in KeySlot.objects.all())
    assert code.encode() not in stored
    assert code.split()[0].encode() not in stored


def test_new_keys_may_not_be_vouched_for_by_other_words(cast):
    made = accounts.renew_keys(cast.tomas.member, password=NEW)
    with pytest.raises(attestation.OtherWords):
        attestation.vouch(made.member, heard=attestation.six_words(cast.noor.member), by=cast.noor, at=cast.now)
    assert not attestation.is_attested(made.member)


@pytest.mark.parametrize("name", ["ingrid", "noor"])
def test_somebody_may_not_undo_trust_by_vouching_again(cast, name):
    """For the founder, on whose signature everybody's hangs, or for oneself."""
    words = attestation.six_words(cast.people[name].member)
    attestation.vouch(cast.people[name].member, heard=words, by=cast.noor, at=cast.now)
    assert all(attestation.is_attested(who.member) for who in cast.people.values())


def test_somebody_whom_nobody_vouched_for_may_not_vouch(cast):
    made = accounts.renew_keys(cast.tomas.member, password=NEW)
    words = attestation.six_words(made.member)
    with pytest.raises(attestation.NotAttested):
        attestation.vouch(made.member, heard=words, by=made, at=cast.now)


def test_lost_keys_come_back_through_a_teammate_and_open_nothing_before(cast):
    case = cast.report()
    _, cookie = sign_in.sign_in(email="tomas@conf.example", password=cast.password("tomas"), at=cast.now)
    second_factor_was_on = second_factor.is_on(cast.tomas.member)
    cast.people["tomas"] = accounts.renew_keys(cast.tomas.member, password=NEW)
    assert not second_factor_was_on
    assert sign_in.recall(cookie, cast.now) is None
    assert not Unlock.objects.exists()
    with pytest.raises(Denied):
        cast.read(case, "tomas")
    words = attestation.six_words(cast.tomas.member)
    attestation.vouch(cast.tomas.member, heard=words.upper(), by=cast.noor, at=cast.now)
    retain.end_access(cast.read(case, "noor"), at=cast.later(minutes=1))
    assert cast.read(case, "tomas").file.report


def test_every_key_has_six_words_of_its_own(cast):
    words = {attestation.six_words(unlocked.member) for unlocked in cast.people.values()}
    assert len(words) == len(cast.people)
    assert {len(six.split()) for six in words} == {6}
