"""A password opens a seed, slowly, and at most four at once."""

import threading
import time

import pytest

from trivet.vault import Tampered, passwords

PLACE = ("slot", "member", "password")


def test_the_right_password_opens_and_a_wrong_one_does_not():
    salt, wrapped = passwords.wrap("correct horse", b"seed", place=PLACE)
    assert passwords.unwrap("correct horse", salt, wrapped, place=PLACE) == b"seed"
    for wrong in ("", "correct hors", "Correct horse", "correct horse "):
        with pytest.raises(Tampered):
            passwords.unwrap(wrong, salt, wrapped, place=PLACE)


def test_a_slot_does_not_open_in_anybody_elses_place():
    salt, wrapped = passwords.wrap("correct horse", b"seed", place=PLACE)
    with pytest.raises(Tampered):
        passwords.unwrap("correct horse", salt, wrapped, place=("slot", "other", "password"))


def test_the_same_password_is_wrapped_differently_each_time():
    assert passwords.wrap("same", b"seed", place=PLACE) != passwords.wrap("same", b"seed", place=PLACE)


def test_a_guess_costs_64_mebibytes_and_three_passes(monkeypatch):
    asked = {}

    class Watched:
        def __init__(self, **parameters):
            asked.update(parameters)

        def derive(self, material):
            return bytes(32)

    monkeypatch.undo()  # back to the parameters that people run
    monkeypatch.setattr(passwords, "Argon2id", Watched)
    passwords.stretch("any", bytes(passwords.SALT))
    assert asked["memory_cost"] >= 64 * 1024
    assert asked["iterations"] >= 3
    assert len(asked["salt"]) >= 16
    assert asked["length"] == 32


def test_at_most_four_passwords_are_stretched_at_once(monkeypatch):
    running, most, lock = 0, 0, threading.Lock()

    class Slow:
        def __init__(self, **parameters):
            pass

        def derive(self, material):
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.05)
            with lock:
                running -= 1
            return bytes(32)

    monkeypatch.setattr(passwords, "Argon2id", Slow)
    threads = [threading.Thread(target=passwords.stretch, args=("any", bytes(16))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 4


def test_a_failed_stretch_gives_its_place_back(monkeypatch):
    class Failing:
        def __init__(self, **parameters):
            raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(passwords, "Argon2id", Failing)
        for _ in range(5):
            with pytest.raises(MemoryError):
                passwords.stretch("any", bytes(16))
    assert len(passwords.stretch("any", bytes(16))) == 32
