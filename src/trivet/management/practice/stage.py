"""Setting the practice event up, keeping it, and starting it over."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command

from trivet.access import installation
from trivet.management.backup import putting_back
from trivet.management.vacuum import take_no_samples
from trivet.models import Event, Organiser
from trivet.process import prepare, receive
from trivet.vault.codes import new_form_secret

from . import cast


class RealEvents(Exception):
    """This data folder has a real event in it; practice stays away from it."""


@dataclass(frozen=True)
class SignIn:
    """One account of the practice event. Its password is on paper here because nothing in it is real."""

    role: str
    email: str
    password: str


def set_up(*, fresh: bool, now: datetime) -> list[SignIn]:
    """Prepare the practice event where there is none yet, and return its accounts."""
    migrate()
    if Event.objects.filter(practice=False).exists():
        raise RealEvents
    if fresh:
        _clear()
        migrate()
    if not Event.objects.filter(practice=True).exists():
        _stage(now)
    return [SignIn(*line) for line in json.loads(_sheet().read_text())]


def migrate() -> None:
    """Bring both stores to this version's shape; refuse two that do not belong together, or half a restore."""
    if putting_back.unfinished():
        raise CommandError("A restore was begun and did not end. Run trivet restore again, with --replace.")
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0)
        take_no_samples(alias)
    try:
        installation.check()
    except installation.OtherStores:
        raise CommandError(
            "The main store and the keys store do not belong together. Nothing was changed; put the right pair back."
        ) from None


def _stage(now: datetime) -> None:
    event = cast.event_of(Organiser.objects.create(name="Practice organisers"), now)
    people = cast.people(now)
    prepare.found_team(event, people)
    account = {**dict.fromkeys(receive.REPORT_FIELDS, ""), **cast.REPORT}
    account.pop("code_name")
    receive.submit_report(event, account=account, leave_out=[], form_secret=new_form_secret(), at=now)
    keys = [(person, person.email.split("@")[0]) for person in people]
    sheet = [(cast.LABELS.get(key, key), person.email, person.password) for person, key in keys]
    _sheet().write_text(json.dumps(sheet))


def _sheet() -> Path:
    return Path(settings.DATA) / "practice-sign-ins.json"


def _clear() -> None:
    """Start over: everything that is in both stores goes. Nothing in them is real."""
    for store in ("keys", "default"):
        call_command("flush", database=store, interactive=False, verbosity=0)
    _sheet().unlink(missing_ok=True)
