"""A code from a telephone beside the password: needed, of this moment, and good once."""

from datetime import timedelta

import pyotp
import pytest

from trivet.access import accounts, second_factor, sign_in, slots
from trivet.access.second_factor import WrongCode
from trivet.access.slots import WrongSignIn
from trivet.models import KeySlot, SecondFactor

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_at(moment) -> str:
    return pyotp.TOTP(SECRET).at(moment)


@pytest.fixture
def on(cast):
    """The second factor of noor is on; half a minute has passed since."""
    _, cookie = sign_in.sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)
    second_factor.switch_on(
        cast.noor, secret=SECRET, code=code_at(cast.now), password=cast.password("noor"), at=cast.now
    )
    assert sign_in.recall(cookie, cast.now) is None
    cast.later(minutes=1)
    return cast


def enter(cast, code, password=None):
    password = password or cast.password("noor")
    return sign_in.sign_in(email="noor@conf.example", password=password, code=code, at=cast.now)[0]


def test_a_member_may_sign_in_with_password_and_code(on):
    assert enter(on, code_at(on.now)).keys == on.noor.keys


@pytest.mark.parametrize("seconds", [-30, 30])
def test_a_clock_may_be_half_a_minute_off(on, seconds):
    assert enter(on, code_at(on.now + timedelta(seconds=seconds)))


@pytest.mark.parametrize("code", ["", "000000", "12345", "abcdef", "٠١٢٣٤٥", "\x00", "1" * 500])
def test_a_member_may_not_sign_in_with_another_code(on, code):
    assert code != code_at(on.now)
    with pytest.raises(WrongCode):
        enter(on, code)


@pytest.mark.parametrize("minutes", [-2, 2])
def test_a_code_of_another_moment_may_not_be_used(on, minutes):
    with pytest.raises(WrongCode):
        enter(on, code_at(on.now + timedelta(minutes=minutes)))


def test_a_code_may_not_be_used_twice(on):
    enter(on, code_at(on.now))
    with pytest.raises(WrongCode):
        enter(on, code_at(on.now))


def test_the_code_alone_may_not_sign_in(on):
    with pytest.raises(WrongSignIn) as wrong:
        enter(on, code_at(on.now), "wrong-password-of-somebody")
    assert not isinstance(wrong.value, WrongCode)


def test_whoever_deletes_the_row_in_the_main_store_opens_nothing(on):
    SecondFactor.objects.all().delete()
    with pytest.raises(WrongSignIn):
        enter(on, "")


def test_somebody_elses_secret_opens_nothing(on):
    second_factor.switch_on(
        on.tomas, secret=SECRET[::-1].replace("P", "A"), password=on.password("tomas"), at=on.now,
        code=pyotp.TOTP(SECRET[::-1].replace("P", "A")).at(on.now),
    )  # fmt: skip
    theirs = SecondFactor.objects.get(member=on.tomas.member)
    SecondFactor.objects.filter(member=on.noor.member).update(sealed=theirs.sealed)
    with pytest.raises(WrongCode):
        enter(on, code_at(on.now))


def test_the_secret_is_not_at_rest_in_clear(on):
    assert SECRET.encode() not in bytes(SecondFactor.objects.get().sealed)


def test_it_goes_on_with_a_new_password_and_ends_with_the_recovery_code(on):
    accounts.change_password(on.noor, old=on.password("noor"), new="another-long-password-of-hers", at=on.now)
    with pytest.raises(WrongCode):
        enter(on, "", "another-long-password-of-hers")
    code = slots.new_recovery_code(on.noor.member, on.noor.keys)
    accounts.recover(email="noor@conf.example", code=code, new="and-yet-another-long-one", at=on.now)
    assert enter(on, "", "and-yet-another-long-one")


def test_switching_off_takes_the_password(on):
    with pytest.raises(WrongSignIn):
        second_factor.switch_off(on.noor, password="wrong-password-of-somebody", at=on.now)
    assert second_factor.is_on(on.noor.member)
    second_factor.switch_off(on.noor, password=on.password("noor"), at=on.now)
    assert enter(on, "")


def test_switching_on_takes_the_code_that_the_telephone_shows(cast):
    before = KeySlot.objects.get(member=cast.noor.member).wrapped
    with pytest.raises(WrongCode):
        second_factor.switch_on(cast.noor, secret=SECRET, code="000000", password=cast.password("noor"), at=cast.now)
    assert not SecondFactor.objects.exists()
    assert bytes(KeySlot.objects.get(member=cast.noor.member).wrapped) == bytes(before)
