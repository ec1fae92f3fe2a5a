"""However many passwords are tried at once, only a few wait: the others are told to come back."""

import pytest

from trivet.vault import passwords


def test_the_ninth_is_told_to_come_back(monkeypatch):
    held = [passwords._waiting_room.acquire(blocking=False) for _ in range(8)]
    try:
        assert all(held)
        with pytest.raises(passwords.Busy):
            passwords.stretch("any", bytes(16))
    finally:
        for _ in held:
            passwords._waiting_room.release()
    assert passwords.stretch("any", bytes(16))
