"""People come, vouch, lose keys and leave, in any order; a plain account of who holds what stands beside them."""

from contextlib import ExitStack

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.access.ledger import Ledger

from cast import Cast
from trivet.access import Denied, accounts, attestation, cases, invitations
from trivet.access.sign_in import Unlocked
from trivet.models import Case, Grant, Member, Membership
from trivet.process import respond, retain
from trivet.process.gates import Refused
from trivet.vault import Tampered, VaultError
from trivet.vault.case_keys import open_grant
from trivet.vault.members import MemberKeys

who, any_number = st.sampled_from(["noor", "tomas", "ingrid", "kwame", "new"]), st.integers(0, 59)
PASSWORDS = st.sampled_from(["one-password-of-many", "another-of-the-many", "the-third-of-many"])


class Keys(RuleBasedStateMachine):
    """Subclasses say with which cast; each run ends as if it had not been."""

    cast: Cast

    @initialize()
    def everybody_has_a_recovery_code(self) -> None:
        self.undo, self.cases, self.lost = ExitStack(), list[Case](), list[Unlocked]()
        for store in ("default", "keys"):
            self.undo.enter_context(transaction.atomic(using=store))
        self.undo.callback(self.cast.people.update, dict(self.cast.people))
        self.now = {name: self.cast.people[name] for name in ("noor", "tomas", "ingrid", "kwame")}
        self.password = {name: self.cast.password(name) for name in self.now}
        self.code = {name: self._renewed(name) for name in self.now}
        self.ledger = Ledger({name: who.keys.seed for name, who in self.now.items()}, set(self.now))
        self.somebody_reports(set())

    def teardown(self) -> None:
        if hasattr(self, "undo"):
            for case in range(len(self.cases)):
                self._read(case)
            for store in ("default", "keys"):
                transaction.set_rollback(True, using=store)
            self.undo.close()

    @rule(left_out=st.sets(who, max_size=2))
    def somebody_reports(self, left_out: set[str]) -> None:
        if len(self.cases) < 3 and self.ledger.vouched - self.ledger.left - left_out:
            members = [name for name in left_out if name in self.now]
            self.cast.people.update(self.now)
            self.cases.append(self.cast.report(leave_out=tuple(members)))
            grants = Grant.objects.filter(case=self.cases[-1]).select_related("member")
            holders = {self._name(grant.member) for grant in grants}
            assert holders <= self.ledger.vouched - self.ledger.left - left_out
            self.ledger.reported(len(self.cases) - 1, holders, set(members))

    @rule(password=PASSWORDS)
    def somebody_joins(self, password: str) -> None:
        if "new" not in self.now:
            self._accept("new", password, None)

    @rule(name=who, password=PASSWORDS)
    def somebody_loses_everything(self, name: str, password: str) -> None:
        if name in self.now:
            self.lost.append(self.now[name])
            self._accept(name, password, self.now[name].member)

    @rule(name=who, by=who, right=st.booleans())
    def somebody_vouches(self, name: str, by: str, right: bool) -> None:
        if name in self.now and by in self.now:
            member = Member.objects.get(pk=self.now[name].member.pk)
            words = attestation.six_words(member if right else self._another_than(name))
            try:
                attestation.vouch(member, heard=words, by=self.now[by], at=self.cast.later(seconds=1))
            except (attestation.NotAttested, attestation.OtherWords):
                assert by not in self.ledger.vouched or not right
            else:
                assert by in self.ledger.vouched
                assert right
                self.ledger.vouched.add(name)

    @rule(name=who, new=PASSWORDS)
    def somebody_changes_their_password(self, name: str, new: str) -> None:
        if name in self.now:
            accounts.change_password(self.now[name], old=self.password[name], new=new, at=self.cast.later(seconds=1))
            self.password[name] = new

    @rule(name=who, new=PASSWORDS)
    def somebody_uses_their_recovery_code(self, name: str, new: str) -> None:
        if name in self.now:
            email, at = self.now[name].member.email, self.cast.later(seconds=1)
            self.code[name] = accounts.recover(email=email, code=self.code[name], new=new, at=at)
            self.password[name] = new

    @rule(name=who)
    def somebody_leaves(self, name: str) -> None:
        if name in self.now and not self.ledger.left:  # one is enough: nothing comes of a case that nobody opens
            Membership.objects.filter(member=self.now[name].member).update(until=self.cast.now)
            self.cast.later(seconds=1)
            self.ledger.leaves(name)

    @rule(number=any_number)
    def somebody_steps_back(self, number: int) -> None:
        name, case = self._holder(number)
        if name:
            try:
                respond.step_back(self._open(name, case), stand_in=None, at=self.cast.later(seconds=1))
            except Refused:
                staying = set(self.ledger.sealed[case]) - self.ledger.left - {name}
                assert not staying & self.ledger.vouched
            else:
                self.ledger.steps_back(case, name)

    @rule(number=any_number)
    def somebody_opens_a_case_and_its_keys_are_turned(self, number: int) -> None:
        name, case = self._holder(number)
        if name:
            retain.end_access(self._open(name, case), at=self.cast.later(seconds=1))
            self.ledger.turned(case)

    @invariant()
    def a_case_opens_to_those_who_hold_it_and_to_nobody_else(self) -> None:
        for name, person in self.now.items():
            listed = cases.list_cases(person, at=self.cast.now)
            opened = {self.cases.index(item.case) for item in listed if item.summary}
            assert opened == self.ledger.cases_of(name)
        for case, faithful in self.ledger.faithful.items():
            assert faithful <= self.ledger.holders(case)

    @invariant()
    def keys_that_were_lost_open_nothing(self) -> None:
        for person in self.lost:
            assert not any(item.summary for item in cases.list_cases(person, at=self.cast.now))

    @invariant()
    def a_grant_opens_with_the_keys_that_it_was_made_for(self) -> None:
        """Past every door: whoever left or has a conflict has none once the keys were turned."""
        seeds = {person.keys.seed for person in (*self.now.values(), *self.lost)}
        for number, case in enumerate(self.cases):
            for grant in Grant.objects.filter(case=case).select_related("member"):
                sealed = self.ledger.sealed[number][self._name(grant.member)]
                assert {seed for seed in seeds if _opens(seed, grant)} == ({sealed} if sealed else set())

    def _open(self, name: str, case: int) -> cases.OpenCase:
        return cases.read_case(self.now[name], self.cases[case].id, at=self.cast.later(seconds=1))

    def _read(self, case: int) -> None:
        """Really, and not only in the list."""
        for name in self.now:
            if name in self.ledger.holders(case):
                assert self._open(name, case).file.report
            else:
                with pytest.raises((Denied, VaultError)):
                    self._open(name, case)

    def _accept(self, name: str, password: str, renews: Member | None) -> None:
        email = renews.email if renews else f"{name}@conf.example"
        token = invitations.invite(
            self.cast.event, email=email, name=name, role="team", until=None, renews=renews, at=self.cast.now
        )
        made, self.code[name] = invitations.accept(
            token, name=name, password=password, aliases=[], handles=[], at=self.cast.later(seconds=1)
        )
        self.now[name], self.password[name] = made, password
        self.ledger.lost(name, made.keys.seed)

    def _renewed(self, name: str) -> str:
        return accounts.renew_recovery_code(self.now[name], password=self.password[name], at=self.cast.now)

    def _another_than(self, name: str) -> Member:
        return next(person.member for other, person in self.now.items() if other != name)

    def _holder(self, number: int) -> tuple[str, int]:
        """Somebody to whom a case opens, and which."""
        pairs = [(name, case) for case in self.ledger.sealed for name in sorted(self.ledger.holders(case))]
        return pairs[number % len(pairs)] if pairs else ("", 0)

    @staticmethod
    def _name(member: Member) -> str:
        return member.email.partition("@")[0]


def _opens(seed: bytes, grant: Grant) -> bool:
    place = {"case": str(grant.case_id), "member": str(grant.member_id), "version": grant.key_version}
    try:
        return bool(open_grant(MemberKeys(seed), grant.sealed, **place))
    except Tampered:
        return False
