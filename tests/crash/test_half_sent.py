"""People on bad wifi, or somebody who means ill, stop in the middle of a request: others are served."""

import re
import socket
from urllib.parse import urlencode, urlsplit

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from server import practice
from trivet.vault.codes import new_form_secret


def test_half_sent_requests_give_their_threads_back(tmp_path):
    with practice(tmp_path) as server:
        address = urlsplit(server.url)
        halves = [socket.create_connection((address.hostname, address.port)) for _ in range(20)]
        try:
            for half in halves:
                half.sendall(b"POST /practice/report/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nwhat")
            assert server.get("/practice/")[0] == 200
        finally:
            for half in halves:
                half.close()


def test_half_a_report_is_no_report(tmp_path):
    """Whom they left out, and what they attached, stands at the end of the form."""
    with practice(tmp_path) as server:
        _, form = server.get("/practice/report/")
        left_out = re.findall(r'name="leave_out"\s+value="([^"]+)"', form)
        fields = {"secret": new_form_secret(), "what_happened": "Somebody shouted.", "leave_out": left_out[0]}
        for body, kind in (
            (urlencode(fields).encode(), "application/x-www-form-urlencoded"),
            (encode_multipart(BOUNDARY, fields), MULTIPART_CONTENT),
        ):
            cuts = {*range(0, len(body), 23), len(body) - 1}
            assert {_answer(server.url, body[:cut], of=len(body), kind=kind) for cut in cuts} == {400}
            assert _answer(server.url, body, of=len(body), kind=kind) == 200


def _answer(url: str, body: bytes, *, of: int, kind: str) -> int:
    """The status when so much came, and then nothing."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as line:
        head = ["POST /practice/report/ HTTP/1.1", "Host: localhost", f"Content-Type: {kind}", f"Content-Length: {of}"]
        line.sendall("\r\n".join([*head, "", ""]).encode() + body)
        line.shutdown(socket.SHUT_WR)
        return int(line.recv(12).split()[1])
