"""Where a request comes from: never believed from a header, unless a proxy of ours wrote it.

``TRIVET_PROXIES`` is how many proxies stand before Trivet, or a list of their addresses and networks.
"""

from collections.abc import Callable
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from .slowly import name_of

# What tells who somebody is, or on which device: gone before anything else sees the request.
TELLING = (
    "REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED",
    "HTTP_VIA", "HTTP_USER_AGENT",
)  # fmt: skip


class Proxies:
    """Those that are ours; without any, nothing that a header says is believed."""

    def __init__(self, written: str) -> None:
        """Read ``TRIVET_PROXIES``; raises ``ImproperlyConfigured``."""
        entries = [entry.strip() for entry in written.split(",") if entry.strip()]
        self.number = int(entries[0]) if len(entries) == 1 and entries[0].isdigit() else 0
        try:
            self.networks = [ip_network(entry, strict=False) for entry in entries if not entry.isdigit()]
        except ValueError:
            raise ImproperlyConfigured("TRIVET_PROXIES is a number, or a list of addresses and networks.") from None

    def speaks(self, neighbour: str) -> bool:
        """Whether whoever sent this is a proxy of ours."""
        return self.number > 0 or self._are_ours(neighbour)

    def client(self, neighbour: str, forwarded_for: str) -> str:
        """The address that the last proxy of ours was spoken to from."""
        chain = [*(part.strip() for part in forwarded_for.split(",") if part.strip()), neighbour]
        if self.number:
            return chain[max(0, len(chain) - 1 - self.number)]
        return next((address for address in reversed(chain) if not self._are_ours(address)), chain[0])

    def _are_ours(self, address: str) -> bool:
        try:
            return any(ip_address(_bare(address)) in network for network in self.networks)
        except ValueError:
            return False


class ComesFrom:
    """Puts ``request.came_from`` on every request: a name that lasts an hour, in place of an address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response, self.proxies = get_response, Proxies(settings.PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta: dict[str, Any] = request.META
        neighbour = meta.get("REMOTE_ADDR", "")
        client = self.proxies.client(neighbour, meta.get("HTTP_X_FORWARDED_FOR", ""))
        request.came_from = name_of(one_household(client))  # type: ignore[attr-defined]
        if not self.proxies.speaks(neighbour):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        for name in TELLING:
            meta.pop(name, None)
        return self.get_response(request)


def one_household(address: str) -> str:
    """An IPv6 address stands for its /64, which one connection has as a whole."""
    try:
        parsed = ip_address(_bare(address))
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Network((parsed, 64), strict=False))
    return str(parsed)


def _bare(address: str) -> str:
    """Without brackets and port, which some proxies add."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address
