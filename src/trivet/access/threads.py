"""The reporter's door: a return code opens one conversation, and never the case."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from trivet.models import Case, Clock, Entry, Event, Grant, Member, Record, ReturnBox
from trivet.vault import VaultError, codes, shares
from trivet.vault.case_keys import open_half

from . import ChangedMeanwhile, Denied, grants, parts
from .cases import holders
from .parts import Contents
from .ring import Ring


@dataclass(frozen=True, repr=False)
class OpenThread:
    """A reporter's conversation, for one request."""

    box: ReturnBox
    ring: Ring
    entries: list[Entry]
    code: str = field(repr=False)

    @property
    def case(self) -> Case:
        return self.box.case

    @property
    def event(self) -> Event:
        return self.box.case.event

    def write(self, *entries: Entry, due: datetime, loud: bool = False, contents: Contents | None = None) -> None:
        """Add entries; the case moves on, and by ``due`` somebody owes an answer. Written twice, one counts once.

        Were the keys turned since the conversation was opened, it is opened again first; was it
        destroyed, that is ``Denied``.
        """
        try:
            self._write(entries, due, loud, contents or {})
        except ChangedMeanwhile:
            open_thread(self.code, event=self.event)._write(entries, due, loud, contents or {})

    def _write(self, entries: Iterable[Entry], due: datetime, loud: bool, contents: Contents) -> None:
        with transaction.atomic():
            same_keys = Case.objects.filter(id=self.case.id, key_version=self.case.key_version)
            if not same_keys.update(news=True, revision=uuid.uuid4()) or not shares.all_left([self.box.scope]):
                raise ChangedMeanwhile
            if not ReturnBox.objects.filter(id=self.box.id, case=self.case).exists():
                raise ChangedMeanwhile  # its report was joined to another case, or parted from it
            there = {entry.id for entry in _read(self.box, self.ring)}
            new = [entry for entry in entries if entry.id not in there]
            if new:
                Record.objects.bulk_create(self.ring.seal(entry, self.box.scope, self.case.id) for entry in new)
                parts.store(new, contents, self.ring, self.box.scope, self.case.id)
                Clock.objects.create(case=self.case, due=due, loud=loud)

    def is_held(self, at: datetime) -> bool:
        """Whether anybody of the team could open it."""
        return grants.keyed(Grant.objects.filter(case=self.case), at).exists()

    def holders(self, at: datetime) -> list[Member]:
        """Who may read this conversation now."""
        return holders(self.case, at)


def open_thread(code: str, *, event: Event) -> OpenThread:
    """Open a conversation by its code. Unknown, malformed, destroyed, another event's: ``Denied`` alike."""
    back = codes.return_key(code)
    with transaction.atomic():
        # nobody turns the keys meanwhile
        Case.objects.select_for_update(of=("self",)).filter(boxes__tag=back.tag).first()
        box = ReturnBox.objects.filter(tag=back.tag, case__event=event).select_related("case__event").first()
        if box is None:
            raise Denied
        scope = box.scope
        try:
            half = open_half(back.key, back.tag, box.wrapped_seed, box.sealed_half, scope)
        except VaultError:
            raise Denied from None
        ring = Ring({scope: half}, shares.find([scope]))
        if not ring.has(scope):
            raise Denied
        return OpenThread(box, ring, _read(box, ring), code)


def _read(box: ReturnBox, ring: Ring) -> list[Entry]:
    records = Record.objects.filter(case=box.case, scope=box.scope.name, subject=box.scope.subject)
    return sorted(ring.unseal(records), key=lambda entry: entry.at)
