"""Names taken out of a text, for paper: on the safe side, so that a word too many goes rather than one too few.

Every word by which somebody was described counts, but for the commonest: whatever stands under "who was it"
identifies them, a name or not.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ADDRESS = re.compile(r"\S*@\S+")
# Scripts that put no space between words: there a name is looked for anywhere.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_COMMON = frozenset(
    """
    about after again all also and another any anybody anyone are around been before being both but can could did does
    doing done each every everybody everyone for from had has have her here hers herself him himself his how into its
    itself just know knows like maybe might more most much name named nobody none not now one only other others our
    out over perhaps person people please said same say says she since some somebody someone something still than that
    the their them themselves then there they think this those though two under until very was well were what when
    where which while who whole whom whose why will with without would you your
    """.split()
)


def mask(text: str, people: Mapping[str, Iterable[str]], *, address: str) -> str:
    """``text`` with each person's words (names, descriptions) replaced by their label, addresses by ``address``.

    A word of several people goes to the first of them.
    """
    labels: dict[str, str] = {}
    for label, sources in people.items():
        for word in {word for source in sources for word in _words(source)}:
            labels.setdefault(word, f"[{label}]")
    masked = _ADDRESS.sub(f"[{address}]", text)
    masked = _WORD.sub(lambda word: _label(word[0], labels), masked)
    for word in sorted(filter(_UNSPACED.fullmatch, labels), key=len, reverse=True):
        masked = masked.replace(word, labels[word])
    for label in {*labels.values()}:  # a name of several words is one label
        masked = re.sub(rf"{re.escape(label)}(?:[\s.]*{re.escape(label)})+", label, masked)
    return masked


def _label(word: str, labels: Mapping[str, str]) -> str:
    """Whole, or in its parts: Anne-Marie, O’Brien, Alex’s."""
    whole = labels.get(_fold(word))
    return whole or re.sub(r"[^\W_]+", lambda part: labels.get(_fold(part[0]), part[0]), word)


def _words(source: str) -> set[str]:
    found = set()
    for word in _WORD.findall(source):
        for part in {word, *re.findall(r"[^\W_]+", word)}:
            folded = _fold(part)
            telling = len(folded) > 2 or (len(folded) == 2 and not part.islower())
            if telling and folded not in _COMMON:
                found.add(folded)
    return found


def _fold(word: str) -> str:
    """Without case and accents, as people type it."""
    spelled = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
    return "".join(char for char in spelled if unicodedata.category(char)[0] != "M")
