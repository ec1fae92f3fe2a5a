"""Receive what a telephone sealed where there was no network: until it is opened, a report that says only that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from trivet.access import holding, intake, phones, taking_down, threads
from trivet.access.intake import AlreadySent, NewCase
from trivet.models import HOLDERS, REPORTER, CaseFile, Event, Member
from trivet.models.code_name import new_code_name
from trivet.models.report import Envelope
from trivet.vault import codes

from .filing import clocks_of, summarise
from .receive import NobodyMayRead, Receipt


@dataclass(frozen=True)
class Part:
    """The report, sealed to one member: to which of their keys, in base64 as it came."""

    member: str
    key: bytes
    sealed: str


def take_in(
    event: Event, *, parts: Sequence[Part], form_secret: str, at: datetime, by: Member | None = None
) -> Receipt:
    """Keep what a telephone sealed as a case of those it is sealed to, as far as they may still hold it.

    Sent again it is the same case. Raises ``NobodyMayRead`` with nothing stored, and ``Denied`` for
    the secret of another event.
    """
    known = phones.keys(holding.everybody(event, at))
    fits = {part.member: part for part in parts}
    holders = [m for m, key in known.items() if str(m.id) in fits and fits[str(m.id)].key == key][:HOLDERS]
    if not holders:
        raise NobodyMayRead
    envelope = Envelope(
        by=REPORTER, at=at, during=event.is_running(at), code_name=new_code_name(),
        what_happened=_("This was sealed on a telephone. It does not open with your keys; ask who else holds it."),
        parts={str(member.id): fits[str(member.id)].sealed for member in holders},
        taken_down_by=by.name if by else "", helper="" if by else _("somebody with a day link"),
        helper_called=_("{name}, with a day link"),
    )  # fmt: skip
    file = CaseFile.of([envelope])
    new = NewCase(event, list(file.entries), holders, [], summarise(file), clocks_of(file), by_phone=True)
    try:
        receipt = Receipt(intake.store(new, form_secret), holders)
    except AlreadySent:
        thread = threads.open_thread(codes.code_from(form_secret), event=event)
        return Receipt(thread.code, thread.holders(at), again=True)
    if by:
        taking_down.note_sent(event, by, at=at)
    return receipt
