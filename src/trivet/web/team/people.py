"""Names for the ids that entries and lists carry."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.models import REPORTER
from trivet.models.task import Task


def names_for(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, in one query."""
    return {**holding.names(set(ids) - {REPORTER}), REPORTER: _("The reporter")}


def names_in(case: OpenCase) -> dict[str, str]:
    """Everybody who did something on a case, or is kept from it."""
    ids = (
        {entry.by for entry in case.file.entries}
        | {getattr(entry, "member", REPORTER) for entry in case.file.entries}
        | {task.owner for task in case.file.all(Task)}
    )
    return names_for(ids | {str(member.id) for member in case.holders})
