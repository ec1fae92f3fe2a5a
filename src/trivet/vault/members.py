"""A member's keys: one 32-byte seed expands into everything private that they have.

Grants are sealed with HPKE over ML-KEM-768 and X25519 together, because some records are kept
for good; heads and attestations are signed with Ed25519.
"""

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import ed25519, mlkem, x25519

from . import Blob, Tampered
from .derive import expand
from .envelope import bind

_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
MLKEM_PUBLIC = 1184


@dataclass(frozen=True, repr=False)
class PublicKeys:
    """What everybody may know of a member: 1,216 bytes to seal to, 32 to verify with."""

    seal_to: bytes
    verify_with: bytes


@dataclass(frozen=True, repr=False)
class MemberKeys:
    """The private side, alive only in an unlocked session."""

    seed: bytes

    @classmethod
    def new(cls) -> "MemberKeys":
        return cls(os.urandom(32))

    @property
    def public(self) -> PublicKeys:
        kem, x = kem_parts(self.seed)
        seal_to = kem.public_key().public_bytes_raw() + x.public_key().public_bytes_raw()
        return PublicKeys(seal_to, _signer(self.seed).public_key().public_bytes_raw())

    def open(self, sealed: Blob, *, place: tuple[str, ...]) -> bytes:
        """Open what ``seal_to`` made for these keys in this place; else ``Tampered``."""
        try:
            return _SUITE.decrypt(
                bytes(sealed), hpke.MLKEM768X25519PrivateKey(*kem_parts(self.seed)), info=bind(*place)
            )
        except (InvalidTag, ValueError):
            raise Tampered("not sealed to these keys in this place") from None

    def secret(self, purpose: str) -> bytes:
        """A key of the member's own, for what nobody else reads."""
        return expand(self.seed, "member", purpose)

    def sign(self, *statement: bytes) -> bytes:
        return _signer(self.seed).sign(_joined(statement))


def seal_to(public: bytes, secret: bytes, *, place: tuple[str, ...]) -> bytes:
    """Seal a short secret to somebody's public bytes."""
    kem = mlkem.MLKEM768PublicKey.from_public_bytes(bytes(public[:MLKEM_PUBLIC]))
    x = x25519.X25519PublicKey.from_public_bytes(bytes(public[MLKEM_PUBLIC:]))
    return _SUITE.encrypt(secret, hpke.MLKEM768X25519PublicKey(kem, x), info=bind(*place))


def signed_by(verify_with: Blob, signature: Blob, *statement: bytes) -> bool:
    """Whether the owner of these public bytes signed exactly this."""
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(bytes(verify_with)).verify(bytes(signature), _joined(statement))
    except (InvalidSignature, ValueError):  # the bytes are no key at all
        return False
    return True


def _joined(statement: tuple[bytes, ...]) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + bytes(part) for part in statement)


def kem_parts(seed: bytes) -> tuple[mlkem.MLKEM768PrivateKey, x25519.X25519PrivateKey]:
    return (
        mlkem.MLKEM768PrivateKey.from_seed_bytes(expand(seed, "member", "ml-kem", length=64)),
        x25519.X25519PrivateKey.from_private_bytes(expand(seed, "member", "x25519")),
    )


def _signer(seed: bytes) -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.from_private_bytes(expand(seed, "member", "ed25519"))
