"""Three hundred files that no honest camera makes, each with a word hidden wherever it can be."""

import random
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from PIL import Image
from tests.remake import samples

GOOD = (samples.jpeg, samples.png, samples.webp, samples.pdf)
Make = Callable[[str, random.Random], bytes]


def files(word: str, number: int = 300) -> Iterator[tuple[str, bytes]]:
    """A name and its bytes, of every kind in turn; the same each time."""
    for i in range(number):
        kind, make = list(KINDS.items())[i % len(KINDS)]
        yield kind, make(word, random.Random(i))


def _good(word: str, chance: random.Random) -> bytes:
    return chance.choice(GOOD)(word)


def _cut(word: str, chance: random.Random) -> bytes:
    whole = _good(word, chance)
    return whole[: chance.randrange(4, len(whole))]


def _flipped(word: str, chance: random.Random) -> bytes:
    changed = bytearray(_good(word, chance))
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _two_in_one(word: str, chance: random.Random) -> bytes:
    """A picture or PDF that is a page, an archive or a script as well."""
    other = chance.choice([
        f"<html><script>alert('{word}')</script>", f"PK\x03\x04{word}PK\x05\x06" + "\0" * 18, f"*/=1;alert('{word}')//",
    ])  # fmt: skip
    return _good("", chance) + other.encode()


def _other_kind(word: str, chance: random.Random) -> bytes:
    beginnings = [
        b"GIF89a\x01\x00", b"PK\x03\x04\x00", b"MZ\x90\x00", b"\x7fELF\x00", b"\x00\x00\x00\x18ftypheic", b"BM\x00\x00",
        b"\x00\x00\x00\x20ftypmp42", b"II*\x00", b"\x1f\x8b\x08\x00", b"8BPS\x00\x01", b"\xd0\xcf\x11\xe0\x00",
    ]  # fmt: skip
    return chance.choice(beginnings) + word.encode() + chance.randbytes(300)


def _bomb(word: str, chance: random.Random) -> bytes:
    """Small, and huge when unpacked."""
    width, height = chance.choice([(20_000, 20_000), (60_000, 60_000), (4_000, 4_000), (2**31 - 1, 1), (0, 7)])
    return chance.choice([
        lambda: samples.png_of(width, height, (b"IDAT", _much()), (b"tEXt", b"Comment\0" + word.encode())),
        lambda: samples.saved(Image.new("L", (9_000, 7_000)), "JPEG", progressive=True, comment=word.encode()),
        lambda: samples.saved(Image.new("RGBA", (3_900, 4_000)), "WEBP", method=0, xmp=samples.xmp(word)),
        lambda: samples.pdf(word, pages=chance.choice([40, 41, 300])),
        lambda: _page(chance.choice([b"0 0 1e9 1e9", b"0 0 0 0", b"0 0 612 792"])),
    ])()  # fmt: skip


@cache
def _much() -> bytes:
    return zlib.compress(bytes(30_000_000))


def _page(box: bytes) -> bytes:
    """A PDF without a table, as it is when it was damaged, with a page of this size and much on it."""
    packed = zlib.compress(_much())
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(packed) + packed
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]/Contents 4 0 R>>endobj 4 0 obj" + stream
        + b"\nendstream endobj trailer<</Root 1 0 R>>"
    )  # fmt: skip


KINDS: dict[str, Make] = {
    "hiding": _good, "cut": _cut, "flipped": _flipped, "two in one": _two_in_one, "of another kind": _other_kind,
    "bomb": _bomb,
}  # fmt: skip
