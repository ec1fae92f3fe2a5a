"""The door to attachments: what came with a case's entries, and the reading of one."""

import uuid
from datetime import datetime

from django.db import transaction

from trivet.models import Attachment, Entry

from . import Denied, journal, parts
from .cases import OpenCase
from .parts import Contents


def find(case: OpenCase, attachment_id: uuid.UUID) -> tuple[Entry, Attachment]:
    """An attachment of a case, and what it came with; ``Denied`` where there is none of that id."""
    for entry, attachment in parts.named_by(case.file.entries):
        if attachment.id == str(attachment_id):
            return entry, attachment
    raise Denied


def open_attachment(case: OpenCase, attachment_id: uuid.UUID, *, at: datetime) -> tuple[Attachment, bytes]:
    """Open one; the journal is written first. Raises ``Denied``, and ``Tampered`` where parts were changed."""
    _, attachment = find(case, attachment_id)
    with transaction.atomic():
        journal.write(case.case.id, case.journal_key, what="opened an attachment", member=case.by, at=at)
    journal.anchor()
    return attachment, parts.read(attachment, case.ring, case.case.id)


def store(case: OpenCase, entry: Entry, contents: Contents) -> None:
    """Seal what comes with an entry of the work. Call inside the transaction in which it is filed. Step: respond."""
    parts.store([entry], contents, case.ring, case.case.scope(entry.scope), case.case.id)
