"""Whether a text may speak of a person: on the safe side, because a person decides afterwards.

A mention is a handle, an e-mail address, a full name or alias in any order, or a given or family
name alone; words of five letters or more may be misspelt by one letter.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

_WORD = re.compile(r"[^\W_]+")
_HANDLE = re.compile(r"[\w.+-]+(?:@[\w.-]+\w)?")
_MISSPELT_FROM = 5
_PARTICLES = {
    "al",
    "and",
    "bin",
    "da",
    "de",
    "del",
    "den",
    "der",
    "di",
    "do",
    "dr",
    "du",
    "el",
    "la",
    "le",
    "mr",
    "mrs",
    "ms",
    "of",
    "the",
    "van",
    "von",
    "y",
}

_SPELT: dict[str, str | int | None] = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}


@dataclass(frozen=True)
class Person:
    """How a person may be called in a text."""

    name: str
    aliases: list[str] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)


def mentions(text: str, person: Person) -> bool:
    """Whether ``text`` may speak of ``person``."""
    words = set(_words(text))
    handles = {handle.strip("@") for handle in _HANDLE.findall(_fold(text))}
    if any(_fold(handle).strip("@ ") in handles for handle in person.handles if handle.strip("@ ")):
        return True
    return any(_is_among(part, words) for name in (person.name, *person.aliases) for part in _parts(name))


def _parts(name: str) -> list[str]:
    """The words of a name by which alone somebody may be called."""
    parts = _words(name)
    return [part for part in parts if part not in _PARTICLES and len(part) > 1] or parts


def _is_among(part: str, words: set[str]) -> bool:
    if part in words:
        return True
    return len(part) >= _MISSPELT_FROM and any(
        len(word) >= _MISSPELT_FROM - 1 and DamerauLevenshtein.distance(part, word, score_cutoff=1) <= 1
        for word in words
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(_fold(text))


def _fold(text: str) -> str:
    """Lower case without accents; ß, ł, ø and their like as people type them."""
    spelled = text.casefold().translate(str.maketrans(_SPELT))
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
