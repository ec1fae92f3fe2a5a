"""Somebody writes while the journal is looked through, or keys are vouched for: nothing is taken for what it is not."""

import pytest

from trivet.access import attestation, journal
from trivet.models import Identity, JournalEntry, JournalHead
from trivet.vault import chain
from trivet.vault.members import MemberKeys


@pytest.fixture
def written(cast):
    """A case, and a journal with a few lines."""
    case = cast.report()
    cast.read(case, "noor")
    return case


def after(monkeypatch, owner, name, action):
    """Something happens once, right after a function's first answer."""
    function = getattr(owner, name)

    def then(*args, **kwargs):
        answer = function(*args, **kwargs)
        monkeypatch.setattr(owner, name, function)
        action()
        return answer

    monkeypatch.setattr(owner, name, then)


@pytest.mark.parametrize("where", [(chain, "anchored"), (journal, "_follow"), (journal, "_head")])
def test_a_line_written_while_the_journal_is_checked_is_no_damage(cast, written, monkeypatch, where):
    before = journal.verify()
    after(monkeypatch, *where, lambda: cast.read(written, "tomas"))
    assert journal.is_whole()
    assert journal.verify() == before + 1


def test_a_line_written_while_the_end_is_remembered_is_not_forgotten(cast, written, monkeypatch):
    """Of two who remember the end, the one who asked first may come last."""
    after(monkeypatch, chain, "anchored", lambda: cast.read(written, "tomas"))
    journal.anchor()
    assert chain.anchored() == bytes(JournalHead.objects.get().last)
    JournalEntry.objects.filter(mac=chain.anchored()).delete()
    assert not journal.is_whole()


def test_nobody_may_slip_in_keys_while_a_teammate_compares_the_words(cast, monkeypatch):
    made = cast.tomas.member
    Identity.objects.filter(member=made).update(signature=b"", attested_by=None)
    heard, theirs = attestation.six_words(made), MemberKeys.new().public
    after(
        monkeypatch, attestation, "_words",
        lambda: Identity.objects.filter(member=made).update(seal_to=theirs.seal_to, verify_with=theirs.verify_with),
    )  # fmt: skip
    attestation.vouch(made, heard=heard, by=cast.noor, at=cast.now)
    assert not attestation.is_attested(made)
