"""Two who change one member's secrets at the same moment: one of them is told, and the slots fit the keys."""

import pyotp
import pytest

from trivet.access import accounts, second_factor, sign_in, slots
from trivet.access.slots import WrongSignIn
from trivet.models import KeySlot
from trivet.vault import passwords, words

MINE, THEIRS, SECRET = "a-long-password-of-mine", "a-long-password-of-theirs", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def in_between(monkeypatch):
    """Something happens after a slot was opened, and before what it was opened for."""
    unwrap = passwords.unwrap

    def put(action):
        def slowly(*args, **kwargs):
            seed = unwrap(*args, **kwargs)
            monkeypatch.setattr(passwords, "unwrap", unwrap)
            action()
            return seed

        monkeypatch.setattr(passwords, "unwrap", slowly)

    return put


def change(cast, new):
    return lambda: accounts.change_password(cast.noor, old=cast.password("noor"), new=new, at=cast.now)


def renew_code(cast):
    return lambda: accounts.renew_recovery_code(cast.noor, password=cast.password("noor"), at=cast.now)


def factor_on(cast):
    code, password = pyotp.TOTP(SECRET).at(cast.now), cast.password("noor")
    return lambda: second_factor.switch_on(cast.noor, secret=SECRET, code=code, password=password, at=cast.now)


def factor_off(cast):
    return lambda: second_factor.switch_off(cast.noor, password=cast.password("noor"), at=cast.now)


@pytest.mark.parametrize("late", [lambda cast: change(cast, THEIRS), renew_code, factor_on, factor_off])
def test_somebody_with_the_old_password_may_not_undo_a_change(cast, in_between, late):
    in_between(change(cast, MINE))
    with pytest.raises(WrongSignIn):
        late(cast)()
    assert sign_in.sign_in(email="noor@conf.example", password=MINE, at=cast.now)[0].keys == cast.noor.keys
    assert list(KeySlot.objects.filter(member=cast.noor.member).values_list("kind", flat=True)) == ["password"]


def test_somebody_with_the_old_password_may_not_undo_a_recovery(cast, in_between):
    code = slots.new_recovery_code(cast.noor.member, cast.noor.keys)
    in_between(lambda: accounts.recover(email="noor@conf.example", code=code, new=MINE, at=cast.now))
    with pytest.raises(WrongSignIn):
        change(cast, THEIRS)()
    assert sign_in.sign_in(email="noor@conf.example", password=MINE, at=cast.now)[0].keys == cast.noor.keys


def test_a_code_may_not_bring_back_keys_that_were_retired(cast, in_between):
    code = slots.new_recovery_code(cast.noor.member, cast.noor.keys)
    in_between(lambda: accounts.renew_keys(cast.noor.member, password=MINE))
    with pytest.raises(WrongSignIn):
        accounts.recover(email="noor@conf.example", code=code, new=THEIRS, at=cast.now)
    slot = KeySlot.objects.get(member=cast.noor.member)
    assert slots.unwrap(slot, MINE).public == cast.noor.member.identity.public


def test_a_request_from_before_may_not_put_retired_keys_into_new_slots(cast):
    """Somebody renewed their keys under the password that they had before; another tab is still at work."""
    accounts.renew_keys(cast.noor.member, password=cast.password("noor"))
    code = renew_code(cast)()
    change(cast, MINE)()
    for kind, word in ((slots.RECOVERY, words.tidy(code)), (slots.PASSWORD, MINE)):
        _, keys = slots.open_slot("noor@conf.example", kind, word)
        assert keys.public == cast.noor.member.identity.public


def test_a_second_factor_may_not_bring_retired_keys_back(cast):
    accounts.renew_keys(cast.noor.member, password=cast.password("noor"))
    factor_on(cast)()
    _, keys = slots.open_slot("noor@conf.example", slots.PASSWORD, cast.password("noor"))
    assert keys.public == cast.noor.member.identity.public
