"""Several reports, one case: what moves, who reads it then, and that neither author can tell."""

import uuid

import pytest

from cast import Cast
from trivet.access import ChangedMeanwhile, Denied, attachments, destruction, parts, threads
from trivet.models import REPORTER, Case, Conflict, Part
from trivet.models.report import EarlierJournal, Joined, Parted, Report
from trivet.models.response import Message
from trivet.process import receive, respond
from trivet.process.gates import Refused
from trivet.process.obligations import owed
from trivet.process.steps import next_step, opening
from trivet.remake import TEXT, Remade
from trivet.vault.models import Share


@pytest.fixture
def older(cast: Cast) -> Case:
    case = cast.report(what_happened="The first account.")
    cast.open(case, "noor", "tomas")
    return case


@pytest.fixture
def newer(cast: Cast, older: Case) -> Case:
    case = cast.report(what_happened="The second account.", relation="saw")
    cast.open(case, "noor")
    cast.do(respond.add_note, case, "noor", text="Same evening.")
    return case


def join(cast: Cast, newer: Case, older: Case, who: str = "noor") -> None:
    held = cast.read(newer, who)
    respond.join_report(held, into=cast.read(older, who), seen=held.case.revision, at=cast.later(seconds=1))


def part(cast: Cast, case: Case, who: str = "noor") -> Case:
    held = cast.read(case, who)
    [joined] = held.file.joined.values()
    before = set(Case.objects.values_list("pk", flat=True))
    respond.part_report(held, of=joined.report, seen=held.case.revision, at=cast.later(seconds=1))
    return Case.objects.exclude(pk__in=before).get()


def conversation(cast: Cast, number: int) -> list[str]:
    thread = threads.open_thread(cast.receipts[number].code, event=cast.event)
    return [entry.text for entry in thread.entries if isinstance(entry, Message)]


def writes(cast: Cast, number: int, text: str) -> None:
    thread = threads.open_thread(cast.receipts[number].code, event=cast.event)
    receive.write_message(thread, text=text, once=text, at=cast.later(seconds=1))


def test_a_holder_of_both_joins_a_report_and_everything_of_it_is_there(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    file = cast.read(older, "noor").file
    assert [report.what_happened for report in file.reports] == ["The first account.", "The second account."]
    assert "Same evening." in [getattr(entry, "text", "") for entry in file.entries]
    assert file.report.what_happened == "The first account."
    assert not Case.objects.filter(pk=newer.pk).exists()
    assert not Share.objects.filter(subject=newer.pk).exists()


def test_an_older_report_that_is_joined_does_not_become_the_first(cast: Cast) -> None:
    stray, main = cast.report(what_happened="Stray."), cast.report(what_happened="Main.")
    for case in (stray, main):
        cast.open(case, "noor")
    join(cast, stray, main)
    assert cast.read(main, "noor").file.report.what_happened == "Main."


def test_both_authors_come_back_and_neither_learns_of_the_other(cast: Cast, older: Case, newer: Case) -> None:
    before = [conversation(cast, number) for number in (0, 1)]
    join(cast, newer, older)
    assert [conversation(cast, number) for number in (0, 1)] == before
    writes(cast, 1, "I saw it, too.")
    held = cast.read(older, "noor")
    of = {report.what_happened: held.conversations[report.id] for report in held.file.reports}
    cast.do(respond.send_message, older, "noor", text="For the first.", to=of["The first account."])
    cast.do(respond.send_message, older, "noor", text="For the second.", to=of["The second account."])
    assert conversation(cast, 0) == ["For the first."]
    assert conversation(cast, 1) == ["I saw it, too.", "For the second."]


def test_a_message_without_a_choice_goes_to_the_first_reporter_alone(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    cast.do(respond.send_message, older, "noor", text="Thank you.")
    assert (conversation(cast, 0), conversation(cast, 1)) == (["Thank you."], [])


def test_an_answer_to_one_does_not_answer_the_other(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)

    def waiting() -> list[str]:
        return [duty.of for duty in owed(cast.read(older, "noor").file) if duty.kind == "acknowledge"]

    second = cast.read(older, "noor").file.reports[1].id
    assert sorted(waiting()) == sorted(["", second])
    cast.do(respond.send_message, older, "noor", text="Thank you.")
    assert waiting() == [second]
    of = cast.read(older, "noor").conversations[second]
    cast.do(respond.record_words, older, "noor", text="On the stairs.", to=of, against="")
    assert waiting() == []


def test_other_holders_open_the_joined_report_before_they_go_on(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    file = cast.read(older, "tomas").file
    assert opening(file, by=str(cast.tomas.member.pk)) == "danger"
    assert opening(file, by=str(cast.noor.member.pk)) == ""
    assert next_step(file, by=str(cast.tomas.member.pk)).kind == "opening"
    cast.open(older, "tomas")
    assert opening(cast.read(older, "tomas").file, by=str(cast.tomas.member.pk)) == ""


def test_who_must_not_see_the_report_keeps_it_from_being_joined(cast: Cast, older: Case) -> None:
    newer = cast.report(what_happened="About one of you.", leave_out=("tomas",))
    cast.open(newer, "noor")
    with pytest.raises(Refused, match="Tomás Rivera must not see this report"):
        join(cast, newer, older)
    assert Case.objects.filter(pk=newer.pk).exists()
    respond.step_back(cast.read(older, "tomas"), stand_in=None, at=cast.later(seconds=1))
    join(cast, newer, older)
    with pytest.raises(Denied):
        cast.read(older, "tomas")
    assert Conflict.objects.filter(case=older, member=cast.tomas.member).exists()


def test_who_held_only_the_joined_report_reads_nothing_of_it_afterwards(cast: Cast, older: Case) -> None:
    respond.step_back(cast.read(older, "ingrid"), stand_in=cast.kwame.member, at=cast.later(seconds=1))
    newer = cast.report(what_happened="The second account.")
    cast.open(newer, "noor")
    cast.read(newer, "ingrid")
    join(cast, newer, older)
    for case in (newer, older):
        with pytest.raises(Denied):
            cast.read(case, "ingrid")


@pytest.mark.parametrize("state", ["on hold", "met", "joined already"])
def test_only_a_new_report_is_joined(cast: Cast, older: Case, newer: Case, state: str) -> None:
    if state == "on hold":
        cast.do(respond.put_on_hold, newer, "noor", because="They asked.")
    elif state == "met":
        cast.meet(newer)
    else:
        third = cast.report()
        cast.open(third, "noor")
        join(cast, third, newer)
    with pytest.raises(Refused, match="Only a new report"):
        join(cast, newer, older)


def test_who_had_the_joined_report_or_was_asked_to_take_it_changes_nothing_here(
    cast: Cast, older: Case, newer: Case
) -> None:
    cast.do(respond.claim, older, "tomas")
    cast.do(respond.claim, newer, "noor")
    cast.do(respond.hand_over, newer, "noor", to=cast.ingrid.member)
    join(cast, newer, older)
    file = cast.read(older, "noor").file
    assert (file.claimed_by, file.handed_to) == (str(cast.tomas.member.pk), None)
    moved = cast.read(part(cast, older), "noor").file
    assert (moved.claimed_by, moved.handed_to) == (str(cast.noor.member.pk), str(cast.ingrid.member.pk))


def test_a_report_that_changed_since_the_page_was_shown_is_not_joined(cast: Cast, older: Case, newer: Case) -> None:
    seen = cast.read(newer, "noor").case.revision
    writes(cast, 1, "Wait.")
    with pytest.raises(ChangedMeanwhile):
        respond.join_report(cast.read(newer, "noor"), into=cast.read(older, "noor"), seen=seen, at=cast.now)
    assert conversation(cast, 1) == ["Wait."]


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


def files(cast: Cast, case: Case) -> set[bytes]:
    held = cast.read(case, "noor")
    named = [attachment.id for _, attachment in parts.named_by(held.file.entries)]
    return {attachments.open_attachment(held, uuid.UUID(one), at=cast.later(seconds=1))[1] for one in named}


def test_joining_and_parting_again_and_again_loses_nothing(cast: Cast, older: Case, newer: Case) -> None:
    case = newer
    for _ in range(3):
        join(cast, case, older)
        case = part(cast, older)
        destruction.sweep(cast.now)
    assert cast.read(case, "noor").file.report.what_happened == "The second account."
    assert conversation(cast, 1) == []
    assert len(cast.read(older, "noor").file.all(Parted)) == 3


def test_who_read_a_report_before_it_was_joined_stays_known(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    [earlier] = cast.read(older, "noor").file.all(EarlierJournal)
    assert "opened the account" in [what for _member, what, _at in earlier.lines]


def test_a_reporter_who_writes_while_their_report_is_joined_loses_nothing(cast: Cast, older: Case, newer: Case) -> None:
    thread = threads.open_thread(cast.receipts[1].code, event=cast.event)
    join(cast, newer, older)
    receive.write_message(thread, text="Typed before.", once="x", at=cast.later(seconds=1))
    thread = threads.open_thread(cast.receipts[1].code, event=cast.event)
    part(cast, older)
    receive.write_message(thread, text="Typed in between.", once="y", at=cast.later(seconds=1))
    assert conversation(cast, 1) == ["Typed before.", "Typed in between."]


def test_what_a_crash_leaves_of_a_joined_case_is_swept(
    cast: Cast, older: Case, newer: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trivet.vault.shares.destroy", lambda *scopes: None)
    join(cast, newer, older)
    monkeypatch.undo()
    assert Share.objects.filter(subject=newer.pk).exists()
    destruction.sweep(cast.now)
    assert not Share.objects.filter(subject=newer.pk).exists()
    assert cast.read(older, "noor").file.reports[1].what_happened == "The second account."
    assert conversation(cast, 1) == []


def test_retaliation_is_a_further_report_and_everybody_is_asked_anew(cast: Cast, older: Case) -> None:
    respond.take_further_report(
        cast.read(older, "noor"), what_happened="A shove.", who="The tall one", when="now", in_danger="unsure",
        retaliation=True, seen=None, at=cast.later(seconds=1),
    )  # fmt: skip
    file = cast.read(older, "tomas").file
    assert opening(file, by=str(cast.tomas.member.pk)) == "names"
    assert "safety-call" in [duty.kind for duty in owed(file)]
    assert [report.by == REPORTER for report in file.reports] == [True, False]
    assert [report.is_retaliation for report in file.reports] == [False, True]
