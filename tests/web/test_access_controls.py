"""The matrix with a protection taken out: it has to notice, or it proves nothing."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import clear_url_caches, path
from django.utils import timezone
from tests.web import matrix
from tests.web.knocking import differences, surface
from tests.web.matrix import ROWS
from tests.web.states import in_state
from tests.web.visitor import unlocked

from cast import Cast
from trivet.access import cases, sign_in
from trivet.models import Case
from trivet.web import urls
from trivet.web.team import door


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """One address of a kind is enough to see that it is noticed."""
    few = ("cases/<uuid:case_id>/", "cases/<uuid:case_id>/note/", "cases/")
    monkeypatch.setattr("tests.web.knocking.ROWS", {address: ROWS[address] for address in few})


@pytest.mark.usefixtures("few_rows")
def test_it_notices_when_a_case_opens_without_a_grant(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, read_case = in_state(cast, "received"), cases.read_case

    def as_a_holder(reader: Any, case_id: Any, **more: Any) -> Any:
        return read_case(cast.noor, case_id, **more)

    monkeypatch.setattr(cases, "read_case", as_a_holder)
    found = differences(scene, "received")
    for role in ("staff", "desk", "former member", "member without a key", "left out", "stepped back"):
        about = [line for line in found if f"'{role}'" in line]
        assert any("200, not 404" in line for line in about)
        assert any("302, not 404" in line for line in about)  # a note saved
        assert any("lets out" in line for line in about)
        assert any("differs from a case that does not exist" in line for line in about)


@pytest.mark.usefixtures("few_rows")
def test_it_notices_when_nobody_has_to_sign_in(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, recall, cookie = in_state(cast, "received"), sign_in.recall, unlocked(cast, "noor")
    monkeypatch.setattr("trivet.web.unlocked.set_member", _always(lambda at: recall(cookie, at)))
    found = [line for line in differences(scene, "received") if "'anonymous'" in line]
    assert any("200, not 302" in line for line in found)
    assert any("lets out" in line for line in found)


@pytest.mark.usefixtures("few_rows")
def test_it_notices_when_a_denial_says_that_there_is_a_case(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, read = in_state(cast, "received"), door.read

    def honest(request: HttpRequest, case_id: Any) -> Any:
        if Case.objects.filter(id=case_id).exists() and request.member.name == "Team Passerby":
            raise PermissionDenied
        return read(request, case_id)

    monkeypatch.setattr(door, "read", honest)
    found = [line for line in differences(scene, "received") if "'member without a key'" in line]
    assert any("403, not 404" in line for line in found)
    assert any("differs from a case that does not exist" in line for line in found)


def test_it_notices_an_address_that_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    def new(request: HttpRequest) -> HttpResponse:
        raise NotImplementedError

    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, path("export/", new)])
    clear_url_caches()
    assert surface() - set(matrix.ROWS) == {"export/"}
    monkeypatch.undo()
    clear_url_caches()
    assert surface() == set(matrix.ROWS)


def _always(member: Any) -> Any:
    """In place of ``set_member``: everybody is this member."""

    def set_member(request: HttpRequest, _unlocked: object) -> None:
        request.unlocked = member(timezone.now())
        request.member = request.unlocked.member

    return set_member
