"""Text, decoded and written again."""

import codecs
import unicodedata

from . import KIND, TEXT, Remade, Unusable

_KEPT = "\n\t"
WIDE, OTHERS = [codecs.lookup("utf-16")], [codecs.lookup(code) for code in ("utf-8-sig", "cp1252")]


def remake_text(sent: bytes) -> Remade:
    """The text as UTF-8, without control characters; raises ``Unusable`` for what is none."""
    text = _decoded(sent).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if not text.strip():
        raise Unusable(KIND)
    return Remade(TEXT, "".join(c for c in text if c in _KEPT or unicodedata.category(c) != "Cc").encode())


def _decoded(sent: bytes) -> str:
    """UTF-8, UTF-16 that says so, or what Windows wrote before: never anything with a zero in it."""
    wide = sent.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for code in WIDE if wide else OTHERS:
        try:
            text, _ = code.decode(sent)
        except UnicodeDecodeError:
            continue
        if not any(c < " " and c not in "\t\n\r\f\x1b" for c in set(text)):
            return text
    raise Unusable(KIND)
