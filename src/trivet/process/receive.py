"""Receive: a report comes in, is sealed to three people at most, and its author can come back."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from trivet.access import holding, intake, taking_down, threads
from trivet.access.intake import AlreadySent, NewCase
from trivet.access.threads import OpenThread
from trivet.models import REPORTER, CaseFile, Event, Member, Role
from trivet.models.code_name import new_code_name
from trivet.models.report import LEFT_OUT, NAMED, PerhapsAProgram, Report, SentForm, Withheld
from trivet.models.response import Message
from trivet.remake import Remade
from trivet.vault import codes
from trivet.vault.derive import fingerprint

from .attaching import attach
from .filing import clocks_of, summarise
from .naming import REPORT_FIELDS as REPORT_FIELDS
from .naming import named_in
from .policy import clocks


class NobodyMayRead(Exception):
    """Everybody was left out or is named, outside contacts too: nothing was stored, there is only the telephone."""


class OnlyOutside(Exception):
    """Nobody of the team may read it, and the reporter has not seen yet who would instead. Nothing was stored."""

    def __init__(self, members: list[Member]) -> None:
        super().__init__("only outside contacts")
        self.members = members


@dataclass(frozen=True)
class Receipt:
    """What the reporter is given: seven words, and who has the report."""

    code: str
    holders: list[Member]
    earlier: tuple[Member, ...] = ()  # whom an earlier sending of the form went to, who are left out of this one
    again: bool = False  # the form was sent before


def submit_report(
    event: Event,
    *,
    account: dict[str, str],
    leave_out: list[Member],
    shown: Sequence[Member] = (),
    files: Sequence[Remade] = (),
    form_secret: str,
    at: datetime,
    perhaps_a_program: bool = False,
) -> Receipt:
    """Seal a report to those who may read it. ``account`` has the fields of ``Report``.

    Where nobody of the team may, those are the outside contacts, once their names were ``shown`` to
    the reporter; until then it raises ``OnlyOutside``. What a program may have sent is marked, and
    received like any other.

    Sending the same form again gives the same case and code; if the words have changed since,
    they are added to the conversation. If somebody who holds it is left out or named by now, the
    form makes a case of its own. Raises ``NobodyMayRead`` with nothing stored, and ``Denied`` for
    the form of another event.
    """
    frame: dict[str, Any] = {"by": REPORTER, "at": at, "during": event.is_running(at)}
    named_files, contents = attach(files)
    report = Report(**{**frame, **account, "code_name": new_code_name()}, attachments=named_files)
    everybody = holding.everybody(event, at)
    named = named_in(
        CaseFile.of([report]), [membership.member for membership in everybody], *(file.beginning for file in files)
    )
    kept_from = [*leave_out, *(member for member in named if member not in leave_out)]
    holders = holding.choose_holders(everybody, kept_from)
    if not holders:
        raise NobodyMayRead
    outside = [m.member for m in everybody if m.role == Role.OUTSIDE and m.member in holders]
    if set(outside) - set(shown):
        raise OnlyOutside(outside)
    kept = [Withheld(member=str(m.id), why=LEFT_OUT if m in leave_out else NAMED, **frame) for m in kept_from]
    marks = [SentForm(digest=digest, **frame) for digest in {_digest(account), _digest(account, files)}]
    doubt = [PerhapsAProgram(**frame)] if perhaps_a_program else []
    file = CaseFile.of([report, *marks, *kept, *doubt])
    new = NewCase(event, list(file.entries), holders, kept_from, summarise(file), clocks_of(file), contents)
    try:
        return Receipt(intake.store(new, form_secret), holders)
    except AlreadySent:
        thread = threads.open_thread(codes.code_from(form_secret), event=event)
    wrong = [member for member in thread.holders(at) if member in kept_from]
    if not wrong:
        return _sent_again(thread, account, files, at)
    other = codes.another_secret(form_secret, *(str(member.id) for member in kept_from))
    receipt = submit_report(
        event, account=account, leave_out=leave_out, shown=shown, files=files, form_secret=other, at=at,
        perhaps_a_program=perhaps_a_program,
    )  # fmt: skip
    return replace(receipt, earlier=(*wrong, *receipt.earlier))


def take_down(event: Event, *, by: Member, account: dict[str, str], at: datetime, **sent: Any) -> Receipt:
    """Submit what somebody told a member, who keeps a time and nothing else: writing gives nobody a key."""
    receipt = submit_report(event, account={**account, "taken_down_by": by.name}, at=at, **sent)
    if not receipt.again:
        taking_down.note_sent(event, by, at=at)
    return receipt


def write_message(
    thread: OpenThread, *, text: str, once: str, at: datetime, goes_on: bool = False, files: Sequence[Remade] = ()
) -> None:
    """The reporter writes more; somebody owes an answer from now on, and soon where it goes on.

    The same ``once`` counts once.
    """
    if once in {entry.id for entry in thread.entries}:
        return
    during = thread.event.is_running(at)
    named, contents = attach(files)
    message = Message(
        id=once, by=REPORTER, at=at, during=during, text=text, goes_on=goes_on, attachments=named
    )  # fmt: skip
    due = at + clocks(during).answer(goes_on)
    thread.write(message, due=due, loud=goes_on, contents=contents)


def _sent_again(thread: OpenThread, account: dict[str, str], files: Sequence[Remade], at: datetime) -> Receipt:
    """Nothing typed is lost: what was changed before sending again joins the conversation."""
    digest = _digest(account, files)
    if digest not in {entry.digest for entry in thread.entries if isinstance(entry, SentForm)}:
        during = thread.event.is_running(at)
        frame: dict[str, Any] = {"by": REPORTER, "at": at, "during": during}
        text = "\n\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in account.items() if value)
        named, contents = attach(files)
        message = Message(id=_id(digest[:32]), text=text, form=True, attachments=named, **frame)
        mark = SentForm(id=_id(digest[32:]), digest=digest, **frame)
        thread.write(message, mark, due=at + clocks(during).acknowledge, contents=contents)
    return Receipt(thread.code, thread.holders(at), again=True)


def _digest(account: dict[str, str], files: Sequence[Remade] = ()) -> str:
    typed = json.dumps(account, sort_keys=True).encode()
    return fingerprint(b"".join([typed, *(fingerprint(file.content) for file in files)])).hex()


def _id(half_a_digest: str) -> str:
    """The same words make the same entry, so that they count once."""
    return str(uuid.UUID(half_a_digest))
