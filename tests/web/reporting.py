"""A reporter with a form that their browser has loaded."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.http import HttpResponse
from tests.web.visitor import Visitor, hidden, text_of

from cast import Cast
from trivet.access.threads import OpenThread, open_thread
from trivet.models import Case, CaseFile


@dataclass
class Reporting:
    """``secret`` is that of the page they have before them."""

    cast: Cast
    visitor: Visitor = field(default_factory=lambda: Visitor(csrf=False))
    secret: str = ""

    def loads(self) -> "Reporting":
        self.secret = hidden(self.visitor.get("/conf/report/"), "secret")
        return self

    def sends(self, *, headers: dict[str, str] | None = None, **fields: Any) -> HttpResponse:
        return self.visitor.post("/conf/report/", {"secret": self.secret, **fields}, headers=headers or {})

    def comes_back(self, code: str, **fields: Any) -> HttpResponse:
        return self.visitor.post("/conf/return/", {"return_code": code, **fields})

    def thread(self, code: str) -> OpenThread:
        return open_thread(code, event=self.cast.event)

    def file(self, who: str = "noor") -> CaseFile:
        """The only case, as one of the team reads it."""
        return self.cast.read(Case.objects.get(), who).file


def code_on(response: HttpResponse) -> str:
    """The seven words on the thank-you page."""
    assert response.status_code == 200, text_of(response)
    found = re.search(r'id="return-code"[^>]*>(.*?)</(?:p|output|strong)>', text_of(response), re.DOTALL)
    assert found
    words = re.sub(r"<[^>]*>", " ", found[1]).split()
    assert len(words) == 7
    return " ".join(words)


def read_on(response: HttpResponse) -> str:
    """The page as somebody reads it, boxes for text included."""
    return unescape(text_of(response))
