"""Both stores as they were at one moment, to begin from again."""

import shutil
from pathlib import Path

from django.db import connections

import stores


def keep() -> None:
    """Remember what is in them now."""
    for kept, name in _names():
        _copy(name, kept)


def put_back() -> None:
    """What was remembered, and nothing that came after."""
    for kept, name in _names():
        _copy(kept, name)


def _names() -> list[tuple[str, str]]:
    connections.close_all()
    urls = stores.here().values()
    return [(url.rpartition("/")[0] + f"/kept_{Path(url).name}", url) for url in urls]


def _copy(url: str, to: str) -> None:
    if not stores.ON_POSTGRESQL:
        path = to.removeprefix("sqlite:///")
        Path(f"{path}-journal").unlink(missing_ok=True)
        shutil.copyfile(url.removeprefix("sqlite:///"), path)
        return
    folder = url.rpartition("/")[0]
    with stores.connected(f"{folder}/postgres") as cluster:
        cluster.execute(f"DROP DATABASE IF EXISTS {Path(to).name} WITH (FORCE)")  # whoever was killed may linger
        cluster.execute(f"CREATE DATABASE {Path(to).name} TEMPLATE {Path(url).name} STRATEGY FILE_COPY")
