"""The bytes of attachments, sealed in parts beside the records, so that no step needs much memory."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping

from trivet.models import Attachment, Case, Entry, Part
from trivet.vault import Tampered
from trivet.vault.envelope import seal, unseal
from trivet.vault.shares import Scope

from .ring import Ring

SIZE = 1024 * 1024 - 4  # with its length a mebibyte, which is a power of two

Contents = Mapping[str, bytes]  # by the id of the attachment


def named_by(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Attachment]]:
    """Every attachment of some entries, with its entry."""
    return ((entry, one) for entry in entries for one in getattr(entry, "attachments", ()))


def store(entries: Iterable[Entry], contents: Contents, ring: Ring, scope: Scope, case_id: uuid.UUID) -> None:
    """Seal what came with some entries of one scope. Call inside the transaction in which they are written."""
    for _, attachment in named_by(entries):
        content = contents[attachment.id]
        for number, start in enumerate(range(0, len(content), SIZE)):
            part = Part(case_id=case_id, attachment=uuid.UUID(attachment.id), number=number)
            _seal(part, ring, scope, content[start : start + SIZE])
            part.save(force_insert=True)


def read(attachment: Attachment, ring: Ring, case_id: uuid.UUID) -> bytes:
    """The bytes of an attachment; raises ``Tampered`` where a part was changed or is missing."""
    parts = Part.objects.filter(case=case_id, attachment=attachment.id).order_by("number")
    content = b"".join(_unseal(part, ring) for part in parts.iterator(chunk_size=1))
    if len(content) != attachment.size:
        raise Tampered("a part is missing")
    return content


def move(here: Case, old: Ring, there: Case, new: Ring, *, only: Collection[str] | None = None) -> None:
    """Move a case's parts to new keys, or to another case; ``only`` those of some attachments.

    One after the other. Call inside the transaction of the turn.
    """
    rows = Part.objects.filter(case=here) if only is None else Part.objects.filter(case=here, attachment__in=only)
    for id_ in list(rows.values_list("id", flat=True)):
        part = Part.objects.get(id=id_)
        if not old.has(part.sealed_for):
            part.delete()  # destroyed already
            continue
        content = _unseal(part, old)
        part.case = there
        subject = there.id if part.subject == here.id else part.subject
        _seal(part, new, Scope(part.scope, subject, there.key_version), content)
        part.save()


def _seal(part: Part, ring: Ring, scope: Scope, content: bytes) -> None:
    part.scope, part.subject, part.key_version = scope.name, scope.subject, scope.version
    part.sealed = seal(ring.key(scope), content, place=_place(part))


def _unseal(part: Part, ring: Ring) -> bytes:
    if part.sealed_for not in ring.halves:
        raise Tampered("a part of another case or version")
    return unseal(ring.key(part.sealed_for), part.sealed, place=_place(part))


def _place(part: Part) -> tuple[str, ...]:
    """Where a part lies: moved anywhere else it does not open."""
    return ("part", str(part.case_id), *part.sealed_for.place, str(part.attachment), str(part.number))
