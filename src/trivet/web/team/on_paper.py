"""What everybody is called on a page that may be left on a table: a role, and nobody's name."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.models import CaseFile, Role
from trivet.models.report import Names, Report
from trivet.proofread.masking import mask

from .people import names_in


def roles(case: OpenCase, at: datetime) -> dict[str, str]:
    """For each holder's id their role at the event, numbered where several have the same: Team 1, Team 2, Chair."""
    words = {Role.TEAM: _("Team"), Role.CHAIR: _("Chair"), Role.OUTSIDE: _("Outside contact")}
    people = {one.member_id: Role(one.role) for one in holding.everybody(case.case.event, at)}
    held = [(str(member.id), words[people.get(member.id, Role.TEAM)]) for member in case.holders]
    alike = [word for _id, word in held]
    return {
        id_: f"{word} {alike[: n + 1].count(word)}" if alike.count(word) > 1 else word
        for n, (id_, word) in enumerate(held)
    }


def without_names(case: OpenCase, called: dict[str, str]) -> Callable[[str], str]:
    """What takes out of a text every word by which somebody is named or described in the case."""
    people: dict[str, list[str]] = defaultdict(list)
    for label, text in _described(case.file):
        people[label].append(text)
    for id_, name in names_in(case).items():
        people[called.get(id_, _("a member"))].append(name)
    for member in case.holders:
        people[called[str(member.id)]] += [*member.aliases, *member.handles]
    return lambda text: mask(text, people, address=_("address"))


def _described(file: CaseFile) -> Iterator[tuple[str, str]]:
    """Each text that says who somebody is, with what they are called on paper."""
    words = {"reported": _("reported person"), "affected": _("affected person"), "witness": _("witness")}
    for entry in file.all(Names):
        yield words.get(entry.role, _("somebody else")), entry.names
    for report in file.all(Report):
        yield from ((words["reported"], text) for text in (report.who, report.recognise))
        yield from ((_("somebody else"), text) for text in (report.others, report.writer))
        yield from ((_("reporter"), text) for text in (report.contact, report.safe_contact))
