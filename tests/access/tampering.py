"""Two cases that went all the way, everything that is sealed in them, and somebody who changes it."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import pyotp
from django.db import transaction

from cast import NOW, Cast
from trivet.access import Denied, attachments, cases, drafts, handover, journal, second_factor, sign_in
from trivet.access.sign_in import WrongSignIn
from trivet.access.threads import open_thread
from trivet.models import (
    Case,
    Declaration,
    Draft,
    Grant,
    JournalEntry,
    KeySlot,
    Part,
    Record,
    ReturnBox,
    SecondFactor,
    Unlock,
)
from trivet.remake import TEXT, Remade
from trivet.vault import Tampered
from trivet.vault.models import Share

# Every sealed column, and what has to notice a change in it.
SEALED: dict[tuple[Any, str], set[str]] = {
    (Record, "sealed"): {"case", "thread"},
    (Part, "sealed"): {"attachment"},
    (Grant, "sealed"): {"case", "list"},
    (Case, "summary"): {"list"},
    (ReturnBox, "sealed_half"): {"thread"},
    (ReturnBox, "wrapped_seed"): {"thread"},
    (KeySlot, "wrapped"): {"password"},
    (SecondFactor, "sealed"): {"password"},
    (Declaration, "sealed"): {"declaration"},
    (Declaration, "wrapped_key"): {"declaration"},
    (Declaration, "signature"): {"declaration"},
    (Draft, "sealed"): {"draft"},
    (Unlock, "blob"): {"cookie"},
    (JournalEntry, "body"): {"journal"},
    (Share, "value"): {"case", "list", "thread"},
}
FILE = Remade(TEXT, b"what they wrote")
HOLDERS = ("noor", "tomas", "ingrid")


@dataclass
class Filed:
    """Two closed cases, and everybody signed in."""

    cast: Cast
    cases: list[Case] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, cast: Cast) -> "Filed":
        filed = cls(cast)
        for outcome in ("warning", "no-action"):
            filed.cases.append(cast.report(who="Somebody in a red hat", files=[FILE]))
            cast.walk_to_closed(filed.cases[-1], outcome)
        for who in HOLDERS:
            filed.secrets[who] = second_factor.new_secret()
            second_factor.switch_on(
                cast.people[who],
                secret=filed.secrets[who],
                code=filed.code(who),
                password=cast.password(who),
                at=cast.now,
            )
            for case in filed.cases:
                drafts.keep(cast.people[who], case.id, _page(case), {"text": ["So far."]}, at=cast.now)
            handover.declare(cast.people[who], cast.event, names=["Somebody they know"], at=cast.now)
        cast.later(minutes=1)
        filed.cookies = {who: filed.sign_in(who) for who in HOLDERS}
        cast.later(minutes=1)
        return filed

    def code(self, who: str, at: datetime | None = None) -> str:
        return pyotp.TOTP(self.secrets[who]).at(at or self.cast.now)

    def sign_in(self, who: str) -> str:
        """With password and code; returns the cookie."""
        return sign_in.sign_in(
            email=f"{who}@conf.example", password=self.cast.password(who), code=self.code(who), at=self.cast.now
        )[1]

    def rows(self, model: Any) -> list[Any]:
        """All rows, but for those of people who hold nothing here."""
        if model is Declaration:
            return list(
                Declaration.objects.filter(reader__member__in=[self.cast.people[who].member for who in HOLDERS])
            )
        if model is KeySlot:
            return list(KeySlot.objects.filter(member__in=[self.cast.people[who].member for who in HOLDERS]))
        return list(model.objects.all())

    def noticed(self) -> set[str]:
        """Open everything in every way, and say what did not open as it should."""
        with undone():
            return set(self._look())

    def _opens_attachments(self, case: Case, who: str) -> bool:
        held = self.cast.read(case, who)
        try:
            contents = [
                attachments.open_attachment(held, UUID(attachment.id), at=self.cast.now)[1]
                for attachment in held.file.report.attachments
            ]
        except Tampered:
            return False
        return contents == [FILE.content]

    def _look(self) -> Iterator[str]:
        for who in HOLDERS:
            reader = self.cast.people[who]
            if any(listed.summary is None for listed in cases.list_cases(reader, at=NOW)):
                yield "list"
            if len(handover.declared(reader, self.cast.event, at=self.cast.now)) != len(HOLDERS) - 1:
                yield "declaration"
            for case in self.cases:
                try:
                    opened = self.cast.read(case, who)
                    opened.journal()
                except Tampered:
                    yield "case"
                    continue
                if drafts.find(opened, _page(case), at=self.cast.now) is None:
                    yield "draft"
                if not self._opens_attachments(case, who):
                    yield "attachment"
            try:
                self.sign_in(who)
            except WrongSignIn:
                yield "password"
            found = sign_in.recall(self.cookies[who], self.cast.now)
            if found is None or found.keys != reader.keys:
                yield "cookie"
        for receipt in self.cast.receipts:
            try:
                open_thread(receipt.code, event=self.cast.event)
            except (Denied, Tampered):
                yield "thread"
        try:
            journal.verify()
        except journal.Broken:
            yield "journal"


def _page(case: Case) -> str:
    return f"/cases/{case.id}/note/"


def flip(value: bytes, chance: random.Random) -> bytes:
    """The same bytes but for one bit."""
    changed = bytearray(value)
    bit = chance.randrange(len(changed) * 8)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens in here has not happened afterwards, in either store."""
    with transaction.atomic(), transaction.atomic(using="keys"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="keys")


@contextmanager
def changed(row: Any, **columns: Any) -> Iterator[None]:
    """A row with other values for a while."""
    with undone():
        assert type(row).objects.filter(pk=row.pk).update(**columns)
        yield


def sample(rows: list[Any], chance: random.Random, most: int = 10) -> list[Any]:
    return chance.sample(rows, min(most, len(rows)))
