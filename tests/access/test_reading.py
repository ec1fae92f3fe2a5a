"""Every reading of a case is in the journal before anything is opened."""

import pytest

from cast import NOW
from trivet.access import cases, journal
from trivet.access.ring import Ring
from trivet.models import JournalEntry
from trivet.vault import Tampered


def lines(cast, case):
    held = cast.read(case, "ingrid")
    return [(line.member, line.what) for line in held.journal()]


def test_the_journal_is_written_before_anything_is_opened(cast, monkeypatch):
    case = cast.report()

    def broken(*_):
        raise Tampered

    with monkeypatch.context() as patched:
        patched.setattr(Ring, "unseal", broken)
        with pytest.raises(Tampered):
            cast.read(case, "tomas")
    assert (str(cast.tomas.member.id), "read") in lines(cast, case)


def test_a_holder_may_not_read_what_the_journal_cannot_take(cast, monkeypatch):
    case = cast.report()
    opened = []

    def full(*_, **__):
        raise OSError("the disk is full")

    monkeypatch.setattr(journal, "write", full)
    monkeypatch.setattr(Ring, "unseal", lambda *_: opened.append(1))
    before = JournalEntry.objects.count()
    with pytest.raises(OSError, match="full"):
        cast.read(case, "noor")
    assert opened == []
    assert JournalEntry.objects.count() == before


def test_a_list_opens_no_case(cast, monkeypatch):
    cast.report()
    monkeypatch.setattr(Ring, "unseal", lambda *_: pytest.fail("a case was opened"))
    before = JournalEntry.objects.count()
    assert len(cases.list_cases(cast.noor, at=NOW)) == 1
    assert JournalEntry.objects.count() == before


def test_whoever_may_not_read_leaves_no_line(cast):
    case = cast.report(leave_out=("kwame",))
    before = JournalEntry.objects.count()
    with pytest.raises(cases.Denied):
        cast.read(case, "kwame")
    assert JournalEntry.objects.count() == before


def test_holders_see_who_opened_what(cast):
    one, other = cast.report(), cast.report()
    cast.read(one, "noor")
    cast.read(one, "tomas")
    cast.read(other, "noor")
    who = {str(cast.people[name].member.id): name for name in ("noor", "tomas", "ingrid")} | {"reporter": "reporter"}
    seen = [[(who[member], what) for member, what in lines(cast, case)] for case in (one, other)]
    assert seen == [
        [("reporter", "received"), ("noor", "read"), ("tomas", "read"), ("ingrid", "read")],
        [("reporter", "received"), ("noor", "read"), ("ingrid", "read")],
    ]


def test_the_journal_says_nothing_in_clear_about_a_case(cast):
    case = cast.report()
    cast.walk_to_closed(case)
    stored = b"".join(bytes(entry.body) for entry in JournalEntry.objects.filter(case=case.id))
    for word in ("read", "decision", "member", str(cast.noor.member.id), "2026"):
        assert word.encode() not in stored
