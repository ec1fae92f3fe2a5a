"""After seven days no backup that is left opens what was destroyed, or lets in who was sent away."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from tests.management.thief import holds, opened, stolen

from cast import NOW, make_cast
from trivet.access import runs
from trivet.management.backup import ring
from trivet.management.tick import tick
from trivet.models import Clock, Conflict, Installation
from trivet.process import respond
from trivet.vault.installation import keep
from trivet.vault.models import Share

DAY = timedelta(days=1)


@pytest.fixture
def cast(transactional_db):
    Installation.objects.create(identity=b"this installation")
    keep("installation id", b"this installation")
    return make_cast(NOW)


def night(cast, folders):
    """A tick, and a backup of each store into a folder of its own."""
    with time_machine.travel(cast.now, tick=False):
        tick()
        for store, folder in folders.items():
            call_command("backup", store=store, to=folder, verbosity=0)


def shares_of(case, *scopes):
    rows = Share.objects.filter(subject__in=[case.id, *case.boxes.values_list("id", flat=True)], scope__in=scopes)
    return [bytes(share.value) for share in rows]


def somewhere(values, folders):
    files = [file for store, folder in folders.items() for file in ring.backups(folder, store)]
    return any(holds(file, value) for file in files for value in values)


def thieves(cast, folders, to):
    """What anybody opens with two backups that are left: each with the oldest of the other store."""
    main, keys = (ring.backups(folder, store) for store, folder in folders.items())
    pairs = {*((file, keys[0]) for file in main), *((main[0], file) for file in keys)}
    found = set()
    for pair in pairs:
        with stolen(dict(zip(runs.STORES, pair, strict=True)), to):
            Conflict.objects.all().delete()
            found |= {(who, account) for who, accounts in opened(cast).items() for account in accounts}
    return found


@pytest.fixture
def folders(tmp_path):
    return {store: tmp_path / store for store in runs.STORES}


def test_a_destroyed_account_is_in_no_backup_once_the_ring_has_passed(cast, folders, tmp_path):
    case = cast.report(what_happened="the old one")
    cast.walk_to_closed(case)
    Clock.objects.all().update(met_at=cast.now)
    cast.report(what_happened="another one")
    values = shares_of(case, "work", "thread")
    cast.now += 90 * DAY - timedelta(hours=1)
    night(cast, folders)
    assert {account for _, account in thieves(cast, folders, tmp_path)} == {"the old one", "another one"}
    cast.now += DAY  # destroyed an hour after that backup
    night(cast, folders)
    assert not Share.objects.filter(value__in=values).exists()
    assert somewhere(values, folders)
    for _ in range(4):
        cast.now += DAY
        night(cast, folders)
    assert somewhere(values, folders)  # five days on, the ring has not passed
    cast.now += DAY
    night(cast, folders)
    assert not somewhere(values, folders)
    assert {account for _, account in thieves(cast, folders, tmp_path)} == {"another one"}


def test_who_stepped_back_opens_nothing_from_a_backup_once_the_ring_has_passed(cast, folders, tmp_path):
    case = cast.report(what_happened="the case")
    night(cast, folders)
    assert ("tomas", "the case") in thieves(cast, folders, tmp_path)
    values = shares_of(case, "work", "thread", "outcome")
    cast.now += timedelta(hours=1)
    respond.step_back(cast.read(case, "tomas"), stand_in=None, at=cast.now)
    for _ in range(6):
        cast.now += DAY
        night(cast, folders)
    assert not somewhere(values, folders)
    assert thieves(cast, folders, tmp_path) == {("noor", "the case"), ("ingrid", "the case")}
