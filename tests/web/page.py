"""The tags of a page."""

from html.parser import HTMLParser

from django.http import HttpResponse
from tests.web.visitor import text_of


class Page(HTMLParser):
    """Every attribute of a page, and the scripts and styles that stand in it."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.links: dict[str, str] = {}
        self.inline: list[str] = []
        self._within = ""

    @classmethod
    def of(cls, answer: HttpResponse) -> "Page":
        page = cls()
        page.feed(text_of(answer))
        return page

    def classes_of(self, href: str) -> str:
        return self.links.get(href, "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.attributes += [(tag, key, value) for key, value in given.items()]
        self.links[given.get("href", "")] = given.get("class", "")
        self._within = tag

    def handle_data(self, data: str) -> None:
        if self._within in ("script", "style") and data.strip():
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._within = ""
