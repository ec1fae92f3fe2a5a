"""What a browser can seal: HPKE with X25519, HKDF-SHA256 and AES-256-GCM.

Browsers have no ML-KEM, so this is sealed to the X25519 part of a member's public keys alone. It
lies on the telephone and inside a sealed record until it is opened for the first time.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import x25519

from . import Blob, Tampered
from .envelope import bind
from .members import MLKEM_PUBLIC, MemberKeys, kem_parts

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_PURPOSE = "sealed on a phone"


def public_part(seal_to: Blob) -> bytes:
    """The 32 bytes of a member's public keys that a browser seals to."""
    return bytes(seal_to)[MLKEM_PUBLIC:]


def seal_as_a_phone(public: bytes, text: bytes, *, event: str, member: str) -> bytes:
    """What ``hpke.js`` does, for whoever has no browser."""
    key = x25519.X25519PublicKey.from_public_bytes(public)
    return _SUITE.encrypt(text, key, info=bind(_PURPOSE, event, member))


def open_sealed(keys: MemberKeys, sealed: Blob, *, event: str, member: str) -> bytes:
    """Open what a browser sealed to these keys for this event; raises ``Tampered``."""
    _, private = kem_parts(keys.seed)
    try:
        return _SUITE.decrypt(bytes(sealed), private, info=bind(_PURPOSE, event, member))
    except (InvalidTag, ValueError):
        raise Tampered("not sealed on a phone to these keys for this event") from None
