"""People on bad wifi, or somebody who means ill, stop in the middle of a request: others are served."""

import socket
from urllib.parse import urlsplit
from urllib.request import urlopen

from server import practice


def test_half_sent_requests_give_their_threads_back(tmp_path):
    with practice(tmp_path) as server:
        address = urlsplit(server.url)
        halves = [socket.create_connection((address.hostname, address.port)) for _ in range(20)]
        try:
            for half in halves:
                half.sendall(b"POST /practice/report/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nwhat")
            with urlopen(f"{server.url}/practice/", timeout=30) as answer:  # noqa: S310
                assert answer.status == 200
        finally:
            for half in halves:
                half.close()
