"""A mail server of a few lines: it answers as it was told, and keeps what it was sent."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """Says hello, and ``noop`` when it is asked how it is."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, noop: str) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.noop, self.mails = noop, list[str]()

    @property
    def port(self) -> int:
        return self.server_address[1]


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.upper()
            if word == "DATA":
                self._say("354 go on")
                self.server.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
            self._say(self.server.noop if word == "NOOP" else "221 bye" if word == "QUIT" else "250 fine")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server(noop: str = "250 fine") -> Iterator[MailServer]:
    with MailServer(noop) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
