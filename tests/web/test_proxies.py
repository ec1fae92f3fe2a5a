"""Where a request comes from: what a stranger writes into a header counts for nothing."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from trivet.web.proxies import ComesFrom, Proxies, one_household

CLIENT, LIE, PROXY, OUTER = "203.0.113.9", "192.0.2.66", "10.0.0.2", "198.51.100.7"

CHAINS = {
    # TRIVET_PROXIES, neighbour, X-Forwarded-For, client
    "none": ("", CLIENT, "", CLIENT),
    "none, and a lie": ("", CLIENT, LIE, CLIENT),
    "zero": ("0", CLIENT, LIE, CLIENT),
    "one": ("1", PROXY, CLIENT, CLIENT),
    "one, and a lie": ("1", PROXY, f"{LIE}, {CLIENT}", CLIENT),
    "two, and a lie": ("2", PROXY, f"{LIE}, {CLIENT}, {OUTER}", CLIENT),
    "fewer than were said": ("2", PROXY, CLIENT, CLIENT),
    "one that adds nothing": ("1", PROXY, "", PROXY),
    "a list": ("10.0.0.0/8", PROXY, f"{LIE}, {CLIENT}", CLIENT),
    "a list of two": (f"10.0.0.2, {OUTER}", PROXY, f"{LIE}, {CLIENT}, {OUTER}", CLIENT),
    "not one of the list": ("10.0.0.0/8", CLIENT, LIE, CLIENT),
    "only ours": ("10.0.0.0/8", PROXY, "10.0.0.9", "10.0.0.9"),
    "with a port": ("127.0.0.1", "127.0.0.1", f"{CLIENT}:4711", f"{CLIENT}:4711"),
    "no address at all": ("10.0.0.0/8", PROXY, "unknown", "unknown"),
    "a socket": ("1", "", CLIENT, CLIENT),
}


@pytest.mark.parametrize(("written", "neighbour", "header", "client"), CHAINS.values(), ids=CHAINS)
def test_only_what_our_proxies_wrote_counts(written: str, neighbour: str, header: str, client: str) -> None:
    assert Proxies(written).client(neighbour, header) == client


@pytest.mark.parametrize("written", ["proxy.example", "1,2,x", "10.0.0.0/99", "-1"])
def test_what_is_no_list_of_proxies_is_said_at_the_start(written: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        Proxies(written)


HOUSEHOLDS = {
    "IPv4": (CLIENT, CLIENT), "with a port": (f"{CLIENT}:4711", CLIENT), "mapped": (f"::ffff:{CLIENT}", CLIENT),
    "IPv6": ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), "in brackets": ("[2001:db8::5]:443", "2001:db8::/64"),
    "none": ("unknown", "unknown"), "nothing": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize(("address", "household"), HOUSEHOLDS.values(), ids=HOUSEHOLDS)
def test_one_connection_counts_once(address: str, household: str) -> None:
    assert one_household(address) == household


def seen(written: str, settings: object, **meta: str) -> HttpRequest:
    """The request as the views get it."""
    settings.PROXIES = written
    kept: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        kept.append(request)
        return HttpResponse()

    ComesFrom(view)(RequestFactory().get("/", **meta))
    return kept[0]


def test_no_view_sees_an_address_or_a_device(settings: object) -> None:
    request = seen(
        "1", settings, REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=CLIENT, HTTP_X_REAL_IP=CLIENT, HTTP_FORWARDED=CLIENT,
        HTTP_VIA="x", HTTP_USER_AGENT="a telling device",
    )  # fmt: skip
    everything = f"{request.META} {request.headers} {vars(request)}"
    for telling in (CLIENT, PROXY, "a telling device"):
        assert telling not in everything
    assert CLIENT.encode() not in request.came_from


def test_two_addresses_have_two_names_and_one_has_one(settings: object) -> None:
    names = [seen("", settings, REMOTE_ADDR=one).came_from for one in (CLIENT, CLIENT, OUTER)]
    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize(
    ("written", "neighbour", "believed"),
    [("", CLIENT, False), ("1", PROXY, True), ("10.0.0.0/8", PROXY, True), ("10.0.0.0/8", CLIENT, False)],
)
def test_only_a_proxy_of_ours_says_that_a_request_was_safe(
    settings: object, written: str, neighbour: str, believed: bool
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = seen(written, settings, REMOTE_ADDR=neighbour, HTTP_X_FORWARDED_PROTO="https")
    assert request.is_secure() is believed
