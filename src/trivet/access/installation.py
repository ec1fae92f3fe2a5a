"""The two stores of one installation know each other by an id."""

import os

from trivet.models import Event, Installation
from trivet.vault import installation
from trivet.vault.derive import same


class OtherStores(Exception):
    """The main store and the keys store belong to different installations."""


def belong_together() -> bool:
    """Whether both stores have the same id; changes nothing."""
    here, there = Installation.objects.first(), installation.identity()
    return here is not None and there is not None and same(here.identity, there)


def check() -> None:
    """Give both stores their id on the first start; afterwards raise ``OtherStores`` where they differ."""
    here, there = Installation.objects.first(), installation.identity()
    if here is None and not Event.objects.exists():
        there = there or os.urandom(16)
        installation.keep("installation id", there)
        here = Installation.objects.create(identity=there)
    if here is None or there is None or not same(here.identity, there):
        raise OtherStores
