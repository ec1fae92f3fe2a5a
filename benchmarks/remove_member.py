"""Removing a member who holds 100 cases: the removal and all new keys, against opening the same cases once.

Run: .venv/bin/python benchmarks/remove_member.py
"""

import time
from collections.abc import Callable

from ground import prepared

cast = prepared()

from trivet.access import Denied, cases, turning
from trivet.models import Case
from trivet.process import prepare, respond, retain

CASES, NOTES = 100, 5


def took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def remove() -> None:
    prepare.remove_person(cast.event, cast.tomas.member, alone_too=False, by=cast.ingrid, at=cast.later(seconds=1))


def turn_all() -> None:
    turned = retain.turn_some(cast.ingrid, enough=lambda: False, at=cast.later(seconds=1))
    assert turned == CASES


def opens(case: Case) -> bool:
    try:
        cast.read(case, "tomas")
    except Denied:
        return False
    return True


def main() -> None:
    held = [cast.report(what_happened=f"It was shout {number}.") for number in range(CASES)]
    for case in held:
        for number in range(NOTES):
            cast.do(respond.add_note, case, "noor", text=f"Note {number}: " + "what we saw and heard. " * 10)
    opening = took(lambda: [cast.read(case, "ingrid") for case in held])
    removal = took(remove)
    at_once = sum(opens(case) for case in held)
    turn = took(turn_all)
    print(f"{CASES} cases with {NOTES} notes opened: {opening:.2f} s")
    print(f"access ended: {removal:.3f} s; all keys turned: {turn:.2f} s, {turn / opening:.1f} × opening them")
    print(f"opened by the one removed: {at_once} at once, {sum(opens(case) for case in held)} afterwards")
    print(f"listed for them: {len(cases.list_cases(cast.tomas, at=cast.now))}")
    print(f"still to turn: {len(turning.stale(cast.noor, at=cast.now))}")


if __name__ == "__main__":
    main()
