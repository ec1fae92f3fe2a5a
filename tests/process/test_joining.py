"""Several reports, one case: what moves, and that neither author can tell."""

import pytest
from tests.two_reports import conversation, join, part, writes

from cast import Cast
from trivet.access import ChangedMeanwhile, destruction, rotation
from trivet.models import REPORTER, Case, Event, JournalEntry, Membership, Role
from trivet.process import receive, respond
from trivet.process.gates import Refused
from trivet.process.obligations import owed
from trivet.process.steps import opening
from trivet.vault.codes import new_form_secret
from trivet.vault.models import Share


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


def test_nothing_of_the_case_it_came_from_is_left_in_the_journal(cast: Cast, older: Case, newer: Case) -> None:
    join(cast, newer, older)
    assert JournalEntry.objects.filter(case=newer.pk).exists()
    assert not JournalEntry.objects.filter(case=newer.pk).exclude(body=b"").exists()


def test_a_report_that_could_not_be_joined_has_no_day_on_which_it_goes(
    cast: Cast, older: Case, newer: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(*_: object) -> None:
        raise ChangedMeanwhile

    monkeypatch.setattr(rotation, "_turn", overtaken)
    with pytest.raises(ChangedMeanwhile):
        join(cast, newer, older)
    assert set(Share.objects.filter(subject=newer.pk).values_list("purge_at", flat=True)) == {None}


def test_a_report_is_not_joined_to_a_closed_case_nor_to_one_that_was_not_opened(
    cast: Cast, older: Case, newer: Case
) -> None:
    unopened = cast.report()
    with pytest.raises(Refused, match="closed, or you have not opened it"):
        join(cast, newer, unopened)
    cast.walk_to_closed(older)
    with pytest.raises(Refused, match="closed, or you have not opened it"):
        join(cast, newer, older)


def test_a_report_is_not_joined_to_itself_nor_to_another_events_case(cast: Cast, newer: Case) -> None:
    with pytest.raises(Refused, match="another event"):
        join(cast, newer, newer)
    event = Event.objects.create(
        organiser=cast.event.organiser, slug="next", name="The next one", starts=cast.now, ends=cast.now
    )
    Membership.objects.create(member=cast.noor.member, event=event, role=Role.TEAM)
    account = {"what_happened": "Elsewhere."}
    receive.submit_report(event, account=account, leave_out=[], form_secret=new_form_secret(), at=cast.later(minutes=1))
    elsewhere = Case.objects.get(event=event)
    cast.open(elsewhere, "noor")
    with pytest.raises(Refused, match="another event"):
        join(cast, newer, elsewhere)
