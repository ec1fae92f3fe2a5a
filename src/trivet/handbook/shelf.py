"""Finding pages: folders to a tuple, read once for each language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from trivet.handbook.parse import Page, parse

STEPS = ("prepare", "receive", "respond", "decide", "communicate", "publish", "retain", "screen")
SHELF = Path(__file__).parent
SOURCE = "en"  # every page exists in it


class NoSuchPage(LookupError):
    """No page has this step and slug, in no language."""


def pages(language: str = SOURCE) -> tuple[Page, ...]:
    """All pages in reading order: the eight steps, and in each the chapter first.

    A page that the language lacks is there in English; so are all pages of an unknown language.
    Raises BadPage when a file is malformed.
    """
    return tuple(_shelf(_known(language)).values())


def page(step: str, slug: str, language: str = SOURCE) -> Page:
    """One page, in English where the language lacks it. Raises NoSuchPage, BadPage."""
    try:
        return _shelf(_known(language))[step, slug]
    except KeyError:
        raise NoSuchPage(f"{step}/{slug}") from None


def _known(language: str) -> str:
    """The nearest language that has a folder: pt-br → pt → en. Never a path from outside."""
    folders = {folder.name for folder in SHELF.iterdir() if folder.is_dir()}
    candidates = (language.lower(), language.lower().split("-")[0])
    return next((name for name in candidates if name in folders), SOURCE)


@cache
def _shelf(language: str) -> Mapping[tuple[str, str], Page]:
    found = _read(SOURCE) if language == SOURCE else _read(SOURCE) | _read(language)
    ordered = sorted(found.values(), key=lambda each: (STEPS.index(each.step), each.order))
    return MappingProxyType({(each.step, each.slug): each for each in ordered})


def _read(language: str) -> dict[tuple[str, str], Page]:
    return {
        (step, path.stem): parse(path.read_text(encoding="utf-8"), step=step, slug=path.stem, language=language)
        for number, step in enumerate(STEPS, start=1)
        for path in (SHELF / language / f"{number}-{step}").glob("*.md")
    }
