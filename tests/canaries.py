"""Searching every byte that the product wrote for text that must not be there."""

import base64
import re
import secrets
import zlib
from collections.abc import Iterable
from pathlib import Path

_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def canary(name: str) -> str:
    """A word that stands nowhere else."""
    return f"canary{name}{secrets.token_hex(6)}"


def found_in(files: Iterable[Path], canaries: list[str]) -> list[tuple[str, str, str]]:
    """Each (file, canary, encoding) found."""
    hits = []
    for file in sorted(files):
        try:
            content = file.read_bytes()
        except FileNotFoundError:  # a database let go of it just now
            continue
        hits += [(file.name, word, how) for word in canaries for how in ways_in(content, word)]
    return hits


def ways_in(content: bytes, word: str) -> list[str]:
    """How a word stands in some bytes: raw, hex, UTF-16, base64 at any offset, or deflated."""
    folded = content.lower()
    raw = word.encode()
    ways = [("raw", raw), ("hex", raw.hex().encode())]
    ways += [("utf-16", word.encode(code)) for code in ("utf-16-le", "utf-16-be")]
    found = [how for how, pattern in ways if pattern in folded]
    if any(pattern in content for pattern in _base64(raw)):
        found.append("base64")
    if any(raw in inflated for inflated in _inflate(content)):
        found.append("deflated")
    return found


def _base64(raw: bytes) -> list[bytes]:
    """The part of the encoding that is the same whatever stands before and after."""
    shifted = [base64.b64encode(b"\0" * lead + raw)[(lead * 8 + 5) // 6 : -4] for lead in range(3)]
    return [*shifted, *(text.translate(bytes.maketrans(b"+/", b"-_")) for text in shifted)]


def _inflate(content: bytes) -> list[bytes]:
    """Whatever looks like the beginning of a compressed stream, unpacked as far as it goes."""
    unpacked = []
    for start in (match.start() for match in _DEFLATED.finditer(content)):
        stream = zlib.decompressobj(wbits=47)
        try:
            unpacked.append(stream.decompress(content[start : start + 1_000_000], 1_000_000))
        except zlib.error:
            continue
    return unpacked
