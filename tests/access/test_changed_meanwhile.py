"""A sign-in that began before a password change does not outlive it."""

import pytest

from trivet.access import accounts, sign_in
from trivet.access.sign_in import WrongSignIn
from trivet.models import Unlock
from trivet.vault import passwords


def test_the_old_password_opens_no_session_once_it_is_changed(cast, monkeypatch):
    old, new, unwrap = cast.password("noor"), "an-altogether-other-password", passwords.unwrap

    def slowly(*args, **kwargs):
        seed = unwrap(*args, **kwargs)
        monkeypatch.setattr(passwords, "unwrap", unwrap)
        accounts.change_password(cast.noor, old=old, new=new, at=cast.now)
        return seed

    monkeypatch.setattr(passwords, "unwrap", slowly)
    with pytest.raises(WrongSignIn):
        sign_in.sign_in(email="noor@conf.example", password=old, at=cast.now)
    assert not Unlock.objects.exists()
