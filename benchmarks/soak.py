"""Fifty people report and three members work at the same time, for minutes: nothing lost, nothing doubled, no error.

Run: .venv/bin/python benchmarks/soak.py [MINUTES] [postgresql]
Ends with 1 when something was lost, doubled or refused for being busy.
"""

import os
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import clusters
from soak_people import Browser, report, work

REPORTERS, MEMBERS = 50, ("chair", "team", "team-2")


def soak(folder: Path, minutes: float) -> bool:
    from server import environment, practice  # it looks at the environment, which is complete only now

    with practice(folder) as server:
        accounts = {email.split("@")[0]: (email, password) for _, email, password in server.accounts}
        until = time.monotonic() + minutes * 60
        people = [Browser(server.url) for _ in range(REPORTERS + len(MEMBERS))]
        jobs = [threading.Thread(target=report, args=(me, until)) for me in people[:REPORTERS]]
        jobs += [
            threading.Thread(target=work, args=(me, *accounts[name], until))
            for me, name in zip(people[REPORTERS:], MEMBERS, strict=True)
        ]
        for job in jobs:
            job.start()
        for job in jobs:
            job.join()
        _tell_speed(people, minutes)
        threads = [pair for me in people for pair in me.threads.items()]
        with ThreadPoolExecutor(8) as visitors:
            shown = list(visitors.map(lambda pair: _shown(Browser(server.url), *pair), threads))
        said = [line for line in server.log.read_text().splitlines() if " ERROR " in line or "Traceback" in line]
        os.environ.update(environment(folder))
        found = _read_everything([accounts[name] for name in (*MEMBERS, "stand-in")])
    return _tell(people, found, shown, said)


def _shown(visitor: Browser, code: str, texts: list[str]) -> bool:
    """Whether somebody who comes back finds each of their messages once."""
    page = visitor.go("/practice/return/", return_code=code)
    return all(page.count(text) == 1 for text in texts)


def _read_everything(accounts: list[tuple[str, str]]) -> Counter:
    """How often each text is in the cases, as whoever still holds them reads it."""
    import django

    django.setup()
    from trivet.access import Denied, cases, journal, sign_in
    from trivet.models import Case
    from trivet.models.response import Message, Note

    now, texts = datetime.now(UTC), Counter()
    readers = [sign_in.sign_in(email=email, password=password, at=now)[0] for email, password in accounts]
    for case in Case.objects.all():
        for reader in readers:
            try:
                file = cases.read_case(reader, case.id, at=now).file
            except Denied:
                continue
            texts[file.report.what_happened] += 1
            texts.update(entry.text for kind in (Message, Note) for entry in file.all(kind))
            break
    print(f"the journal is whole: {journal.verify()} lines")
    return texts


def _tell_speed(people: list[Browser], minutes: float) -> None:
    times = sorted(second for me in people for second in me.times)
    print(f"{len(times)} requests in {minutes:g} minutes: {dict(sorted(_statuses(people).items()))}")
    print(f"half within {times[len(times) // 2]:.2f} s, 99 % within {times[len(times) * 99 // 100]:.2f} s", flush=True)


def _statuses(people: list[Browser]) -> Counter:
    return sum((me.statuses for me in people), Counter())


def _tell(people: list[Browser], found: Counter, shown: list[bool], said: list[str]) -> bool:
    kept = [text for me in people for text in me.kept]
    lost, doubled = [text for text in kept if not found[text]], [text for text in found if found[text] > 1]
    busy = sum(count for status, count in _statuses(people).items() if status >= 500 or status == 429)
    twice = sum(me.told_twice for me in people)
    print(f"kept: {dict(Counter(text.split()[0] for text in kept))}")
    print(f"lost {len(lost)}, doubled {len(doubled)}, two codes for one report {twice}, not shown {shown.count(False)}")
    print(f"busy or failed {busy}, errors in the log {len(said)} {said[:3]}")
    return bool(kept) and not (lost or doubled or twice or busy or said or False in shown)


if __name__ == "__main__":
    minutes = float(next((word for word in sys.argv[1:] if word[0].isdigit()), "10"))
    with clusters.clusters() if "postgresql" in sys.argv else nullcontext({}) as stores:
        os.environ.update(stores)
        with tempfile.TemporaryDirectory(prefix="trivet-soak-") as folder:
            well = soak(Path(folder), minutes)
    sys.exit(not well)
