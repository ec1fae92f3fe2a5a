"""An unlocked session: only the browser's cookie opens it."""

import base64

import pytest

from trivet.vault import Tampered, unlock
from trivet.vault.members import MemberKeys


def test_the_cookie_opens_the_keys():
    keys = MemberKeys.new()
    cookie = unlock.lock_up(keys, "member")
    assert unlock.open_up(cookie.value, cookie.blob, "member") == keys
    assert unlock.tag_of(cookie.value) == cookie.tag


def test_neither_another_cookie_nor_another_member_opens_them():
    cookie, other = (unlock.lock_up(MemberKeys.new(), "member") for _ in range(2))
    with pytest.raises(Tampered):
        unlock.open_up(other.value, cookie.blob, "member")
    with pytest.raises(Tampered):
        unlock.open_up(cookie.value, cookie.blob, "somebody else")


def test_what_is_stored_does_not_hold_the_cookie_or_the_seed():
    keys = MemberKeys.new()
    cookie = unlock.lock_up(keys, "member")
    stored = cookie.tag + cookie.blob
    raw = base64.urlsafe_b64decode(cookie.value + "=")
    for secret in (cookie.value.encode(), raw, keys.seed):
        assert secret not in stored


def test_what_is_stored_does_not_open_itself():
    cookie = unlock.lock_up(MemberKeys.new(), "member")
    for guess in (cookie.tag.hex(), base64.urlsafe_b64encode(cookie.tag).decode().rstrip("="), ""):
        with pytest.raises(Tampered):
            unlock.open_up(guess, cookie.blob, "member")


def test_cookies_are_long_and_never_the_same():
    keys = MemberKeys.new()
    made = {unlock.lock_up(keys, "member").value for _ in range(50)}
    assert len(made) == 50
    assert all(len(value) >= 43 for value in made)
    assert "value" not in repr(unlock.lock_up(keys, "member"))
