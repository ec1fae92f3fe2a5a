"""Sealing bytes: ChaCha20-Poly1305, padded to powers of two, bound to their place.

Sealed value: version byte | 12 random bytes | ciphertext and tag.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from . import Blob, Tampered

VERSION = 1
SMALLEST = 256
_LENGTH, _NONCE = 4, 12


def seal(key: bytes, payload: bytes, *, place: tuple[str, ...]) -> bytes:
    """Seal ``payload`` under a 32-byte key; it opens only with the same key in the same place."""
    nonce = os.urandom(_NONCE)
    return bytes([VERSION]) + nonce + ChaCha20Poly1305(key).encrypt(nonce, _pad(payload), bind(*place))


def unseal(key: bytes, sealed: Blob, *, place: tuple[str, ...]) -> bytes:
    """Open what ``seal`` made; raises ``Tampered`` when key, bytes or place differ."""
    sealed = bytes(sealed)
    if not sealed or sealed[0] != VERSION or len(sealed) < 1 + _NONCE:
        raise Tampered("unknown envelope")
    nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return _unpad(ChaCha20Poly1305(key).decrypt(nonce, body, bind(*place)))
    except InvalidTag:
        raise Tampered("the seal is broken, or it is another record's") from None


def bind(*parts: str) -> bytes:
    """Encode a place so that no two places read alike: each part behind its length."""
    encoded = [part.encode() for part in parts]
    return bytes([VERSION]) + b"".join(len(part).to_bytes(2, "big") + part for part in encoded)


def _pad(payload: bytes) -> bytes:
    need = _LENGTH + len(payload)
    size = max(SMALLEST, 1 << (need - 1).bit_length())
    return len(payload).to_bytes(_LENGTH, "big") + payload + bytes(size - need)


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:_LENGTH], "big")
    return padded[_LENGTH : _LENGTH + length]
