"""The two stores: of this version, of one installation, with a whole journal."""

from collections.abc import Iterator
from datetime import datetime

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from trivet.access import installation, journal
from trivet.management.backup import putting_back
from trivet.models import Restoration

from . import Finding, bad, good, look

_NAMES = {"default": "main", "keys": "keys"}


def migrations(at: datetime) -> Iterator[Finding]:
    """Whether both stores have this version's shape."""
    for alias, name in _NAMES.items():
        executor = MigrationExecutor(connections[alias])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield bad(f"The {name} store has not the shape of this version.", "Back it up, then restart trivet serve.")
        else:
            yield good(f"The {name} store has the shape of this version.")


def together(at: datetime) -> Iterator[Finding]:
    """Whether the stores belong to one installation."""
    if putting_back.unfinished():
        yield bad("A restore was begun and did not end.", "Run trivet restore again, with --replace.")
    elif installation.belong_together():
        yield good("The two stores belong together.")
    else:
        yield bad("The two stores do not belong together.", "Put the right pair back; nothing is served until then.")


def whole_journal(at: datetime) -> Iterator[Finding]:
    """Whether the journal is what was written."""
    try:
        journal.verify()
    except journal.Broken as broken:
        yield bad(f"The journal is broken: {broken}.", "Tell the chairs in person, today; change nothing.")
    else:
        yield good("The journal is whole.")


def after_a_restore(at: datetime) -> Iterator[Finding]:
    """Whether a chair still has to say who left since a backup."""
    for row in Restoration.objects.filter(said_at=None).select_related("event"):
        yield look(
            f"Every case of {row.event.slug} is closed since the restore of {row.at:%Y-%m-%d}.",
            "A chair signs in and says who left: /restored/",
        )
