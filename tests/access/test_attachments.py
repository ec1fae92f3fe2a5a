"""Attachments: sealed beside the records, read by holders with a line in the journal, gone with their scope."""

import uuid
from datetime import timedelta

import pytest

from cast import Cast
from trivet.access import Denied, attachments, threads
from trivet.access.cases import OpenCase
from trivet.access.destruction import sweep
from trivet.models import Case, Clock, Part
from trivet.process import receive, respond
from trivet.remake import PNG, TEXT, Remade
from trivet.vault import Tampered

LARGE = Remade(PNG, bytes(range(256)) * 10_000)  # three parts
SMALL = Remade(TEXT, b"what they wrote")


def only(case: OpenCase) -> uuid.UUID:
    (id_,) = {part.attachment for part in Part.objects.filter(case=case.case)}
    return id_


def content(cast: Cast, case: Case, who: str = "noor") -> bytes:
    held = cast.read(case, who)
    return attachments.open_attachment(held, only(held), at=cast.later(seconds=1))[1]


def test_a_holder_may_open_what_came_with_a_report_and_the_journal_says_so(cast: Cast) -> None:
    case = cast.report(files=[LARGE])
    assert Part.objects.count() == 3
    assert content(cast, case) == LARGE.content
    assert cast.read(case, "tomas").journal()[-2].what == "opened an attachment"


def test_an_attachment_is_not_in_clear(cast: Cast) -> None:
    cast.report(files=[SMALL])
    assert b"what they wrote" not in bytes(Part.objects.get().sealed)


def test_a_holder_may_put_a_file_to_a_note(cast: Cast) -> None:
    case = cast.report()
    cast.do(respond.add_note, case, "noor", text="a screenshot", attachments=[SMALL])
    assert content(cast, case, "tomas") == SMALL.content


def test_a_reporter_may_send_a_file_later_and_a_holder_may_open_it(cast: Cast) -> None:
    case = cast.report()
    thread = threads.open_thread(cast.receipts[0].code, event=cast.event)
    once = str(uuid.uuid4())
    for _ in range(2):  # the same form sent twice
        receive.write_message(thread, text="one more", once=once, files=[SMALL], at=cast.later(minutes=1))
        thread = threads.open_thread(cast.receipts[0].code, event=cast.event)
    assert Part.objects.get().scope == "thread"
    assert content(cast, case) == SMALL.content


def test_a_report_sent_twice_has_its_files_once(cast: Cast) -> None:
    case = cast.report(files=[SMALL], form_secret="a" * 32)
    cast.report(files=[SMALL], form_secret="a" * 32)
    cast.report(form_secret="a" * 32)
    assert Part.objects.count() == 1
    cast.report(files=[SMALL, LARGE], form_secret="a" * 32)
    assert {part.scope for part in Part.objects.filter(case=case)} == {"work", "thread"}


def test_nobody_may_open_the_attachment_of_another_case(cast: Cast) -> None:
    case, other = cast.report(files=[SMALL]), cast.report()
    id_ = only(cast.read(case, "noor"))
    with pytest.raises(Denied):
        attachments.open_attachment(cast.read(other, "noor"), id_, at=cast.later(seconds=1))


def test_an_attachment_opens_after_the_keys_were_turned_and_with_the_new_keys_alone(cast: Cast) -> None:
    case = cast.report(files=[LARGE])
    before = {part.id: bytes(part.sealed) for part in Part.objects.all()}
    cast.open(case, "noor", "tomas")
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.later(seconds=1))
    assert content(cast, case) == LARGE.content
    for part in Part.objects.all():
        assert part.key_version == 2
        assert bytes(part.sealed) != before[part.id]


@pytest.mark.parametrize("harm", ["swapped", "missing", "changed", "another version"])
def test_a_part_that_was_tampered_with_does_not_open(cast: Cast, harm: str) -> None:
    case = cast.report(files=[LARGE])
    first, second, last = Part.objects.order_by("number")
    if harm == "swapped":
        Part.objects.filter(id=first.id).update(sealed=second.sealed)
    elif harm == "missing":
        last.delete()
    elif harm == "changed":
        Part.objects.filter(id=first.id).update(sealed=bytes(first.sealed)[:-1] + b"x")
    else:
        Part.objects.filter(id=first.id).update(key_version=7)
    with pytest.raises(Tampered):
        content(cast, case)


def test_attachments_go_with_the_share_of_their_scope(cast: Cast) -> None:
    case = cast.report(files=[LARGE], relation="me")
    thread = threads.open_thread(cast.receipts[0].code, event=cast.event)
    receive.write_message(thread, text="more", once=str(uuid.uuid4()), files=[SMALL], at=cast.later(minutes=1))
    cast.walk_to_closed(case)
    assert Part.objects.count() == 4
    Clock.objects.update(met_at=cast.now)  # nothing is owed any more
    sweep(cast.now + timedelta(days=200))
    assert not Part.objects.exists()
