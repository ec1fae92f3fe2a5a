"""``trivet restore``: put backups back, and keep every case closed until people have said what changed since."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trivet.access import journal, runs
from trivet.management.backup.kinds import Unusable
from trivet.management.backup.putting_back import Done, put_back


class Command(BaseCommand):
    help = "Put backups back. Stop every server first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        for store in runs.STORES:
            parser.add_argument(f"--{store}", type=Path, metavar="FILE", help=f"a backup of the {store} store")
        parser.add_argument("--replace", action="store_true", help="even where there is data, or a server at work")
        parser.add_argument(
            "--without", action="append", default=[], metavar="ADDRESS", help="somebody who left since; may be repeated"
        )

    def handle(self, *args: Any, replace: bool, without: list[str], **options: Any) -> None:
        files = {store: options[store] for store in runs.STORES if options[store]}
        if not files:
            raise CommandError("Say which backup: --main FILE, --keys FILE, or both.")
        try:
            self._report(put_back(files, replace=replace, without=without, at=timezone.now()))
        except Unusable as problem:
            raise CommandError(str(problem)) from None

    def _report(self, done: Done) -> None:
        self.stdout.write(f"Restored from backups of {done.since:%Y-%m-%d %H:%M} UTC: {done.cases} cases.")
        if done.unopenable:
            self.stdout.write(
                f"{done.unopenable} of them do not open with these keys. A backup of both stores from the same "
                "time would open them."
            )
        self.stdout.write(f"{done.destroyed} shares whose day had come were destroyed. All sessions have ended.")
        try:
            journal.verify()
        except journal.Broken as broken:
            self.stdout.write(f"The journal in the backup is broken: {broken}. Tell the chairs.")
        self.stdout.write(
            "Every case stays closed until a chair has said who left since, and two people who has a conflict:\n"
            f"{settings.PUBLIC_URL}/restored/ once you have started the server."
        )
