"""How often somebody has tried, without knowing who: nothing of it outlives the hour, or this process.

Addresses and accounts are counted under names that only a random key in memory can make. The key
is made anew each hour, and never stored or logged; the counts go with it.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from trivet.vault.derive import mac

HOUR = 3600
REST = 15  # seconds until one try is forgotten
REMEMBERED = 20_000  # names at most; the one that was quiet longest goes first
MOST = 20  # tries, and no more are counted: whoever stops is free again after REST

Name = bytes


@dataclass
class Tries:
    """``name`` first, then ``spend`` before each try and ``give_back`` after a right one what it had counted."""

    clock: Callable[[], float] = time.monotonic
    _counts: dict[Name, tuple[float, float]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def __post_init__(self) -> None:
        self._new_hour()

    def name(self, *whom: str | bytes) -> Name:
        """What this hour calls somebody."""
        with self._lock:
            if self.clock() - self._since >= HOUR:
                self._new_hour()
            return mac(self._key, *(part if isinstance(part, bytes) else part.encode() for part in whom))

    def count(self, name: Name) -> float:
        """Tries that are not forgotten yet."""
        with self._lock:
            return self._left(name)

    def spend(self, name: Name) -> float:
        """Count a try, and return how many were there before it."""
        with self._lock:
            before = self._left(name)
            self._set(name, min(before + 1, MOST))
            return before

    def give_back(self, name: Name, before: float) -> None:
        """Uncount a try, of which ``spend`` said what was there before it: no more than it had added to ``MOST``."""
        with self._lock:
            if name in self._counts:
                self._set(name, self._left(name) - min(1.0, MOST - before))

    def _left(self, name: Name) -> float:
        count, when = self._counts.get(name, (0.0, 0.0))
        return max(0.0, count - (self.clock() - when) / REST)

    def _set(self, name: Name, count: float) -> None:
        self._counts.pop(name, None)
        if count > 0:
            self._counts[name] = (count, self.clock())
        if len(self._counts) > REMEMBERED:
            del self._counts[next(iter(self._counts))]

    def _new_hour(self) -> None:
        self._key, self._since = os.urandom(32), self.clock()
        self._counts.clear()
