"""The machine: its clock, who may read its files, how it is reached, whether it ticks."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections

from trivet.access import grants, runs
from trivet.models import Clock, Grant, Rung

from . import Finding, bad, good, look, worse

TICKS, PATIENCE = timedelta(minutes=3), timedelta(minutes=10)
AHEAD = timedelta(seconds=5)
SWAPS, GROUPS = Path("/proc/swaps"), Path("/sys/fs/cgroup")


def clock(at: datetime) -> Iterator[Finding]:
    """Whether this machine's time can be right: days of destruction depend on it."""
    do = "Set the clock right (timedatectl), and keep it so with systemd-timesyncd or chrony."
    known = [runs.last(what, store=store) for store in runs.STORES for what in (runs.TICK, runs.TAKEN)]
    servers = [time for alias in connections if (time := _time_of(alias))]
    if any(time and time > at + AHEAD for time in known):
        yield bad("The clock is behind something that was done already.", do)
    elif any(abs(time - at) > AHEAD for time in servers):
        yield bad("The clocks of this machine and of a database server differ.", do)
    else:
        yield good("The clock is plausible.")


def _time_of(alias: str) -> datetime | None:
    if connections[alias].vendor != "postgresql":
        return None
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def files(at: datetime) -> Iterator[Finding]:
    """Whether the data folder and everything in it are for this account alone."""
    data = Path(settings.DATA)
    all_files = {*data.rglob("*"), *_stores()} - {*_public(data)}
    open_ones = sorted(path for path in (data, *all_files) if path.exists() and path.stat().st_mode & 0o077)
    foreign = [path for path in (data, *all_files) if path.exists() and path.stat().st_uid != os.geteuid()]
    if open_ones:
        yield bad(f"Others may read {open_ones[0]}.", f"Run: chmod -R go-rwx {data}")
    if foreign:
        yield bad(f"{foreign[0]} belongs to another account.", "Run trivet under one account only, never as root.")
    if not open_ones and not foreign:
        yield good(f"{data} is for this account alone.")


def _stores() -> list[Path]:
    """The files of stores that are files, wherever they are."""
    names = [connections[alias].settings_dict["NAME"] for alias in connections]
    return [Path(str(name)) for name in names if Path(str(name)).is_file()]


def _public(data: Path) -> list[Path]:
    """Style sheets and scripts, which everybody gets."""
    return [data / "static", *(data / "static").rglob("*")]


def address(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Whether people reach it under an encrypted address, by way of a proxy that is named."""
    if not settings.PUBLIC_URL.startswith("https://"):
        yield Finding(worse(for_real), "TRIVET_URL is not https: whatever people send can be read.", "Set TRIVET_URL.")
        return
    yield good("TRIVET_URL is https.")
    if not os.environ.get("TRIVET_PROXIES"):
        yield look("Which proxies stand before this server is not said.", "Set TRIVET_PROXIES.")


def swapping(at: datetime) -> Iterator[Finding]:
    """Whether memory can reach the disk by swapping."""
    if SWAPS.exists() and len(SWAPS.read_text().splitlines()) > 1 and not _unit_forbids_swap():
        yield look("This machine swaps: keys in memory may reach the disk.", "MemorySwapMax=0 in the unit, or swapoff.")
    else:
        yield good("Memory does not reach the disk by swapping.")


def _unit_forbids_swap() -> bool:
    """Whether the service that this process belongs to may not swap."""
    try:
        group = Path("/proc/self/cgroup").read_text().strip().splitlines()[-1].rpartition(":")[2].lstrip("/")
        return (GROUPS / group / "memory.swap.max").read_text().strip() == "0"
    except OSError:
        return False


def ticks(at: datetime, *, for_real: bool) -> Iterator[Finding]:
    """Whether notices go out and days of destruction are kept."""
    last, do = runs.last(runs.TICK), "Start trivet serve, which ticks each minute, and look at its log."
    if last is None:
        yield Finding(worse(for_real), "It has never ticked: no notice goes out, nothing is destroyed.", do)
    elif at - last > TICKS:
        yield Finding(worse(for_real), f"The last tick was at {last:%Y-%m-%d %H:%M} UTC.", do)
    else:
        yield good("It ticks.")
    late = Clock.objects.filter(met_at=None, due__lte=at - PATIENCE, noticed__lt=Rung.AS_DUE, case__restoration=None)
    late = late.filter(case__in=grants.lawful(Grant.objects.all(), at).values("case"))
    if late.exists():
        yield bad("Notices are late.", "Look at mail, and at the log of trivet serve.")
