"""``trivet doctor``: is this installation in order?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trivet.access import journal


class Command(BaseCommand):
    help = "Check that the journal is what was written."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            journal.verify()
        except journal.Broken as broken:
            raise CommandError(f"The journal is broken: {broken}") from None
        self.stdout.write("The journal is whole.")
