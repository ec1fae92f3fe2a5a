"""Setting the practice event up, keeping it, and starting it over."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

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
    if fresh and _sheet().exists():
        _clear()
    migrate()
    if Event.objects.filter(practice=False).exists():
        raise RealEvents
    if not Event.objects.filter(practice=True).exists():
        _stage(now)
    return [SignIn(*line) for line in json.loads(_sheet().read_text())]


def migrate() -> None:
    """Bring both stores to this version's shape."""
    call_command("migrate", verbosity=0)
    call_command("migrate", database="keys", verbosity=0)


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
    """Start over: only ever a folder whose sign-in sheet says that it is practice."""
    for name in ("main.sqlite3", "keys.sqlite3", "practice-sign-ins.json"):
        (Path(settings.DATA) / name).unlink(missing_ok=True)
