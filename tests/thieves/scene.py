"""What there is to steal: two stores, their backups, and the passwords of people who stayed and who left."""

from collections.abc import Set
from datetime import timedelta
from pathlib import Path

import pyotp
import time_machine
from django.core.management import call_command
from make_thieves import COPIES, FORMER, KEYS, MAIN, MEMBER, OLD_MAIN, OLDER, RING

from make_thieves import DESTROYED, OUTCOME, SINCE, TURNED, UNTOUCHED  # isort: skip
from tests.management.thief import stolen
from tests.thieves.thief import Copy, Thief, copy_of

from cast import Cast
from trivet.access import runs, second_factor, turning
from trivet.management.backup import ring
from trivet.management.tick import tick
from trivet.models import Clock, Membership
from trivet.process import respond, retain
from trivet.remake import TEXT, Remade

DAY = timedelta(days=1)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
WHOSE = {MEMBER: ("noor",), FORMER: ("tomas", "ingrid")}
SAID = {
    TURNED: ("He followed me to the tram.", "We walk with you.", "A chat on a tram."), SINCE: ("Written since.",),
    DESTROYED: ("She shouted in the hall.", "Thank you. We take care of it.", "A chat in a hall."),
    OUTCOME: ("a loud joke",), UNTOUCHED: ("A slide like no other.", "We saw it, too.", "A slide, as text."),
}  # fmt: skip


class Scene:
    """Three cases and a folder of backups, from the first report to eight days after the keys were turned."""

    def __init__(self, cast: Cast, folder: Path) -> None:
        self.cast, self.folder = cast, folder

    def begin(self) -> None:
        """A backup of nothing yet; three months on, a case to be destroyed tomorrow and two at work."""
        cast = self.cast
        self._back_up("keys", to="forgotten")
        destroyed = self._report(DESTROYED)
        cast.walk_to_closed(destroyed)
        Clock.objects.all().update(met_at=cast.now)
        cast.now += 90 * DAY - timedelta(hours=2)
        cast.go_on_duty("noor", "tomas")
        self.turned, untouched = self._report(TURNED), self._report(UNTOUCHED, leave_out=("tomas", "ingrid"))
        for case, said in ((self.turned, TURNED), (untouched, UNTOUCHED)):
            cast.do(respond.send_message, case, "noor", text=SAID[said][1])
        second_factor.switch_on(
            cast.noor, secret=SECRET, code=pyotp.TOTP(SECRET).at(cast.now), password=cast.password("noor"), at=cast.now
        )

    def turn(self) -> None:
        """A night's backups; then a case is destroyed, one of the team steps back, another one leaves."""
        cast = self.cast
        for store in runs.STORES:
            self._back_up(store)
        self.night = {store: ring.backups(self.folder / store, store)[-1] for store in runs.STORES}
        cast.now += timedelta(hours=4)
        self._tick()
        respond.step_back(cast.read(self.turned, "tomas"), stand_in=None, at=cast.now)
        left = [cast.tomas.member, cast.ingrid.member]
        Membership.objects.filter(member__in=left).update(until=cast.later(seconds=1))
        for case in turning.stale(cast.noor, at=cast.later(seconds=1)):
            retain.end_access(cast.read(case, "noor"), at=cast.now)
        cast.do(respond.add_note, self.turned, "noor", text=SAID[SINCE][0])
        self._tick()

    def pass_the_ring(self) -> None:
        for _ in range(8):
            self.cast.now += DAY
            self._tick()
            for store in runs.STORES:
                self._back_up(store)

    def copies(self) -> dict[str, Copy]:
        """Everything that can be taken now, by its name."""
        older = next((self.folder / "forgotten").iterdir())
        taken: dict[str, Copy] = {MAIN: copy_of("main"), KEYS: copy_of("keys"), OLD_MAIN: {}, RING: {}}
        with stolen({"keys": older}, self.folder):
            taken[OLDER] = copy_of("keys")
        for name, store in ((OLD_MAIN, "main"), (RING, "keys")):
            if self.night[store].exists():
                with stolen({store: self.night[store]}, self.folder):
                    taken[name] = copy_of(store)
        return taken

    def read_by(self, loot: Set[str], copies: dict[str, Copy] | None = None) -> set[str]:
        """Which of the things that were said a thief reads; all or nothing of each, and nothing besides."""
        taken = copies or self.copies()
        words = [self.cast.password(name) for thing in WHOSE if thing in loot for name in WHOSE[thing]]
        read = Thief([taken[thing] for thing in COPIES if thing in loot], words).reads()
        found = {what for what, said in SAID.items() if any(holds(read, one) for one in said)}
        assert all(holds(read, one) for what in found for one in SAID[what])
        assert bool(read) == bool(found)
        return found

    def _report(self, said: str, **more: tuple[str, ...]):
        """An account, and a file with it."""
        return self.cast.report(what_happened=SAID[said][0], files=[Remade(TEXT, SAID[said][2].encode())], **more)

    def _back_up(self, store: str, *, to: str = "") -> None:
        with time_machine.travel(self.cast.now, tick=False):
            call_command("backup", store=store, to=self.folder / (to or store), verbosity=0)

    def _tick(self) -> None:
        with time_machine.travel(self.cast.now, tick=False):
            tick()


def holds(payloads: Set[bytes], text: str) -> bool:
    return any(text.encode() in payload for payload in payloads)
