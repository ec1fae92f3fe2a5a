"""Bad requests of every kind, to every address of the product: what a careless, broken or hostile program sends."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import URLPattern, URLResolver, get_resolver
from hypothesis import strategies as st
from tests.web.visitor import TOKEN

WHO = ("stranger", "member", "holder")
METHODS = [
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "PROPFIND",
    "get",
    "X Y",
]
SURROGATES, BIDI = b"\xed\xa0\x80\xed\xbf\xbf", "\u202e\u2066\u200f"
ODD = [
    "", " ", "\x00", "a\x00b", BIDI, "🫂" * 40, "\ufffe\uffff", "\r\nSet-Cookie: x=1", "../../../etc/passwd", "%00",
    "' OR 1=1 --", "{{ 7*7 }}", "<script>", "-1", "1e999", "NaN", "9" * 400, "0001-01-01T00:00", "9999-12-31T23:59",
    "2026-10-25T02:30", "[]", "{}", "true", "null", "0" * 32, "00000000-0000-0000-0000-000000000000", "x" * 3_000,
    "z" * 120_000, "nobody@conf.example", "yes", "no", "on", "danger", "names", "account",
]  # fmt: skip
VALUES = st.one_of(st.sampled_from(ODD), st.text(max_size=60), st.uuids().map(str), st.integers().map(str))
BYTES = st.one_of(
    st.sampled_from([b"", b"\x00", SURROGATES, b"\xff\xfe\x80", b"%", b"=&=&=", b"&" * 2_000, b"a[b][c]=1&a[b]=2"]),
    st.binary(max_size=300),
)
TYPES = [
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "text/plain", "",
    "multipart/form-data; boundary=x", "application/json", "application/xml", "image/png",
    "multipart/mixed; boundary=x",
    "multipart/form-data; boundary=" + "b" * 500, "application/x-www-form-urlencoded; charset=utf-7", "/;;=", "\xff",
    "application/x-www-form-urlencoded; charset=utf-16", "multipart/form-data; boundary=x; charset=nonsense",
]  # fmt: skip
HEADERS = {
    "X-Forwarded-For": ["203.0.113.9", "x" * 4_000, ",,,", "::ffff:1.2.3.4", "\xff"],
    "X-Forwarded-Proto": ["https", "gopher"], "X-Forwarded-Host": ["elsewhere.example"],
    "Host": ["elsewhere.example", "127.0.0.1:99999999", "[::1", "", "a b", "\xff", "testserver@x"],
    "Origin": ["null", "https://elsewhere.example", "x", "http://testserver:port", "http://[::1"],
    "Referer": ["https://elsewhere.example/", "x", "http://[", "\xff"],
    "Range": ["bytes=0-", "bytes=5-1", "bytes=a-,,-", "lines=1"],
    "If-Modified-Since": ["yesterday", "Thu, 99 Foo 0000"], "If-None-Match": ["*", '"'],
    "Accept-Language": ["en-gb", "x" * 3_000, "*;q=nan", "../..", "zh-Hant-\xff"], "Accept": ["", "x/y;q=z"],
    "Accept-Encoding": ["gzip;q=9e9", "\xff"], "Sec-Fetch-Site": ["cross-site", "\xff"], "X-Requested-With": ["x"],
    "X-HTTP-Method-Override": ["DELETE"], "Content-Encoding": ["gzip"], "Authorization": ["Basic \xff", "Bearer x"],
    "Cookie": [
        "trivet_unlock=x", "trivet_unlock=\xff", "csrftoken=\x00", ";;;=", "a" * 7_000, '="";trivet_unlock=""',
        "$Version=1",
        "trivet_unlock=\xed\xa0\x80; trivet_unlock=y", "csrftoken=" + "x" * 64,
    ],
    "X-CSRFToken": ["", "x", "\xff", "x" * 64, "\x00"], "Content-Length": ["99999999999", "1"],
}  # fmt: skip


@dataclass(frozen=True)
class Bad:
    """One request, as the test client sends it."""

    who: str
    method: str
    path: str
    query: str = ""
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Surface:
    """Every address with something real in its place, and the names of the fields on its page."""

    addresses: dict[str, str]
    names: dict[str, list[str]]


def patterns(of: Any = None) -> list[str]:
    """Every address, as the URL configuration writes it; a new page is tried without anybody's doing."""
    found = []
    for pattern in (of or get_resolver()).url_patterns:
        route = str(pattern.pattern)
        found += [route + rest for rest in patterns(pattern)] if isinstance(pattern, URLResolver) else [route]
        assert isinstance(pattern, URLPattern | URLResolver)
    return found


def surface(real: dict[str, str], page_of: Callable[[str], str]) -> Surface:
    """``real`` has a value for each name in an address; ``page_of`` fetches a page with a form, or ""."""
    addresses = {pattern: _filled_in(pattern, real) for pattern in patterns()}
    names = {pattern: sorted(set(re.findall(r'name="(\w+)"', page_of(at)))) for pattern, at in addresses.items()}
    every = sorted({name for some in names.values() for name in some})
    return Surface(addresses, {pattern: some or every for pattern, some in names.items()})


def requests(here: Surface) -> st.SearchStrategy[Bad]:
    """Any bad request: each part may be good, so that the bad one is reached."""
    made = {pattern: _to(here, pattern) for pattern in sorted(here.addresses)}
    return st.sampled_from(list(made)).flatmap(made.__getitem__)


def _to(here: Surface, pattern: str) -> st.SearchStrategy[Bad]:
    paths = st.one_of(st.just(here.addresses[pattern]), st.just(here.addresses[pattern]), _wrong(pattern))
    fields = st.dictionaries(st.sampled_from([*here.names[pattern], "nosuch", "a[b]"]), _several(), max_size=6)
    form = st.tuples(fields.map(_form), st.just(TYPES[0]))
    parts = st.tuples(fields.map(_multipart), st.sampled_from([TYPES[4 + 1], *TYPES]))
    raw = st.tuples(BYTES, st.sampled_from(TYPES))
    huge = st.tuples(
        st.sampled_from([b"x=1&" * 1_200, b"x" * 13_000_000, b"what_happened=" + b"y" * 300_000]), form_types()
    )
    return st.builds(
        lambda who, method, path, query, sent, headers: Bad(who, method, path, query, *sent, tuple(headers.items())),
        st.sampled_from(WHO), st.sampled_from(METHODS), paths, _queries(),
        st.one_of(form, form, form, parts, parts, raw, huge), _headers(),
    )  # fmt: skip


def form_types() -> st.SearchStrategy[str]:
    return st.sampled_from([TYPES[0], TYPES[0], TYPES[5], TYPES[3]])


def _several() -> st.SearchStrategy[list[str]]:
    return st.lists(VALUES, min_size=1, max_size=3)


def _queries() -> st.SearchStrategy[str]:
    pairs = st.dictionaries(st.sampled_from(["next", "page", "q", "x"]), VALUES, max_size=2).map(urlencode_all)
    return st.one_of(
        st.just(""), st.just(""), pairs, st.sampled_from(["%ff%fe", "&&&=", "a" * 6_000, "next=//x", "%", "x\xff"])
    )


def _headers() -> st.SearchStrategy[dict[str, str]]:
    one = st.sampled_from([(name, value) for name, values in HEADERS.items() for value in values])
    return st.lists(one, max_size=2).map(dict)


def _wrong(pattern: str) -> st.SearchStrategy[str]:
    """An address with something else in each place, or something behind it."""
    pieces = st.sampled_from(
        ["x", "0", "..", "%00", "%ff", "é", "a" * 300, "00000000-0000-0000-0000-000000000000", BIDI]
    )
    filled = pieces.map(lambda piece: "/" + re.sub(r"<[^>]+>", piece, pattern))
    return st.one_of(
        filled, st.builds(lambda at, more: at + more, filled, st.sampled_from(["//", "/x", "?", ".php", ";a=b"]))
    )


def _filled_in(pattern: str, real: dict[str, str]) -> str:
    kinds = {"uuid": "00000000-0000-0000-0000-000000000000", "int": "1", "slug": "index", "event": "conf"}

    def value(part: re.Match[str]) -> str:
        kind, _, name = part[1].rpartition(":")
        return real.get(name) or kinds.get(kind, "x")

    return "/" + re.sub(r"<([^>]+)>", value, pattern)


def urlencode_all(fields: dict[str, Any]) -> str:
    return urlencode({name: _encoded(value) for name, value in fields.items()}, doseq=True)


def _encoded(value: Any) -> Any:
    many = isinstance(value, list)
    encoded = [one.encode("utf-8", "surrogatepass") for one in (value if many else [value])]
    return encoded if many else encoded[0]


def _form(fields: dict[str, list[str]]) -> bytes:
    return urlencode_all({"csrfmiddlewaretoken": [TOKEN], **fields}).encode()


def _multipart(fields: dict[str, list[str]]) -> bytes:
    """Parts as they should be, but for names, files, and an end that may be missing."""
    body = f'--x\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}\r\n'.encode()
    for number, (name, values) in enumerate(fields.items()):
        disposition = ["form-data", 'form-data; filename="../x\x00.exe"', "attachment"][number % 3]
        for value in values:
            head = (
                f'--x\r\nContent-Disposition: {disposition}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
            )
            body += head.encode() + value.encode("utf-8", "surrogatepass") + b"\r\n"
    return body if len(fields) % 2 else body + b"--x--\r\n"
