"""Whether a text may speak of a person: on the safe side, because a person decides afterwards.

A mention is a handle, an e-mail address, a full name or alias in any order, or a given or family
name alone; words of five letters or more may be misspelt by one letter.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

_WORD = re.compile(r"[^\W_]+")
_HANDLE = re.compile(r"[\w.+-]+(?:@[\w.-]+)?")
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
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Scripts that put no space between words, or hang endings on a name: a name is looked for anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True)
class Person:
    """How a person may be called in a text."""

    name: str
    aliases: list[str] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)


def mentions(text: str, person: Person) -> bool:
    """Whether ``text`` may speak of ``person``."""
    folded = _fold(text)
    handles = {handle.strip("@.+-") for handle in _HANDLE.findall(folded)}
    if handles & {_fold(handle).strip("@.+- ") for handle in person.handles} - {""}:
        return True
    words = _words(text)
    return any(_is_among(part, words, folded) for name in (person.name, *person.aliases) for part in _parts(name))


def _parts(name: str) -> set[str]:
    """The words of a name by which alone somebody may be called; of initials, all of them together."""
    words = _words(name)
    return {word for word in words if word not in _PARTICLES and len(word) > 1} or _words("".join(name.split()))


def _is_among(part: str, words: set[str], text: str) -> bool:
    if part in words or (_UNSPACED.search(part) and part in text):
        return True
    return len(part) >= _MISSPELT_FROM and any(
        len(word) >= _MISSPELT_FROM - 1 and DamerauLevenshtein.distance(part, word, score_cutoff=1) <= 1
        for word in words
    )


def _words(text: str) -> set[str]:
    """Every word, and what stands between spaces as one (Anne-Marie, O’Brien); ö as o and as oe."""
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    words: set[str] = set()
    for folded in {_fold(text), _fold(spelled)}:
        words.update(_WORD.findall(folded), ("".join(_WORD.findall(chunk)) for chunk in folded.split()))
    return words - {""}


def _fold(text: str) -> str:
    """Lower case without accents and other marks; ß, ł, ø and their like as people type them."""
    spelled = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    bare = "".join(char for char in spelled if unicodedata.category(char)[0] != "M")
    return unicodedata.normalize("NFC", bare)
