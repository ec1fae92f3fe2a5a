"""One page: front matter in YAML, then Markdown."""

from dataclasses import dataclass, fields
from typing import Any

import yaml
from markdown_it import MarkdownIt

FENCE = "---\n"
# Translators write these files: markup of their own would reach every reader unescaped.
MARKDOWN = MarkdownIt("commonmark", {"html": False})


class BadPage(ValueError):
    """A page whose front matter is missing or wrong; says which page and what."""


@dataclass(frozen=True, slots=True)
class Page:
    step: str
    slug: str
    language: str  # of this text: English where a translation is missing
    title: str
    summary: str  # one line
    show: tuple[str, ...]  # the pages that carry this text, as URL shapes: "/<event>/report/"
    chapter: str  # the heading of the process document that this page puts into practice
    order: int  # place within its step; the chapter itself, slug "index", is 0
    card: bool  # short enough to stand beside a form
    ring: tuple[str, ...]  # kinds of an event's numbers that stand below it, the most urgent first
    html: str  # safe: the Markdown parser escapes all markup


def parse(text: str, *, step: str, slug: str, language: str) -> Page:
    """Read one file's text. Raises BadPage when a field is missing, unknown or of a wrong type."""
    where = f"{language}/{step}/{slug}"
    front, body = _split(text, where)
    given: dict[str, Any] = {"card": False, "ring": []} | front
    wanted = {field.name for field in fields(Page)} - {"step", "slug", "language", "html"}
    if given.keys() != wanted:
        raise BadPage(f"{where}: front matter differs in {sorted(given.keys() ^ wanted)}")
    for name, kind in (("title", str), ("summary", str), ("chapter", str), ("card", bool)):
        if not isinstance(given[name], kind):
            raise BadPage(f"{where}: {name} must be {kind.__name__}")
    if type(given["order"]) is not int:  # True is an int, too
        raise BadPage(f"{where}: order must be a whole number")
    if not isinstance(given["show"], list) or not all(isinstance(p, str) for p in given["show"]):
        raise BadPage(f"{where}: show must be a list of URL shapes")
    if not isinstance(given["ring"], list) or not all(isinstance(kind, str) for kind in given["ring"]):
        raise BadPage(f"{where}: ring must be a list of kinds of numbers")
    given["show"], given["ring"] = tuple(given["show"]), tuple(given["ring"])
    return Page(step=step, slug=slug, language=language, html=MARKDOWN.render(body), **given)


def _split(text: str, where: str) -> tuple[dict[str, Any], str]:
    before, *rest = text.split(FENCE, 2)
    if before or len(rest) != 2:
        raise BadPage(f"{where}: begins without front matter between two lines of ---")
    try:
        front = yaml.safe_load(rest[0])
    except yaml.YAMLError as error:
        raise BadPage(f"{where}: front matter is not YAML: {error}") from error
    if not isinstance(front, dict):
        raise BadPage(f"{where}: front matter is not a list of fields")
    return front, rest[1]
