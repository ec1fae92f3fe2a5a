"""The return code: seven words by which somebody without an account comes back.

The form's 128-bit secret derives the code, so the same form sent twice has the same code. With
the installation's salt the code derives a tag to look it up by and a key that opens its box.
"""

import re
import secrets
from dataclasses import dataclass

from . import words
from .derive import expand
from .installation import secret

FORM_SECRET = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, repr=False)
class ReturnKey:
    """What a return code derives: ``tag`` finds the box, ``key`` opens it."""

    tag: bytes
    key: bytes


def new_form_secret() -> str:
    """128 random bits for one report form."""
    return secrets.token_hex(16)


def another_secret(form_secret: str, *for_whom: str) -> str:
    """The secret of a form that is sent again for other readers: the same ones, the same secret."""
    return expand(bytes.fromhex(form_secret), "form again", *sorted(for_whom), length=16).hex()


def code_from(form_secret: str) -> str:
    """The seven words of a report form (90 bits)."""
    number = int.from_bytes(expand(bytes.fromhex(form_secret), "return code", length=16), "big")
    return words.spell(number % len(words.all_words()) ** words.RETURN_CODE, words.RETURN_CODE)


def return_key(code: str) -> ReturnKey:
    """Derive tag and key from a code as somebody typed it; any text derives something."""
    material = expand(words.tidy(code).encode(), "return box", length=64, salt=secret("return-code salt"))
    return ReturnKey(tag=material[:32], key=material[32:])
