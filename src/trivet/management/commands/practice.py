"""``trivet practice``: prepare and serve the practice event."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trivet.management.practice.stage import RealEvents, set_up
from trivet.management.server import check_port, know_address, serve


class Command(BaseCommand):
    help = "Prepare the practice event, print its sign-ins and serve it on this machine."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--fresh", action="store_true", help="start the practice event over")

    def handle(self, *args: Any, port: int, fresh: bool, **options: Any) -> None:
        check_port("127.0.0.1", port)
        know_address("127.0.0.1", port)
        try:
            accounts = set_up(fresh=fresh, now=timezone.now())
        except RealEvents:
            raise CommandError("This data folder has a real event in it. Set TRIVET_DATA to another folder.") from None
        for account in accounts:
            self.stdout.write(f"{account.role}\t{account.email}\t{account.password}")
        base = f"http://127.0.0.1:{port}"
        self.stdout.write(f"\nPractice event: everybody in it is fictional.\nSign in:  {base}/sign-in/")
        self.stdout.write(f"Report:   {base}/practice/report/\nStop with Ctrl+C.")
        self.stdout.flush()
        serve("127.0.0.1", port)
