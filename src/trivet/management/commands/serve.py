"""``trivet serve``: serve the events of this data folder."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from trivet.access import founding
from trivet.management.practice.stage import migrate
from trivet.management.server import check_port, know_address, serve


class Command(BaseCommand):
    help = "Serve Trivet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        check_port(host, port)
        know_address(host, port)
        migrate()
        self.stdout.write(f"Trivet serves on http://{host}:{port}/")
        if token := founding.new_link():
            self.stdout.write(
                f"Nobody has an account yet. Whoever opens this link founds the team; it works once, until the next"
                f" start:\n{settings.PUBLIC_URL}/set-up/{token}/"
            )
        self.stdout.flush()
        serve(host, port)
