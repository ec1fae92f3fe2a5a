"""Write docs/thieves.md: whoever steals what, which cases open.

Run: make map. The rule below is short on purpose; tests try every line of the table with a thief's
own program, on copies of real stores, and compare the page.
"""

from itertools import combinations
from pathlib import Path

MAIN, KEYS, OLD_MAIN, RING, OLDER = "main now", "keys now", "main before", "keys in ring", "keys older"
MEMBER, FORMER = "member's password", "former member's password"
COPIES, PASSWORDS = (MAIN, KEYS, OLD_MAIN, RING, OLDER), (MEMBER, FORMER)
TURNED, SINCE, DESTROYED, OUTCOME, UNTOUCHED = "turned", "since", "destroyed", "outcome", "untouched"


def opens(loot: frozenset[str]) -> frozenset[str]:
    """What somebody reads who has all of that: it takes both stores, from times that fit, and a password."""
    found = set()
    if {MAIN, KEYS, MEMBER} <= loot:
        found |= {TURNED, SINCE, OUTCOME}
    if {OLD_MAIN, RING} <= loot and loot & {MEMBER, FORMER}:
        found |= {TURNED, DESTROYED, OUTCOME}
    if MEMBER in loot and loot & {MAIN, OLD_MAIN} and loot & {KEYS, RING}:
        found.add(UNTOUCHED)  # its share is the same in every copy
    return frozenset(found)


def left(loot: frozenset[str]) -> frozenset[str]:
    """What of it can still be taken when the ring has passed."""
    return loot - {OLD_MAIN, RING}


def subsets(things: tuple[str, ...]) -> list[frozenset[str]]:
    return [frozenset(some) for count in range(len(things) + 1) for some in combinations(things, count)]


HEAD = """# Thieves

Who steals what, and which cases open by it. Written by `make map`; `tests/thieves/` tries every line with a
thief's own program, which knows the ciphers, asks nobody's leave, and has nothing but copied rows and passwords.

**The short of it.** A case opens with a copy of the main store, a copy of the keys store from a time that fits, and
the password of somebody who held it then. No two of the three are enough. When somebody leaves a case its keys are
turned and the old share is destroyed, so that their password opens old backups alone; and those are gone within
seven days.

What can be stolen:

| thing | what it is |
| --- | --- |
| main now, keys now | the two stores as they are |
| main before, keys in ring | the backups from the night before the keys were turned, less than seven days old |
| keys older | a backup of the keys store from before the cases came in, which somebody forgot to delete |
| a member's password | of somebody who holds all of these cases; a second factor is on |
| a former member's | of two people who held all but one of them: one stepped back, the other left the team |

What opens:

| letter | what |
| --- | --- |
| **t** | the case that was turned, as far as it went before that |
| **s** | what was written into it since |
| **d** | the account and the conversation of a case that was destroyed on its day, since the backups |
| **o** | the outcome record of that case, which stays |
| **u** | a case in which nothing happened since the backups, and that the former members never held |

## Within seven days

"""

TAIL = """
## After the ring

Eight days later `trivet backup` has deleted both backups of that night, and the lines that need one of them are
empty: what was destroyed opens to nobody, and a former member's password opens nothing, whatever else is stolen.
This is why the ring has seven days and no more, and why a backup that somebody keeps elsewhere breaks the promise.
Somebody who copied a backup while it was there keeps what it opens: the ring limits what can be taken, not what
was taken.

## What this does not protect

* **Both stores and the password of a holder open what that holder may open.** Nothing could be otherwise: it is all
  that the holder has. The second factor does not help, since it guards the door and not the seal; so keep the two
  stores in two places, under two sets of credentials.
* **A return code and both stores open that one conversation**, and nothing else of the case.
* **Somebody who controls the running server** reads what passes through it, as the design says.
* **A live session** is a key, too: its cookie, with the main store of that moment, stands for the password until it
  ends: after eight hours at most, or sixteen where its member could hold no case when it began.
"""


def text() -> str:
    """The whole page."""
    columns = [frozenset[str](), frozenset({MEMBER}), frozenset({FORMER}), frozenset(PASSWORDS)]
    head = ["| copies | no password | a member's | a former member's | both |", "| --- | --- | --- | --- | --- |"]
    rows = [
        f"| {', '.join(thing for thing in COPIES if thing in copies) or 'none'} | "
        + " | ".join(_letters(opens(copies | words)) for words in columns)
        + " |"
        for copies in subsets(COPIES)
    ]
    return HEAD + "\n".join([*head, *rows]) + "\n" + TAIL


def _letters(found: frozenset[str]) -> str:
    return " ".join(thing[0] for thing in (TURNED, SINCE, DESTROYED, OUTCOME, UNTOUCHED) if thing in found) or "–"


if __name__ == "__main__":
    (Path(__file__).parent / "thieves.md").write_text(text())
