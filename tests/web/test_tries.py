"""Counting tries without knowing who: the names last an hour, the counts less, and neither fills the memory."""

import dataclasses

import pytest

from trivet.web import tries
from trivet.web.tries import HOUR, MOST, REMEMBERED, REST, Tries

ADDRESS = "203.0.113.77"


@dataclasses.dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counted(clock: Clock) -> Tries:
    return Tries(clock)


def test_each_try_counts_and_a_right_one_is_given_back(counted: Tries) -> None:
    name = counted.name("sign-in", ADDRESS)
    assert [counted.spend(name) for _ in range(3)] == [0, 1, 2]
    counted.give_back(name, 2)
    assert counted.count(name) == 2


def test_tries_at_the_same_moment_may_not_wash_earlier_ones_away(counted: Tries) -> None:
    name = counted.name("code", "account", "noor@conf.example")
    for _ in range(MOST - 1):
        counted.spend(name)
    for before in [counted.spend(name) for _ in range(16)]:  # all under way, then all for nothing
        counted.give_back(name, before)
    assert counted.count(name) == MOST - 1


def test_tries_are_forgotten_one_after_the_other(counted: Tries, clock: Clock) -> None:
    name = counted.name("sign-in", ADDRESS)
    for _ in range(3):
        counted.spend(name)
    clock.now += 2 * REST
    assert counted.count(name) == pytest.approx(1)
    clock.now += 2 * REST
    assert counted.count(name) == 0


def test_whoever_stops_is_free_soon_however_often_they_tried(counted: Tries, clock: Clock) -> None:
    name = counted.name("sign-in", ADDRESS)
    for _ in range(10 * MOST):
        counted.spend(name)
    assert counted.count(name) == MOST
    clock.now += MOST * REST
    assert counted.count(name) == 0


def test_the_same_address_has_another_name_in_the_next_hour(counted: Tries, clock: Clock) -> None:
    first = counted.name("address", ADDRESS)
    assert counted.name("address", ADDRESS) == first
    counted.spend(first)
    clock.now += HOUR
    assert counted.name("address", ADDRESS) != first
    assert counted.count(first) == 0
    counted.give_back(first, 0)  # a try that began in the hour before
    assert counted.count(first) == 0


def test_two_processes_call_the_same_address_differently() -> None:
    assert Tries().name("address", ADDRESS) != Tries().name("address", ADDRESS)


def test_neither_a_name_nor_the_counter_tells_an_address(counted: Tries) -> None:
    counted.spend(counted.name("address", ADDRESS))
    everything = repr(counted) + repr(vars(counted))
    assert ADDRESS not in everything
    assert counted._key.hex() not in repr(counted)


def test_a_crowd_of_addresses_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch, counted: Tries) -> None:
    assert REMEMBERED <= 100_000
    monkeypatch.setattr(tries, "REMEMBERED", 50)
    for number in range(500):
        counted.spend(counted.name("address", str(number)))
    assert len(counted._counts) == 50
    assert counted.count(counted.name("address", "499")) == 1
    assert counted.count(counted.name("address", "0")) == 0
