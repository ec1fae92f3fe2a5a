"""A real server and bytes that are no request: a bare refusal, no failure, memory that stays, and no trace of who."""

import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.web import bad
from tests.web.bad import Bad
from tests.web.visitor import TOKEN

import stores
from canaries import found_in
from server import Running, practice

ADDRESS, DEVICE = "203.0.113.77", "canarydevice4711"
MOST_MEMORY = 60 * 1024 * 1024  # more than before; one body of 13 MB is read, copied and parsed
GROWTH = 20 * 1024 * 1024  # from the same requests sent once more
HOST = b"Host: 127.0.0.1\r\n"
POST = b"POST /practice/report/ HTTP/1.1\r\n" + HOST
LINE = b"GET / HTTP/1.1\r\n"
LONG = b"a" * 9_000
MALFORMED = [
    b"", b"\r\n", b"\x00\xff\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n" + HOST + b"\r\n", LINE + b"\r\n", b"GET / HTTP/1.1",
    b"FOO\x01 / HTTP/1.1\r\n\r\n",
    b"GET /" + LONG + b" HTTP/1.1\r\n" + HOST + b"\r\n", LINE + HOST + b"X: " + LONG + b"\r\n\r\n",
    LINE + HOST + b"X: y\r\n" * 500 + b"\r\n", LINE + HOST + b" folded: x\r\n\r\n", LINE + b"Host : 127.0.0.1\r\n\r\n",
    LINE + HOST + b"Host: zebra.example\r\n\r\n", LINE + b"Host: zebra.example\r\n\r\n",
    b"GET http://zebra.example/ HTTP/1.1\r\n" + HOST + b"\r\n", b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n",
    b"CONNECT zebra.example:1 HTTP/1.1\r\n" + HOST + b"\r\n", b"GET /%ff%fe%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /?\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n", b"GET /static/%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /static/../../main.sqlite3 HTTP/1.1\r\n" + HOST + b"\r\n", LINE + HOST + b"SCRIPT_NAME: /x\r\n\r\n",
    b"GET /static/%2e%2e/x HTTP/1.1\r\n" + HOST + b"\r\n", POST + b"Transfer-Encoding: zzz\r\n\r\n",
    POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc",
    POST + b"Content-Length: -5\r\n\r\nabcdef", POST + b"Content-Length: x\r\n\r\nabcdef",
    POST + b"Expect: zebra\r\n\r\n",
    POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    POST + b"Content-Length: 99999999999999999999\r\n\r\nx",
    POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nabcde",
    POST + b"Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
]  # fmt: skip
REFUSED = {400, 403, 404, 405, 413, 414, 417, 422, 431}
ANSWERED = {200, 301, 302, 416, 429} | REFUSED


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TRIVET_PROXIES", "1")
    with practice(tmp_path) as running:
        yield running


def says(server: Running, raw: bytes) -> bytes:
    """What the server answers before it closes; nothing, where there was no request."""
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=60) as line:
        answer = b""
        try:
            line.sendall(raw)
            line.shutdown(socket.SHUT_WR)
            while more := line.recv(65_536):
                answer += more
        except OSError:
            pass  # it had heard enough
        return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def raw(sent: Bad) -> bytes:
    """A bad request as bytes, with an address and a device that nobody may keep."""
    query = f"?{sent.query}" if sent.query else ""
    lines = [f"{sent.method} {sent.path.replace(' ', '+')}{query} HTTP/1.1".encode()]
    own = {"Host": "127.0.0.1", "X-Forwarded-For": ADDRESS, "User-Agent": DEVICE, "Content-Type": sent.content_type}
    headers = {**own, "Content-Length": str(len(sent.body)), **dict(sent.headers)}
    lines += [f"{name}: ".encode() + value.encode("utf-8", "surrogatepass") for name, value in headers.items()]
    return b"\r\n".join([*lines, b"", sent.body])


def alive(server: Running) -> bool:
    return b"ok" in says(server, b"GET /healthz HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")


def test_what_is_no_request_gets_a_bare_refusal(server: Running) -> None:
    for sent in MALFORMED:
        answer = says(server, sent)
        assert status(answer) in ANSWERED | {0}, (sent[:80], answer[:80])
        assert b"zebra" not in answer, sent[:80]
    assert {status(says(server, sent)) for sent in MALFORMED} & REFUSED >= {400, 404, 414, 431}
    assert alive(server)
    assert "request-failed" not in server.log.read_text()


def test_only_what_is_the_same_for_everybody_may_be_kept_by_a_cache(server: Running) -> None:
    for path, kept in {"/static/trivet/trivet.css": b"max-age=3600, public", "/sign-in/": b"no-store"}.items():
        head = says(server, raw(Bad("stranger", "GET", path))).partition(b"\r\n\r\n")[0]
        assert b"\r\nCache-Control: " + kept + b"\r\n" in head
        assert b"Cross-Origin-Resource-Policy: same-origin" in head
        assert b"nosniff" in head
        assert b"Access-Control" not in head


def test_a_journey_leaves_no_trace_of_who_took_it(server: Running) -> None:
    chair = next((email, password) for role, email, password in server.accounts if role == "chair")
    token = (("Cookie", f"csrftoken={TOKEN}"),)
    typed = {"csrfmiddlewaretoken": TOKEN, "email": chair[0]}
    journey = {
        200: _form("/practice/report/", {"what_happened": "a shout", "homepage": "x"}),
        404: _form("/practice/return/", {"return_code": "no such words"}),
        422: _form("/sign-in/", {**typed, "password": "wrong"}, token),
        302: _form("/sign-in/", {**typed, "password": chair[1]}, token),
        403: _form("/sign-in/", typed),
        413: Bad("stranger", "POST", "/sign-in/", body=b"x=1&" * 1_200, content_type=bad.TYPES[0], headers=token),
    }
    assert [status(says(server, raw(sent))) for sent in journey.values()] == list(journey)
    server.tick()
    assert found_in(stores.below(server.log.parent), [ADDRESS, DEVICE]) == []


def _form(path: str, fields: dict[str, str], headers: tuple[tuple[str, str], ...] = ()) -> Bad:
    return Bad("stranger", "POST", path, "", bad.urlencode_all(fields).encode(), bad.TYPES[0], headers)


def test_bad_requests_leave_no_failure_no_memory_and_no_trace_of_who_sent_them(server: Running) -> None:
    real = {"event_slug": "practice", "step": "respond", "slug": "note", "party": "affected"}
    here = bad.surface(real, lambda path: says(server, raw(Bad("stranger", "GET", path))).decode(errors="replace"))
    kept: list[bytes] = []

    @settings(
        max_examples=200, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(sent=bad.requests(here), cut=st.integers(0, 400))
    def send(sent: Bad, cut: int) -> None:
        bytes_ = raw(sent)
        kept.append(bytes_ if cut > 100 else bytes_[: len(bytes_) - cut])
        answer = says(server, kept[-1])
        assert status(answer) in ANSWERED | {0}, (sent, answer[:200])

    before = server.memory
    send()
    after = server.memory
    assert after - before < MOST_MEMORY
    for again in kept:
        assert status(says(server, again)) in ANSWERED | {0}
    assert server.memory - after < GROWTH
    assert alive(server)
    log = server.log.read_text()
    assert "page-failed" not in log
    assert "request-failed" not in log
    assert found_in(stores.below(server.log.parent), [ADDRESS, DEVICE]) == []
    assert not any(socket.inet_aton(ADDRESS) in file.read_bytes() for file in stores.of(server.log.parent))


def test_a_server_that_wrote_addresses_down_would_be_caught(tmp_path: Path) -> None:
    careless = """
import logging, trivet.web.public as public
real = public.healthz
def told(request):
    logging.getLogger("trivet.web").warning("%s", request.headers.get("X-Told"))
    return real(request)
public.healthz = told
"""
    setup = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'trivet.settings'; import django; django.setup()"
    with practice(tmp_path, first=f"{setup}\n{careless}") as running:
        says(running, b"GET /healthz HTTP/1.1\r\n" + HOST + f"X-Told: {ADDRESS}\r\n\r\n".encode())
        assert found_in(stores.below(tmp_path), [ADDRESS])
