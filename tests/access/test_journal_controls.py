"""Each protection of the journal, taken out: what it protects from then goes unnoticed.

So none of them is there for show, and none of the tests beside this one passes by accident.
"""

import pytest
from tests.access import broken_journal
from tests.access.broken_journal import journal_of

from trivet.access import journal
from trivet.vault import chain


def without_links(monkeypatch):
    monkeypatch.setattr(journal, "_link", lambda here, previous, entry: bytes(entry.mac))


def without_body_stamps(monkeypatch):
    monkeypatch.setattr(journal, "_body_mac", lambda here, entry: bytes(entry.body_mac))


def without_head_stamp(monkeypatch):
    monkeypatch.setattr(chain.Chain, "stamped", lambda self, value, *parts: True)


def without_anchor(monkeypatch):
    monkeypatch.setattr(chain, "anchored", lambda: None)


def without_signatures(monkeypatch):
    monkeypatch.setattr(journal, "signed_by", lambda *_: True)


def without_key(monkeypatch):
    monkeypatch.setattr(chain, "secret", lambda name: bytes(32))


CONTROLS = [
    (broken_journal.a_line_moves_to_another_case, without_links),
    (broken_journal.somebody_else_opened_it, without_body_stamps),
    (broken_journal.the_head_has_no_stamp, without_head_stamp),
    (broken_journal.the_end_goes_and_an_old_head_comes_back, without_anchor),
    (broken_journal.everything_goes, without_anchor),
    (broken_journal.a_signature_is_somebody_elses, without_signatures),
]


@pytest.mark.parametrize(
    ("tamper", "without"), CONTROLS, ids=[f"{tamper.__name__}-{without.__name__}" for tamper, without in CONTROLS]
)
def test_without_its_protection_it_goes_unnoticed(cast, monkeypatch, tamper, without):
    written = journal_of(cast)
    tamper(written)
    with pytest.raises(journal.Broken):
        journal.verify()
    without(monkeypatch)
    journal.verify()


def test_without_a_secret_key_a_line_can_be_invented(cast, monkeypatch):
    without_key(monkeypatch)
    written = journal_of(cast)
    broken_journal.a_line_is_invented(written)
    journal.verify()


def test_without_signatures_an_end_cut_in_both_stores_goes_unnoticed(cast):
    written = journal_of(cast)
    written.cut_back_to(written.heads[0])
    chain.anchor(written.heads[0]["last"])
    journal.verify()  # which is why members sign the head: their signatures lie in the main store
