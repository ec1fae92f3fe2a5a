"""What may happen to a case, by anybody who holds it and by the reporter, at any time."""

import uuid
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis.stateful import invariant, rule
from tests.process.good_faith import do_step
from tests.process.machine import AnyWay
from tests.process.promises import next_steps_work

from trivet.models.task import Task
from trivet.process import communicate, decide, publish, respond, retain
from trivet.process.looks import LOOKS
from trivet.process.steps import next_step

WHO, YES, AGAINST = st.integers(0, 2), st.booleans(), st.sampled_from(["", "", "There was no time."])


class Anything(AnyWay):
    """Every use case, with arguments that a gate may refuse."""

    @rule(minutes=st.sampled_from([1, 30, 300, 3000]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(goes_on=YES)
    def the_reporter_writes(self, goes_on: bool) -> None:
        self.now += timedelta(seconds=1)
        self.place.reporter_writes(self.now, goes_on=goes_on)

    @rule(turns=st.sampled_from([1, 3, 9, 30]))
    def they_do_what_is_next(self, turns: int) -> None:
        """In turn, so that rules that need a late state are not always refused."""
        for n in range(turns):
            step = next_step(self.place.file, by=str(self.who(n).id))
            if not step.waiting and step.kind != "none":
                assert self.do(n, lambda case, at, step=step: do_step(case, step, at=at)), step

    @rule(n=WHO)
    def is_anyone_in_danger(self, n: int) -> None:
        self.do(n, respond.record_safety_call, danger="no", done="", seen=None)

    @rule(n=WHO)
    def i_have_it(self, n: int) -> None:
        self.do(n, respond.claim, seen=None)

    @rule(n=WHO, to=WHO)
    def you_have_it(self, n: int, to: int) -> None:
        self.do(n, respond.hand_over, to=self.who(to), seen=None)

    @rule(n=WHO)
    def a_message(self, n: int) -> None:
        self.do(n, respond.send_message, text="We are on it.", seen=None)

    @rule(n=WHO, against=AGAINST)
    def said(self, n: int, against: str) -> None:
        self.do(n, respond.record_words, text="We spoke.", against=against, seen=None)

    @rule(n=WHO, whether=st.sampled_from(["yes", "yes", "no"]))
    def approach(self, n: int, whether: str) -> None:
        self.do(n, respond.settle_approach, whether=whether, how="A friend asks them.", seen=None)

    @rule(n=WHO)
    def allowed(self, n: int) -> None:
        self.do(n, respond.record_permission, to="The desk.", what="Another room.", given_by="affected", seen=None)

    @rule(n=WHO, answer=st.sampled_from(["agreed", "declined", "unreachable"]), steps=st.sampled_from(["", "A room."]),
          look=st.sampled_from(["", *LOOKS]))  # fmt: skip
    def a_plan(self, n: int, answer: str, steps: str, look: str) -> None:
        self.do(n, respond.agree_safety_plan, answer=answer, steps=steps, look=look, seen=None)

    @rule(n=WHO, role=st.sampled_from(["reported", "affected", "witness"]))
    def a_name(self, n: int, role: str) -> None:
        self.do(n, respond.add_names, names="somebody", role=role, seen=None)

    @rule(n=WHO)
    def acted_at_once(self, n: int) -> None:
        self.do(
            n, respond.record_interim, what="Asked to leave.", who="one of us", taken_at=self.now, why="So.", seen=None
        )

    @rule(n=WHO)
    def on_hold(self, n: int) -> None:
        self.do(n, respond.put_on_hold, because="They asked for it.", seen=None)

    @rule(n=WHO, why=st.sampled_from(["asked", "danger", "child"]), told=YES)
    def the_hold_ends(self, n: int, why: str, told: bool) -> None:
        self.do(n, respond.end_hold, why=why, because="So it is.", affected_told=told, seen=None)

    @rule(n=WHO, way=st.sampled_from(["heard", "declined", "deferred", "unknown", "none"]), safe=YES, against=AGAINST)
    def their_side(self, n: int, way: str, safe: bool, against: str) -> None:
        until = self.now + timedelta(hours=20) if way == "deferred" else None
        self.do(
            n, decide.record_hearing, way=way, safe_to_tell=safe, statement="", because="So it is.", until=until,
            against=against, seen=None,
        )  # fmt: skip

    @rule(n=WHO, sides=st.sampled_from([[], ["reported"]]), witnessed=YES, against=AGAINST)
    def they_meet(self, n: int, sides: list[str], witnessed: bool, against: str) -> None:
        present = [str(one.id) for one in self.place.holders[:2]]
        self.do(
            n, decide.record_meeting, held_at=self.now, present=present, sides=sides,
            widely_witnessed=witnessed, carries_side="", what_happened="", doing="", who_does="",
            decide_by=self.now + timedelta(hours=3), against=against, seen=None,
        )  # fmt: skip

    @rule(n=WHO, owner=WHO, hours=st.sampled_from([1, 9, 400]))
    def a_task(self, n: int, owner: int, hours: int) -> None:
        due = self.now + timedelta(hours=hours)
        self.do(n, decide.add_task, what="A second room.", owner=str(self.who(owner).id), due=due, seen=None)

    @rule(n=WHO, which=st.integers(0, 9), dropped=YES)
    def a_task_is_settled(self, n: int, which: int, dropped: bool) -> None:
        tasks = self.place.file.all(Task)
        if tasks:
            of = uuid.UUID(tasks[which % len(tasks)].id)
            self.do(n, decide.settle_task, of=of, dropped=dropped, done_at=self.now, words="So it is.", seen=None)

    @rule(n=WHO, outcome=st.sampled_from(["warning", "no-violation", "no-action"]), soon=YES)
    def a_proposal(self, n: int, outcome: str, soon: bool) -> None:
        self.do(
            n, decide.propose_decision, outcome=outcome, reasons="", safety="", expected="Peace.",
            warn_by=self.now + timedelta(hours=1) if soon else None, seen=None,
        )  # fmt: skip

    @rule(n=WHO, agrees=YES)
    def an_answer(self, n: int, agrees: bool) -> None:
        self.do(n, decide.answer_decision, agrees=agrees, words="So I see it.", seen=None)

    @rule(n=WHO, givers=st.sampled_from([["one"], ["one", "two"]]), private=YES, against=AGAINST)
    def a_warning(self, n: int, givers: list[str], private: bool, against: str) -> None:
        self.do(
            n, decide.record_warning, given_at=self.now, givers=givers, private_place=private, said="Stop.",
            reaction="", against=against, seen=None,
        )  # fmt: skip

    @rule(
        n=WHO, party=st.sampled_from(["reported", "affected", "reporter"]),
        way=st.sampled_from(["words", "message", "not"]), appeal=st.sampled_from(["", "The board."]), against=AGAINST,
    )  # fmt: skip
    def they_hear(self, n: int, party: str, way: str, appeal: str, against: str) -> None:
        self.do(
            n, communicate.tell_outcome, party=party, way=way, text="So it is.", appeal=appeal, because="So it is.",
            against=against, seen=None,
        )  # fmt: skip

    @rule(n=WHO, which=st.integers(0, 50))
    def a_review(self, n: int, which: int) -> None:
        entries = self.place.file.entries
        of = uuid.UUID(entries[which % len(entries)].id)
        self.do(n, respond.review, of=of, text="I see.", seen=None)

    @rule(n=WHO)
    def closed(self, n: int) -> None:
        self.do(
            n, retain.close_case, reporter="", handled_by=[], when_and_where="", what_happened="", action="",
            who_knows="", seen=None,
        )  # fmt: skip

    @rule(n=WHO)
    def reopened(self, n: int) -> None:
        self.do(n, retain.reopen_case, because="There is more.", seen=None)

    @rule(n=WHO)
    def a_report_to_the_committee(self, n: int) -> None:
        self.do(n, publish.write_committee_report, text="It was so.", seen=None)

    @rule(n=WHO, clears=YES)
    def a_second_reading(self, n: int, clears: bool) -> None:
        self.do(n, publish.read_second, clears=clears, words="So I read it.", seen=None)

    @rule(n=WHO)
    def sent(self, n: int) -> None:
        if self.do(n, publish.send_committee_report, seen=None):
            assert self.do(n, publish.note_acknowledgement, seen=None)

    @rule(n=WHO)
    def somebody_comes_in(self, n: int) -> None:
        for member in self.place.free()[:1]:
            self.do(n, respond.let_in, member=member, seen=None)

    @rule(n=WHO, stand_in=YES)
    def somebody_steps_back(self, n: int, stand_in: bool) -> None:
        free = self.place.free()
        if len([*self.place.holders, *free]) > 2:  # a decision takes two who may hold the case
            self.do(n, respond.step_back, stand_in=free[0] if free and stand_in else None)

    @rule(n=WHO, which=st.integers(0, 3), stand_in=YES)
    def somebody_is_excluded(self, n: int, which: int, stand_in: bool) -> None:
        """Of those who hold it, or who might."""
        people, free = [*self.place.holders, *self.place.free()], self.place.free()
        if len(people) > 2:  # a decision takes two who may hold the case
            whom = people[which % len(people)]
            others = [member for member in free if member != whom] if stand_in else []
            self.do(n, respond.exclude, member=whom, stand_in=others[0] if others else None, seen=None)


class AnythingOnPaper(Anything):
    """On paper every step can be tried at every point."""

    @invariant()
    def nothing_is_owed_that_a_gate_refuses(self) -> None:
        next_steps_work(self.place, self.now)
