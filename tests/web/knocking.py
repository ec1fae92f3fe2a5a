"""Knock on every door in every role, and write down where the answer is not the one that was promised."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver
from tests.web.filled import FACTS, fields
from tests.web.matrix import ROWS, Row, expected
from tests.web.roles import GROUPS, ROLES, Doors
from tests.web.scene import ACCOUNT, MESSAGE, NOWHERE, Scene
from tests.web.visitor import TOKEN

from trivet.vault.codes import new_form_secret

METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
FIRST = "received"  # pages that have nothing to do with a case are asked for in this state alone
ANEW = r'name="(?:csrfmiddlewaretoken|secret)" value="\w+"|(?<=expires=)[^;]+'  # another on every page
EVERY_METHOD_IN = ("received", "closed", "destroyed")  # elsewhere only reading and writing, to save time


def surface() -> set[str]:
    """Every address of the product, as its URL configuration writes it."""
    patterns = get_resolver().url_patterns
    assert all(isinstance(pattern, URLPattern) for pattern in patterns)
    return {str(pattern.pattern) for pattern in patterns}


def differences(scene: Scene, state: str) -> list[str]:
    """Where status, body or headers are not what they should be: nothing, if all is well."""
    doors = Doors(scene)
    methods = METHODS if state in EVERY_METHOD_IN else METHODS[:2]
    addresses = [address for address in ROWS if state == FIRST or "case" in address or "return" in address]
    knocks = [(role, method, address) for role in ROLES for address in addresses for method in methods]
    return [f"{state}: {knock}: {found}" for knock in knocks for found in _look(scene, state, doors, *knock)]


def _look(scene: Scene, state: str, doors: Doors, role: str, method: str, address: str) -> Iterator[str]:
    row, group = ROWS[address], ROLES[role].group
    answer = _knock(scene, doors, role, method, address, scene.case.id)
    asker = ROLES[role]
    wanted = expected(
        row, method, GROUPS.index(group), state, has_code=asker.has_code, chair=asker.chair, left=asker.left
    )
    if answer.status_code != wanted:
        yield f"{answer.status_code}, not {wanted}"
    if group == "stranger" and wanted == 302 and not answer.headers.get("Location", "").startswith("/sign-in/"):
        yield "sent elsewhere than to sign in"
    if group in ("unopened", "holder"):
        if group == "unopened" and ACCOUNT in _everything(answer):
            yield "the account, before danger and names"
        return
    leaks = [plant for plant in scene.sealed if plant in _everything(answer)]
    if leaks:
        yield f"lets out {leaks}"
    if row.area in ("case", "agenda", "drafts", "opening", "stepping back", "step", "joining", "attachment"):
        nowhere = _knock(scene, doors, role, method, address, NOWHERE)
        if bare(answer, scene.case.id) != bare(nowhere, NOWHERE):
            yield "differs from a case that does not exist"
        if any(name in _everything(answer) for name in _people(scene, role)) or MESSAGE in _everything(answer):
            yield "names somebody, or tells what was written"


def _knock(scene: Scene, doors: Doors, role: str, method: str, address: str, case: UUID) -> HttpResponse:
    path = "/" + _filled_in(address, scene, case)
    data = _form(ROWS[address], scene, doors, role) if method == "POST" else {}
    if address.endswith("/drafts/"):
        data = {name: str(value).replace(str(scene.case.id), str(case)) for name, value in data.items()}
    with nothing_stays():
        return getattr(doors.visitor(role), method.lower())(path, data, headers={"X-CSRFToken": TOKEN})


def _filled_in(address: str, scene: Scene, case: UUID) -> str:
    values = {
        "event_slug": scene.cast.event.slug, "case_id": str(case), "party": "affected",
        "of": scene.task if "/task/" in address else scene.of,
        "attachment_id": scene.attachment, "step": "respond", "slug": "index",
        "member_id": str(scene.cast.kwame.member.id), "token": "made-up",
    }  # fmt: skip
    return re.sub(r"<\w+:(\w+)>", lambda part: values[part[1]], address)


def _form(row: Row, scene: Scene, doors: Doors, role: str) -> dict[str, object]:
    forms: dict[str, dict[str, object]] = {
        "report": {"secret": new_form_secret(), "what_happened": "something else"},
        "taking down": {"secret": new_form_secret(), "what_happened": "what somebody said"},
        "return": {"return_code": doors.code(role)},
        "sign-in": doors.sign_in_fields(role),
        "password": doors.password_fields(role),
        "own names": {"aliases": "Somebody Else"},
        "own conflicts": {"names": "Somebody Else"},
        "own code": {"password": doors.sign_in_fields(role)["password"]},
        "vouching": {"heard": "six words that nobody ever read"},
        "chair": {"name": "Team Latecomer", "email": "latecomer@conf.example", "role": "team"},
        "facts": FACTS,
    }
    return forms.get(row.area) or (fields(scene, row.step) if row.step else {})


@contextmanager
def nothing_stays() -> Iterator[None]:
    """Whatever a request writes is taken back: the next one finds the case as it was."""
    with transaction.atomic(), transaction.atomic(using="keys"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="keys")


def _everything(answer: HttpResponse) -> str:
    return f"{answer.content.decode()}\n{answer.headers}\n{answer.cookies}"


def _people(scene: Scene, role: str) -> list[str]:
    """Members whose names the asker cannot have put there."""
    return [unlocked.member.name for key, unlocked in scene.cast.people.items() if key != ROLES[role].who]


def bare(answer: HttpResponse, case: UUID) -> tuple[int, str]:
    """An answer without what differs from one request to the next."""
    everything = re.sub(ANEW, "", _everything(answer))
    return answer.status_code, everything.replace(str(case), "the case")
