"""Secrets of the installation, in the keys store, made on first use."""

import os

from .models import Secret


def secret(name: str) -> bytes:
    """The 32 bytes of that name; made now if there are none."""
    row, _ = Secret.objects.get_or_create(name=name, defaults={"value": os.urandom(32)})
    return bytes(row.value)


def recall(name: str) -> bytes | None:
    """A value kept under that name, or None."""
    row = Secret.objects.filter(name=name).first()
    return bytes(row.value) if row else None


def keep(name: str, value: bytes) -> None:
    """Keep a value under that name, in place of any before."""
    Secret.objects.update_or_create(name=name, defaults={"value": value})


def take(name: str, value: bytes) -> bool:
    """Use a kept value up: of several who come with it at once, one gets it."""
    return Secret.objects.filter(name=name, value=value).delete()[0] == 1


def identity() -> bytes | None:
    """Which installation this keys store belongs to, once it was told."""
    return recall("installation id")
