"""The journal: a link edited, removed, moved or cut off breaks it, and everybody can see that."""

import itertools
from datetime import timedelta

import pytest
from tests.access.broken_journal import TAMPERINGS, chain_of, journal_of
from tests.access.tampering import undone

from trivet.access import journal
from trivet.access.sign_in import sign_in
from trivet.models import HeadSignature, JournalEntry, JournalHead
from trivet.vault import Tampered, chain


@pytest.fixture
def written(cast):
    return journal_of(cast)


def test_an_untouched_journal_is_whole(written):
    assert journal.verify() == JournalEntry.objects.count() > 10


def test_an_empty_journal_is_whole(cast):
    assert journal.verify() == 0


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_nobody_may_change_the_journal_unnoticed(written, tamper):
    with undone():
        tamper(written)
        with pytest.raises(journal.Broken):
            journal.verify()
    assert journal.verify()


@pytest.mark.parametrize("column", ["previous", "mac", "commitment", "salt", "body", "body_mac"])
def test_nobody_may_edit_any_column_of_any_entry(written, column):
    for entry in chain_of()[::4]:
        value = bytearray(getattr(entry, column))
        value[-1] ^= 1
        with undone():
            JournalEntry.objects.filter(id=entry.id).update(**{column: bytes(value)})
            with pytest.raises(journal.Broken):
                journal.verify()


def test_nobody_may_swap_any_two_neighbours(written):
    for one, other in itertools.pairwise(chain_of()):
        with undone():
            JournalEntry.objects.filter(id=one.id).update(previous=other.previous)
            JournalEntry.objects.filter(id=other.id).update(previous=one.previous)
            with pytest.raises(journal.Broken):
                journal.verify()


def test_nobody_may_remove_any_entry(written):
    for entry in chain_of():
        with undone():
            JournalEntry.objects.filter(id=entry.id).delete()
            with pytest.raises(journal.Broken):
                journal.verify()


def test_nobody_may_cut_any_number_off_the_end(written):
    """Not even with the head that was there at the time, stamp and all."""
    for head in written.heads[:-1]:
        with undone():
            written.cut_back_to(head)
            with pytest.raises(journal.Broken):
                journal.verify()


def test_a_report_that_nobody_has_read_is_anchored(cast):
    cast.report()
    assert chain.anchored() == bytes(JournalHead.objects.get().last)


def test_everything_a_member_does_is_anchored(written):
    assert chain.anchored() == bytes(JournalHead.objects.get().last)


def test_a_member_signs_the_end_of_the_journal_when_signing_in(cast):
    cast.report()
    sign_in(email="noor@conf.example", password=cast.password("noor"), at=cast.now)
    signed = HeadSignature.objects.get(identity__member=cast.noor.member)
    assert bytes(signed.head) == bytes(JournalHead.objects.get().last)
    assert journal.verify()


def test_a_broken_head_does_not_stop_a_report(cast):
    cast.report()
    JournalHead.objects.update(stamp=bytes(32))
    assert cast.read(cast.report(), "noor").file.report


def test_holders_see_who_did_what_and_when(written):
    lines = written.cast.read(written.case, "noor").journal()
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert {line.member for line in lines} == {"reporter", *(str(written.cast.people[w].member.id) for w in HOLDING)}
    assert lines[0].what == "received"
    assert {"read", "opened the account", "wrote a note"} <= {line.what for line in lines}


def test_a_line_that_the_chain_does_not_bind_is_not_shown(written):
    """Even sealed with the right key: the chain bound another body."""
    held = written.cast.read(written.case, "noor")
    entry = JournalEntry.objects.filter(case=written.case.id).first()
    key = held.ring.key(held.case.scope("work"))
    body = journal._body("did nothing", held.by, written.cast.now - timedelta(days=1))
    entry.body = journal.seal(key, body, place=journal._place(entry.id))
    journal._stamp(chain.Chain.here(), entry)
    entry.save()
    assert journal.verify()
    with pytest.raises(Tampered):
        held.journal()


HOLDING = ("noor", "tomas")
