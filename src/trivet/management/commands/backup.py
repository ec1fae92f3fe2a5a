"""``trivet backup``: a copy of one store into a folder, and an end to the old ones there."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trivet.access import runs
from trivet.management.backup import ring
from trivet.management.backup.kinds import Unusable, kind_of


class Command(BaseCommand):
    help = "Copy one store into a folder, and delete its copies there before they are seven days old."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--store", choices=runs.STORES, required=True, help="one call takes one store")
        parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="for this account alone")
        parser.add_argument(
            "--if-due", type=float, metavar="HOURS", help="only when keys were turned since, or the last is older"
        )

    def handle(self, *args: Any, store: str, to: Path, if_due: float | None, **options: Any) -> None:
        now = timezone.now()
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        if to.stat().st_mode & 0o077:
            raise CommandError(f"Others may look into {to}. Run: chmod 700 {to}")
        went = ring.let_go(to, store, now)
        if if_due is None or runs.backup_is_due(store, now, often=if_due):
            made = self._take(store, to / f"{ring.name_of(store, now)}.part")
            self.stdout.write(f"{made.name}: {made.stat().st_size} bytes, read back whole")
        if went:
            self.stdout.write(f"{len(went)} old or unfinished files deleted")

    def _take(self, store: str, part: Path) -> Path:
        now, kind = timezone.now(), kind_of(store)
        runs.remember(runs.BEGUN, now, store=store)
        try:
            kind.copy(store, part)
            kind.check(store, part)
        except Unusable as problem:
            part.unlink(missing_ok=True)
            raise CommandError(str(problem)) from None
        made = ring.finish(part)
        runs.remember(runs.TAKEN, now, store=store)
        return made
