"""Two reports of one matter, joined and parted by somebody who holds both."""

import uuid

from cast import Cast
from trivet.access import attachments, parts, threads
from trivet.models import Case
from trivet.models.response import Message
from trivet.process import receive, respond


def join(cast: Cast, newer: Case, older: Case, who: str = "noor") -> None:
    held = cast.read(newer, who)
    respond.join_report(held, into=cast.read(older, who), seen=held.case.revision, at=cast.later(seconds=1))


def part(cast: Cast, case: Case, who: str = "noor") -> Case:
    """The case that the joined report has afterwards."""
    held = cast.read(case, who)
    [joined] = held.file.joined.values()
    before = set(Case.objects.values_list("pk", flat=True))
    respond.part_report(held, of=joined.report, seen=held.case.revision, at=cast.later(seconds=1))
    return Case.objects.exclude(pk__in=before).get()


def conversation(cast: Cast, number: int) -> list[str]:
    """What the author of a report reads."""
    thread = threads.open_thread(cast.receipts[number].code, event=cast.event)
    return [entry.text for entry in thread.entries if isinstance(entry, Message)]


def writes(cast: Cast, number: int, text: str) -> None:
    """The author of a report writes."""
    thread = threads.open_thread(cast.receipts[number].code, event=cast.event)
    receive.write_message(thread, text=text, once=text, at=cast.later(seconds=1))


def files(cast: Cast, case: Case) -> set[bytes]:
    """Everything that is attached to a case."""
    held = cast.read(case, "noor")
    named = [attachment.id for _, attachment in parts.named_by(held.file.entries)]
    return {attachments.open_attachment(held, uuid.UUID(one), at=cast.later(seconds=1))[1] for one in named}
