"""Somebody with a report to take down, and the page for it before them."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.models import Case, CaseFile

TOLD = "ZEBRA-THAT-SOMEBODY-TOLD"


@dataclass
class Writer:
    """At one of the pages that take a report down."""

    cast: Cast
    visitor: Visitor
    page: str = "/events/conf/take-down/"
    secret: str = ""

    @classmethod
    def signed_in(cls, cast: Cast, who: str) -> "Writer":
        return cls(cast, signed_in(cast, who)).loads()

    def loads(self) -> "Writer":
        self.secret = hidden(self.visitor.get(self.page), "secret")
        return self

    def sends(self, **fields: Any) -> HttpResponse:
        return self.visitor.sends(self.page, {"secret": self.secret, "what_happened": TOLD, **fields})

    def file(self, who: str = "noor") -> CaseFile:
        """The only case, as one of the team reads it."""
        return self.cast.read(Case.objects.get(), who).file
