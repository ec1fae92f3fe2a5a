"""The web server: gunicorn with threads in one process, and a clock that ticks each minute."""

import os
import socket
import struct
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import close_old_connections
from gunicorn.app.base import BaseApplication

THREADS = 16
WORKER = "trivet.management.worker.QuietWorker"
PATIENCE = 10  # seconds without a byte


class Server(BaseApplication):
    """Serves the WSGI application on one address until it is stopped."""

    def __init__(self, host: str, port: int) -> None:
        self.address = f"{host}:{port}"
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": self.address, "workers": 1, "threads": THREADS, "worker_class": WORKER, "timeout": 120,
            "accesslog": None, "loglevel": "error", "logconfig_dict": _quiet_log(), "forwarded_allow_ips": "",
            "control_socket_disable": True, "post_worker_init": _start_clock,
            "when_ready": _lose_patience,
        }  # fmt: skip
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        from trivet.wsgi import application  # after the static files have been collected

        return application


def _quiet_log() -> dict[str, Any]:
    """Gunicorn's own lines through our formatter, which keeps what an exception says to itself."""
    ours = {"gunicorn.error": {"handlers": ["console"], "level": "ERROR", "propagate": False}}
    return {**settings.LOGGING, "loggers": ours}


def check_port(host: str, port: int) -> None:
    """Say in a sentence that a port is taken, before anything else is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CommandError(f"Port {port} is taken. Choose another one: make run PORT={port + 1}") from None


def know_address(host: str, port: int) -> None:
    """Where nobody said under which address people find Trivet, it is the one that is served."""
    if "TRIVET_URL" not in os.environ:
        settings.PUBLIC_URL = f"http://{host}:{port}"
        settings.CSRF_TRUSTED_ORIGINS = [settings.PUBLIC_URL]


def serve(host: str, port: int) -> None:
    """Serve until stopped."""
    call_command("collectstatic", interactive=False, verbosity=0)
    Server(host, port).run()


def _lose_patience(server: Any) -> None:
    """Who stops in the middle of a request gives the thread back after a while, for somebody else."""
    for listener in server.LISTENERS:  # the sockets that it accepts inherit this
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", PATIENCE, 0))


def _start_clock(worker: object) -> None:
    threading.Thread(target=_tick_for_ever, daemon=True).start()


def _tick_for_ever() -> None:
    from trivet.management.tick import tick

    pause = threading.Event()
    while not pause.wait(60):
        tick()
        close_old_connections()
