"""Opening a case with 50 notes, and a list of 1,000 cases, against the same rows in clear.

Run: .venv/bin/python benchmarks/open_cases.py
"""

import json
from collections.abc import Callable

from cast import NOW
from ground import prepared, seconds, show

cast = prepared()

from django.db import connections
from django.test.utils import CaptureQueriesContext

from trivet.access import cases
from trivet.models import CaseFile, Grant, Record
from trivet.models.entry import from_bytes, to_bytes
from trivet.process import respond

NOTES, CASES = 50, 1_000


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connections["default"]) as main, CaptureQueriesContext(connections["keys"]) as keys:
        work()
    return len(main) + len(keys)


def with_notes(count: int):
    case = cast.report()
    for number in range(count):
        cast.do(respond.add_note, case, "noor", text=f"Note {number}: " + "what we saw and heard. " * 10)
    return case


def in_clear(case) -> list[bytes]:
    """The payloads of a case as an unsealed product would store them, in rows of their own."""
    file = cast.read(case, "noor").file
    plain = cast.report()
    Record.objects.filter(case=plain).delete()
    rows = [Record(case=plain, scope="work", subject=plain.id, key_version=1, sealed=to_bytes(e)) for e in file.entries]
    Record.objects.bulk_create(rows)
    return plain


def main() -> None:
    case, small = with_notes(NOTES), with_notes(1)
    plain = in_clear(case)
    ours = seconds(lambda: cast.read(case, "noor"), times=50)
    theirs = seconds(lambda: CaseFile.of([from_bytes(bytes(r.sealed)) for r in plain.records.all()]), times=50)
    show(f"a case with {NOTES} notes opened", ours, theirs, "the same rows in clear")
    many, few = queries(lambda: cast.read(case, "noor")), queries(lambda: cast.read(small, "noor"))
    print(f"queries: {many} with {NOTES} notes, {few} with 1")

    few = queries(lambda: cases.list_cases(cast.noor, at=NOW))
    for _ in range(CASES - len(cases.list_cases(cast.noor, at=NOW))):
        cast.report()
    many = queries(lambda: cases.list_cases(cast.noor, at=NOW))
    ours = seconds(lambda: cases.list_cases(cast.noor, at=NOW), times=5)
    line = json.dumps({"code_name": "Calm Heron", "state": "received", "next": "claim", "due": None})
    theirs = seconds(
        lambda: [
            (g.case, json.loads(line))
            for g in Grant.objects.filter(member=cast.noor.member).select_related("case__event")
        ],
        times=5,
    )
    show(f"a list of {CASES} cases", ours, theirs, "the same list in clear")
    print(f"queries: {many} with {CASES} cases, {few} with a few")


if __name__ == "__main__":
    main()
