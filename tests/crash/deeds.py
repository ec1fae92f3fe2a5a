"""What may be cut off in its middle: who does what, prepared so that it can be done again from the same start."""

from datetime import timedelta

from cast import Cast
from trivet.access import accounts, attestation, destruction, invitations, sign_in, slots, turning
from trivet.models import Clock, Member, Membership
from trivet.process import respond, retain
from trivet.vault.codes import code_from

NEW, CODE, FORM = "a-long-new-password-of-theirs", "sevenwordsthatopenthekeysagain", "0123456789abcdef" * 2
DAY = timedelta(days=1)


class Deed:
    """``prepare`` leads to where ``do`` begins, which can be done again. Of several ``stages`` each may be the last."""

    stages, mended = 1, False  # mended: the next tick does it anyway

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def prepare(self) -> None:
        """Two cases, noor's recovery code, and a session of hers."""
        self.case, self.other = self.cast.report(what_happened="One."), self.cast.report(what_happened="Another.")
        slots.fill(self.cast.noor.member, self.cast.noor.keys, slots.RECOVERY, CODE)
        sign_in.begin(self.cast.noor, at=self.cast.now)

    def do(self, stages: int = 9) -> None:
        raise NotImplementedError

    @property
    def codes(self) -> list[str]:
        return [receipt.code for receipt in self.cast.receipts]


class SteppingBack(Deed):
    def do(self, stages: int = 9) -> None:
        respond.step_back(self.cast.read(self.case, "tomas"), stand_in=self.cast.kwame.member, at=self.cast.now)


class Leaving(Deed):
    """A membership ends; noor's session turns the keys of the one case, and of the other."""

    stages = 3

    def do(self, stages: int = 9) -> None:
        Membership.objects.filter(member=self.cast.tomas.member, until=None).update(until=self.cast.now)
        turn(self.cast, "noor", stages - 1)


class Destroying(Deed):
    """A case was closed, and nothing is owed any more; ninety days have passed."""

    outcome, mended = "no-action", True

    def prepare(self) -> None:
        super().prepare()
        self.cast.walk_to_closed(self.case, self.outcome)
        Clock.objects.filter(case=self.case).update(met_at=self.cast.now)
        self.closed = self.cast.now
        self.cast.now += 90 * DAY

    def do(self, stages: int = 9) -> None:
        retain.destroy_due(self.cast.now)


class LastDay(Destroying):
    """A warning's two years have passed: nothing is left of its case."""

    outcome = "warning"

    def prepare(self) -> None:
        super().prepare()
        destruction.sweep(self.cast.now)
        self.cast.now = self.closed.replace(year=self.closed.year + 2)


class Reopening(Deed):
    def prepare(self) -> None:
        super().prepare()
        self.cast.walk_to_closed(self.case)

    def do(self, stages: int = 9) -> None:
        self.cast.do(retain.reopen_case, self.case, "noor", because="Somebody else came forward.")


class Closing(Reopening):
    """For the second time."""

    def prepare(self) -> None:
        super().prepare()
        super().do()
        self.cast.meet(self.case)
        self.cast.decide(self.case, "no-action")
        self.cast.tell(self.case, "reported", appeal="The board.")
        for party in ("affected", "reporter"):
            self.cast.tell(self.case, party)

    def do(self, stages: int = 9) -> None:
        self.cast.close(self.case)


class Writing(Deed):
    def do(self, stages: int = 9) -> None:
        respond.add_note(self.cast.read(self.case, "noor"), text="Noted.", seen=None, at=self.cast.now)


class Reporting(Deed):
    def do(self, stages: int = 9) -> None:
        self.cast.report(what_happened="A third.", form_secret=FORM)

    @property
    def codes(self) -> list[str]:
        return [*super().codes, code_from(FORM)]


class ChangingPassword(Deed):
    def do(self, stages: int = 9) -> None:
        accounts.change_password(self.cast.noor, old=self.cast.password("noor"), new=NEW, at=self.cast.now)


class Recovering(Deed):
    def do(self, stages: int = 9) -> None:
        accounts.recover(email="noor@conf.example", code=CODE, new=NEW, at=self.cast.now)


class NewKeys(Deed):
    """Noor lost everything, and a chair's link makes new keys for her."""

    def prepare(self) -> None:
        super().prepare()
        self.link = invitations.invite(
            self.cast.event, email="noor@conf.example", name="Noor", role="team", until=None,
            renews=self.cast.noor.member, at=self.cast.now,
        )  # fmt: skip

    def do(self, stages: int = 9) -> None:
        invitations.accept(self.link, name="Noor", password=NEW, aliases=[], handles=[], at=self.cast.now)


class ComingBack(NewKeys):
    """A teammate vouches for the new keys, and turns those of the one case, and of the other."""

    stages = 3

    def prepare(self) -> None:
        super().prepare()
        super().do()

    def do(self, stages: int = 9) -> None:
        noor = Member.objects.get(pk=self.cast.noor.member.pk)
        attestation.vouch(noor, heard=attestation.six_words(noor), by=self.cast.ingrid, at=self.cast.now)
        turn(self.cast, "ingrid", stages - 1)


def turn(cast: Cast, who: str, count: int) -> None:
    for case in turning.stale(cast.people[who], at=cast.now)[:count]:
        retain.end_access(cast.read(case, who), at=cast.now)


_ALL: tuple[type[Deed], ...] = (
    SteppingBack, Leaving, Destroying, LastDay, Closing, Reopening, Writing, Reporting, ChangingPassword,
    Recovering, NewKeys, ComingBack,
)  # fmt: skip
DEEDS = {deed.__name__: deed for deed in _ALL}
