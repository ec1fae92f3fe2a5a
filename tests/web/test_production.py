"""Settings of a real server: Django's own check for deployment, cookies, redirects and an unknown host."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

URL = "https://coc.example"
ASK = """
import json, django; django.setup()
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": %r, "x-forwarded-proto": %r})
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("migrate", database="keys", verbosity=0)
answer = client.get(%r)
print(json.dumps({
    "status": answer.status_code, "headers": dict(answer.headers), "page": answer.content.decode(),
    "cookies": {name: dict(cookie) for name, cookie in answer.cookies.items()},
}))
"""
FIXED = [
    "Cache-Control", "Content-Security-Policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options",
    "X-Frame-Options",
]  # fmt: skip


def production(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    environment = {
        **ours, "TRIVET_URL": URL, "TRIVET_PROXIES": "1", "TRIVET_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "trivet.settings", **more,
    }  # fmt: skip
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


def answer(folder: Path, path: str, *, host: str = "coc.example", proto: str = "https", **more: str) -> dict[str, Any]:
    ran = production(folder, "-c", ASK % (host, proto, path), **more)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_django_finds_nothing_to_say_against_a_real_server(tmp_path: Path) -> None:
    ran = production(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "INFO")
    assert ran.returncode == 0, ran.stderr
    assert "no issues" in ran.stdout
    assert "2 silenced" in ran.stdout  # HSTS for other people's subdomains, as the settings say


def test_a_server_that_does_not_know_of_its_proxy_is_told(tmp_path: Path) -> None:
    ran = production(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "WARNING", TRIVET_PROXIES="")
    assert ran.returncode != 0
    assert "security.W008" in ran.stderr


@pytest.mark.parametrize(("setting", "warning"), [("X_FRAME_OPTIONS = 'ALLOW'", "W019"), ("DEBUG = True", "W018")])
def test_the_check_would_find_something(tmp_path: Path, setting: str, warning: str) -> None:
    (tmp_path / "careless.py").write_text(f"from trivet.settings import *\n{setting}\n")
    ran = production(
        tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "WARNING",
        DJANGO_SETTINGS_MODULE="careless", PYTHONPATH=str(tmp_path),
    )  # fmt: skip
    assert warning in ran.stderr


def test_a_real_server_s_cookies_are_for_its_host_alone(tmp_path: Path) -> None:
    told = answer(tmp_path, "/sign-in/")
    assert told["status"] == 200
    cookie = told["cookies"]["__Host-csrftoken"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["path"], cookie["domain"], cookie["samesite"]) == ("/", "", "Strict")
    ran = production(
        tmp_path, "-c", "import django; django.setup(); from trivet.web import unlocked; print(unlocked.COOKIE)"
    )
    assert ran.stdout.strip() == "__Host-trivet_unlock"


def test_a_page_asked_for_in_clear_is_sent_to_https(tmp_path: Path) -> None:
    told = answer(tmp_path, "/sign-in/", proto="http")
    assert told["status"] == 301
    assert told["headers"]["Location"] == f"{URL}/sign-in/"
    assert set(FIXED) <= set(told["headers"])
    assert not told["cookies"]


def test_browsers_are_told_to_come_by_https_alone(tmp_path: Path) -> None:
    assert answer(tmp_path, "/sign-in/")["headers"]["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("proto", ["http", "https"])
def test_an_unknown_host_gets_a_plain_refusal_without_an_echo(tmp_path: Path, proto: str) -> None:
    told = answer(tmp_path, "/sign-in/", host="zebra.example", proto=proto)
    assert told["status"] == 400
    assert "zebra" not in json.dumps(told)
    assert set(FIXED) <= set(told["headers"])
    assert not told["cookies"]


def test_what_a_stranger_says_of_https_counts_for_nothing(tmp_path: Path) -> None:
    told = answer(tmp_path, "/sign-in/", TRIVET_PROXIES="10.0.0.0/8")
    assert told["status"] == 301
