"""Key derivation: HKDF-SHA256 with a purpose, and nothing else."""

import hashlib
import hmac

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from . import Blob
from .envelope import bind


def expand(material: bytes, *purpose: str, length: int = 32, salt: bytes | None = None) -> bytes:
    """Derive ``length`` bytes for one purpose from key material."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=bind("trivet", *purpose)).derive(material)


def mac(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA256 over parts that cannot run into each other."""
    joined = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(key, joined, hashlib.sha256).digest()


def same(one: Blob, other: Blob) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(bytes(one), bytes(other))


def fingerprint(value: bytes) -> bytes:
    """Hash something that is random already, such as a cookie."""
    return hashlib.sha256(value).digest()
