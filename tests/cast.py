"""Fixed people with roles, and a case in any state. Nobody here exists."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from trivet.access import accounts, attestation, cases
from trivet.access.cases import OpenCase
from trivet.access.sign_in import Unlocked
from trivet.models import Case, Event, Membership, Organiser, Role, Shift
from trivet.process import communicate, decide, prepare, receive, respond, retain
from trivet.process.looks import LOOKS
from trivet.process.prepare import NewMember
from trivet.process.receive import Receipt
from trivet.remake import Remade
from trivet.vault.codes import new_form_secret

NOW = datetime(2026, 6, 4, 22, 0, tzinfo=UTC)
PASSWORD = "correct-horse-battery-staple-{}"


@dataclass
class Cast:
    """The event and its people: ``noor`` and ``tomas`` are on duty, ``ingrid`` is the chair."""

    event: Event
    people: dict[str, Unlocked]
    now: datetime = NOW
    receipts: list[Receipt] = field(default_factory=list)

    def __getattr__(self, name: str) -> Unlocked:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def password(self, name: str) -> str:
        return PASSWORD.format(name)

    def later(self, **delta: float) -> datetime:
        """Let time pass."""
        self.now += timedelta(**delta)
        return self.now

    def go_on_duty(self, *who: str) -> None:
        """For two days, from now: new reports go to these two of the team."""
        for name in who:
            until = self.now + timedelta(days=2)
            Shift.objects.create(event=self.event, member=self.people[name].member, starts=self.now, ends=until)

    def joins(self, key: str, name: str, role: str, *, event: Event | None = None) -> Unlocked:
        """Somebody new, vouched for by the chair."""
        made = accounts.create_member(
            email=f"{key}@conf.example", name=name, password=PASSWORD.format(key), aliases=[], handles=[]
        )
        attestation.attest(made.member, by=self.ingrid.member, keys=self.ingrid.keys)
        Membership.objects.create(member=made.member, event=event or self.event, role=role)
        self.people[key] = made
        return made

    def report(
        self, *, leave_out: tuple[str, ...] = (), form_secret: str = "", files: Sequence[Remade] = (), **account: str
    ) -> Case:
        """Somebody reports; the case that came of it."""
        words = {name: "" for name in receive.REPORT_FIELDS if name != "code_name"}
        words |= {"what_happened": "Somebody shouted at me.", **account}
        receipt = receive.submit_report(
            self.event,
            account=words,
            leave_out=[self.people[name].member for name in leave_out],
            files=files,
            form_secret=form_secret or new_form_secret(),
            at=self.later(minutes=1),
        )
        self.receipts.append(receipt)
        from trivet.access.threads import open_thread

        return open_thread(receipt.code, event=self.event).case

    def read(self, case: Case, who: str) -> OpenCase:
        return cases.read_case(self.people[who], case.id, at=self.later(seconds=1))

    def do(self, use_case: Any, case: Case, who: str, **arguments: Any) -> None:
        """Somebody does something with a case as it stands."""
        held = self.read(case, who)
        use_case(held, seen=held.case.revision, **arguments, at=self.later(seconds=1))

    def open(self, case: Case, *who: str) -> None:
        """Members go through the opening."""
        for name in who:
            self.do(respond.record_safety_call, case, name, danger="no", done="")
            self.do(respond.declare_no_conflict, case, name)
            respond.open_account(self.read(case, name), at=self.later(seconds=1))

    def settle_approach(self, case: Case, whether: str = "yes", *who: str) -> None:
        """Two of those who hold it say the same on whether to approach the affected person."""
        for name in who or ("noor", "tomas"):
            self.do(respond.settle_approach, case, name, whether=whether, how="A friend asks them.")

    def looks_again(self, case: Case, who: str = "noor") -> None:
        """At the safety plan, on each of its dates."""
        for look in LOOKS:
            self.do(respond.agree_safety_plan, case, who, answer="declined", steps="", look=look)

    def meet(self, case: Case, who: str = "noor", **more: Any) -> None:
        held = self.read(case, who)
        arguments: dict[str, Any] = {
            "held_at": self.now, "present": [str(member.id) for member in held.holders], "sides": [],
            "widely_witnessed": False, "carries_side": "one of us", "what_happened": "A shout.", "doing": "Yes.",
            "who_does": "Two of us.", "decide_by": self.now + timedelta(hours=2), "against": "",
        }  # fmt: skip
        decide.record_meeting(held, seen=held.case.revision, **(arguments | more), at=self.later(seconds=1))

    def takes_on(self, case: Case, who: str, what: str = "A second room.") -> None:
        """A task, due in a day."""
        due = self.now + timedelta(days=1)
        self.do(decide.add_task, case, who, what=what, owner=str(self.people[who].member.id), due=due)

    def settle_task(self, case: Case, task: str, who: str = "noor") -> None:
        self.do(decide.settle_task, case, who, of=uuid.UUID(task), dropped=False, done_at=self.now, words="")

    def decide(self, case: Case, outcome: str, *, by: str = "noor", second: str = "tomas") -> None:
        expected = "No contact from now on." if outcome == "warning" else ""
        self.do(
            decide.propose_decision, case, by, outcome=outcome, reasons="It was so.", safety="Distance.",
            expected=expected, warn_by=None,
        )  # fmt: skip
        self.do(decide.answer_decision, case, second, agrees=True, words="")

    def close(self, case: Case, who: str = "noor") -> None:
        self.do(
            retain.close_case, case, who, reporter="gave no name", handled_by=["two of the team"],
            when_and_where="at the party", what_happened="a loud joke", action="talked to", who_knows="nobody",
        )  # fmt: skip

    def tell(self, case: Case, party: str, who: str = "noor", **more: Any) -> None:
        arguments = {"way": "words", "text": "It is decided.", "appeal": "", "because": "", "against": ""} | more
        self.do(communicate.tell_outcome, case, who, party=party, **arguments)

    def walk_to_closed(self, case: Case, outcome: str = "no-action") -> None:
        """The whole way, with two of the team."""
        self.open(case, "noor", "tomas")
        if not self.read(case, "noor").file.report.by_the_affected_person:
            self.settle_approach(case)
        self.do(respond.claim, case, "noor")
        self.do(respond.send_message, case, "noor", text="Thank you. We take care of it.")
        self.do(respond.agree_safety_plan, case, "noor", answer="declined", steps="")
        self.do(
            decide.record_hearing, case, "tomas", way="heard", safe_to_tell=True, statement="It was fun.",
            because="", until=None, against="",
        )  # fmt: skip
        self.meet(case)
        self.decide(case, outcome)
        if outcome == "warning":
            self.do(
                decide.record_warning, case, "noor", given_at=self.now, givers=["one", "two"], private_place=True,
                said="Stop it.", reaction="", against="",
            )  # fmt: skip
        self.tell(case, "reported", appeal="The board.")
        self.tell(case, "affected")
        if not self.read(case, "noor").file.report.by_the_affected_person:
            self.tell(case, "reporter")
        self.looks_again(case)
        self.close(case)


def make_cast(now: datetime = NOW) -> Cast:
    """A running event with a pair on duty, a chair, a stand-in, staff, desk and a former member."""
    event = Event.objects.create(
        organiser=Organiser.objects.create(name="Organisers"), slug="conf", name="The Conference",
        starts=now - timedelta(days=1), ends=now + timedelta(days=2), timezone="Europe/Berlin",
        contacts=[
            {"kind": "danger", "label": "Emergency", "number": "112", "note": ""},
            {"kind": "team", "label": "The team", "number": "020 7946 0999", "note": ""},
        ],
        appeal="The board looks at it.", committee_email="committee@conf.example",
    )  # fmt: skip
    people = [
        _person("ingrid", "Ingrid Solberg", Role.CHAIR),
        _person("noor", "Noor Haddad", Role.TEAM, on_duty=True),
        _person("tomas", "Tomás Rivera", Role.TEAM, on_duty=True),
        _person("kwame", "Kwame Mensah", Role.TEAM),
        _person("jun", "Jun Park", Role.STAFF),
        _person("beatrix", "Beatrix Vogel", Role.DESK),
        _person("pavel", "Pavel Novák", Role.TEAM, until=now - timedelta(days=1)),
    ]
    made = prepare.found_team(event, people)
    return Cast(
        event, {person.email.split("@")[0]: unlocked for person, unlocked in zip(people, made, strict=True)}, now
    )


def _person(key: str, name: str, role: Role, *, on_duty: bool = False, until: datetime | None = None) -> NewMember:
    return NewMember(f"{key}@conf.example", name, role, PASSWORD.format(key), on_duty, until)
