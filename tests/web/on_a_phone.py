"""A telephone without a network, as the server sees it: what it seals, and what it sends afterwards."""

import json
import secrets
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from tests.web.taking_down import TOLD
from tests.web.visitor import Visitor

from cast import Cast
from trivet.models import Case
from trivet.vault import phones

USUAL = ("noor", "tomas", "ingrid")


@dataclass
class Phone:
    """``to`` is where it sends what it kept; one telephone has one report."""

    cast: Cast
    visitor: Visitor
    to: str
    secret: str = field(default_factory=lambda: secrets.token_hex(16))

    def sends(self, *, sealed_to: Iterable[str] = USUAL, **said: Any) -> HttpResponse:
        """Seal a report to some of the cast, and send it."""
        return self.sends_parts([self.part(to, **said) for to in sealed_to])

    def part(self, to: str, /, **said: Any) -> tuple[str, str, str]:
        member = self.cast.people[to].member
        key = phones.public_part(member.identity.seal_to)
        text = json.dumps({"what_happened": TOLD, "leave_out": [], **said}).encode()
        sealed = phones.seal_as_a_phone(key, text, event=self.cast.event.slug, member=str(member.id))
        return str(member.id), b64encode(key).decode(), b64encode(sealed).decode()

    def sends_parts(self, parts: list[tuple[str, str, str]]) -> HttpResponse:
        member, key, sealed = zip(*parts, strict=True) if parts else ((), (), ())
        fields = {"secret": self.secret, "member": member, "key": key, "sealed": sealed}
        return self.visitor.post(self.to, fields)


def holders() -> set[str]:
    """Who has a grant of the only case."""
    return {grant.member.email.split("@")[0] for grant in Case.objects.get().grants.select_related("member")}


def kept_from() -> set[str]:
    """Who has a conflict with it."""
    case = Case.objects.get()
    return {row.member.email.split("@")[0] for row in case.conflict_set.select_related("member")}
