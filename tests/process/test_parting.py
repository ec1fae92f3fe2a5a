"""A report that was joined has a case of its own again."""

import pytest
from tests.two_reports import conversation, files, join, part, writes

from cast import Cast
from trivet.access import destruction, threads
from trivet.models import Case, Part
from trivet.models.report import EarlierJournal, Joined, Parted, Report
from trivet.models.response import Message
from trivet.process import receive, respond
from trivet.remake import TEXT, Remade
from trivet.vault.models import Share


def test_a_parted_report_is_what_it_was(cast: Cast, older: Case, newer: Case) -> None:
    was = cast.read(newer, "noor").file
    join(cast, newer, older)
    writes(cast, 1, "After joining.")
    new = part(cast, older)
    file = cast.read(new, "noor").file
    ids = {entry.id for entry in was.entries}
    assert ids <= {entry.id for entry in file.entries}
    assert {type(entry) for entry in file.entries if entry.id not in ids} == {EarlierJournal, Message}
    assert file.report.what_happened == "The second account."
    rest = cast.read(older, "noor").file
    assert [report.what_happened for report in rest.all(Report)] == ["The first account."]
    assert rest.all(Joined) == []
    assert rest.last(Parted)
    assert "Same evening." not in [getattr(entry, "text", "") for entry in rest.entries]
    assert conversation(cast, 1) == ["After joining."]
    writes(cast, 1, "And on.")
    assert cast.read(new, "tomas").file.last(Message)


def test_files_go_with_their_report_there_and_back(cast: Cast, older: Case) -> None:
    newer = cast.report(files=[Remade(TEXT, b"with the report")])
    cast.open(newer, "noor")
    cast.do(respond.add_note, newer, "noor", text="A picture.", attachments=[Remade(TEXT, b"with a note")])
    thread = threads.open_thread(cast.receipts[-1].code, event=cast.event)
    receive.write_message(
        thread, text="One more.", once="x", files=[Remade(TEXT, b"with a message")], at=cast.later(seconds=1)
    )
    cast.do(respond.add_note, older, "noor", text="Ours.", attachments=[Remade(TEXT, b"of the first")])
    join(cast, newer, older)
    came = {b"with the report", b"with a note", b"with a message"}
    assert files(cast, older) == {*came, b"of the first"}
    new = part(cast, older)
    assert files(cast, new) == came
    assert files(cast, older) == {b"of the first"}
    assert Part.objects.count() == 4


def test_joining_and_parting_again_and_again_loses_nothing(cast: Cast, older: Case, newer: Case) -> None:
    case = newer
    for _ in range(3):
        join(cast, case, older)
        case = part(cast, older)
        destruction.sweep(cast.now)
    assert cast.read(case, "noor").file.report.what_happened == "The second account."
    assert conversation(cast, 1) == []
    assert len(cast.read(older, "noor").file.all(Parted)) == 3


def test_a_reporter_who_writes_while_their_report_is_joined_loses_nothing(cast: Cast, older: Case, newer: Case) -> None:
    thread = threads.open_thread(cast.receipts[1].code, event=cast.event)
    join(cast, newer, older)
    receive.write_message(thread, text="Typed before.", once="x", at=cast.later(seconds=1))
    thread = threads.open_thread(cast.receipts[1].code, event=cast.event)
    part(cast, older)
    receive.write_message(thread, text="Typed in between.", once="y", at=cast.later(seconds=1))
    assert conversation(cast, 1) == ["Typed before.", "Typed in between."]


def test_the_conversation_opens_with_no_key_from_before_it_was_parted(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    box = threads.open_thread(cast.receipts[1].code, event=cast.event).box
    part(cast, older)
    assert Share.objects.filter(subject=box.id).count() == 1


def test_a_reporter_who_writes_before_the_old_share_is_gone_writes_into_the_new_case(
    cast: Cast, older: Case, newer: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(cast, newer, older)
    thread = threads.open_thread(cast.receipts[1].code, event=cast.event)
    monkeypatch.setattr("trivet.vault.shares.destroy", lambda *scopes: None)
    new = part(cast, older)
    receive.write_message(thread, text="At the same moment.", once="x", at=cast.later(seconds=1))
    monkeypatch.undo()
    assert cast.read(older, "noor").file.all(Message) == []
    assert [message.text for message in cast.read(new, "noor").file.all(Message)] == ["At the same moment."]
    destruction.sweep(cast.now)
    assert conversation(cast, 1) == ["At the same moment."]
