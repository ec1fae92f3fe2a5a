"""Words that a person can copy by hand: return codes, first passwords, fingerprints.

7,776 words (the EFF's large list, as xkcdpass ships it), so a word carries 12.9 bits.
"""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

import xkcdpass

RETURN_CODE, RECOVERY_CODE, PASSWORD, FINGERPRINT = 7, 7, 5, 6
LONGEST = 500  # seven words are much shorter, whatever stands between them


@cache
def all_words() -> tuple[str, ...]:
    """The list, in its own order, without its four hyphens: a hyphen may part two words."""
    return tuple((Path(xkcdpass.__file__).parent / "static" / "eff-long").read_text().replace("-", "").split())


def spell(number: int, count: int) -> str:
    """Write a number as ``count`` words with spaces between."""
    words = all_words()
    spelled = []
    for _ in range(count):
        number, index = divmod(number, len(words))
        spelled.append(words[index])
    return " ".join(spelled)


def tidy(typed: str) -> str:
    """The letters of words as somebody typed them, whatever stands between: capitals, hyphens, line breaks, numbers.

    No word begins another one, so the letters alone say which words they were.
    """
    return "".join(re.findall("[a-z]", unicodedata.normalize("NFKD", typed[:LONGEST]).casefold()))


def password() -> str:
    """Five words: 64 random bits."""
    return spell_random(PASSWORD).replace(" ", "-")


def spell_random(count: int) -> str:
    """Words that nobody can guess: 12.9 bits each."""
    return " ".join(secrets.choice(all_words()) for _ in range(count))


def fingerprint(digest: bytes) -> str:
    """A digest as six words to read aloud: 77 bits of it."""
    return spell(int.from_bytes(digest, "big") % len(all_words()) ** FINGERPRINT, FINGERPRINT)
