"""The secret part of a link that may be used once: 256 random bits, known here by its hash."""

import secrets

from .derive import fingerprint


def new() -> str:
    return secrets.token_urlsafe(32)


def tag_of(token: str) -> bytes:
    """What a store knows a link by."""
    return fingerprint(token.encode())
