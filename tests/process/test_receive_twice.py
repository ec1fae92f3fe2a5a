"""The same form again, and the same message again: nothing twice, nothing lost."""

import uuid
from collections import Counter

import pytest

from trivet.access import Denied
from trivet.access.threads import open_thread
from trivet.models import REPORTER, Case, Clock, Record, ReturnBox
from trivet.models.response import Message
from trivet.process import receive
from trivet.process.filing import clocks_of
from trivet.vault.codes import new_form_secret
from trivet.vault.models import Share


@pytest.fixture
def sent(cast):
    """A report, and the secret of its form."""
    secret = new_form_secret()
    return cast, secret, cast.report(form_secret=secret, who="a speaker")


def test_the_same_form_sent_twice_is_one_case(sent):
    cast, secret, case = sent
    shares = Share.objects.count()
    assert cast.report(form_secret=secret, who="a speaker") == case
    first, second = cast.receipts
    assert first.code == second.code
    assert {m.id for m in first.holders} == {m.id for m in second.holders}
    assert (Case.objects.count(), ReturnBox.objects.count(), Share.objects.count()) == (1, 1, shares)
    assert not cast.read(case, "noor").file.all(Message)


def test_what_was_changed_before_sending_again_joins_the_conversation_once(sent):
    cast, secret, case = sent
    for _ in range(2):
        cast.report(form_secret=secret, who="a speaker, I think", where="in the hall", relation="saw")
    file = cast.read(case, "noor").file
    [message] = file.all(Message)
    assert message.by == REPORTER
    for word in ("Somebody shouted at me.", "who: a speaker, I think", "where: in the hall", "relation: saw"):
        assert word in message.text
    assert file.report.who == "a speaker"
    clocks = Clock.objects.filter(case=case)
    assert Counter((c.due, c.met_at) for c in clocks) == Counter((c.due, c.met_at) for c in clocks_of(file))


def test_two_changes_are_two_messages(sent):
    cast, secret, case = sent
    for where in ("in the hall", "outside"):
        cast.report(form_secret=secret, where=where)
    assert len(cast.read(case, "noor").file.all(Message)) == 2


def test_a_form_sent_again_that_names_no_holder_stays_with_its_holders(sent):
    cast, secret, case = sent
    assert cast.report(form_secret=secret, who="Kwame") == case
    assert len(cast.receipts[-1].holders) == 3


@pytest.mark.parametrize("how", [{"who": "It was Noor Haddad."}, {"leave_out": ("noor",)}])
def test_whoever_is_named_or_left_out_the_second_time_gets_nothing_of_it(sent, how):
    cast, secret, case = sent
    other = cast.report(form_secret=secret, **how)
    assert other != case
    assert cast.noor.member not in cast.receipts[-1].holders
    assert cast.receipts[-1].earlier == (cast.noor.member,)
    assert not cast.read(case, "noor").file.all(Message)
    assert cast.report(form_secret=secret, **how) == other  # sending that again is the same case again
    with pytest.raises(Denied):
        cast.read(other, "noor")


def test_a_message_sent_twice_counts_once(sent):
    cast, _, case = sent
    once, code, before = str(uuid.uuid4()), cast.receipts[-1].code, (Clock.objects.count(), Record.objects.count())
    stale = open_thread(code, event=cast.event)
    for thread in (stale, open_thread(code, event=cast.event), stale):
        receive.write_message(thread, text="One more thing.", once=once, at=cast.later(seconds=1))
    assert (Clock.objects.count(), Record.objects.count()) == (before[0] + 1, before[1] + 1)
    assert [message.text for message in cast.read(case, "noor").file.all(Message)] == ["One more thing."]
