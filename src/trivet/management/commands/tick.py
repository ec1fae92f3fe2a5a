"""``trivet tick``: what ``serve`` does each minute, once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from trivet.access import installation
from trivet.management.backup import putting_back
from trivet.management.tick import tick


class Command(BaseCommand):
    help = "Send the notices that are due and destroy what has to go."

    def handle(self, *args: Any, **options: Any) -> None:
        if putting_back.unfinished():
            raise CommandError("A restore was begun and did not end. Run trivet restore again, with --replace.")
        try:
            installation.check()
        except installation.OtherStores:
            raise CommandError("The main store and the keys store do not belong together.") from None
        tick()
