"""A member finds a case by a part of its code name, among their own alone."""

import pytest
from tests.web.reporting import read_on
from tests.web.scene import Scene, set_scene
from tests.web.visitor import Visitor, signed_in

from cast import Cast

NOTHING = "None of your cases is called that"


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return set_scene(cast)


def test_a_holder_may_find_a_case_by_a_part_of_its_code_name(scene: Scene) -> None:
    noor = signed_in(scene.cast, "noor")
    for text in (scene.code_name, scene.code_name.upper(), f" {scene.code_name.split()[1][:4].lower()} "):
        answer = noor.sends("/cases/search/", {"q": text})
        assert answer.headers["Location"] == f"/cases/{scene.case.id}/"


def test_several_that_are_found_are_listed(scene: Scene) -> None:
    cast = scene.cast
    names = [scene.code_name]
    while len(names) < 40 and not (shared := [n for n in names if n.split()[0] == names[-1].split()[0]])[1:]:
        names.append(cast.read(cast.report(), "noor").file.code_name)
    answer = signed_in(cast, "noor").sends("/cases/search/", {"q": names[-1].split()[0]})
    assert all(name in read_on(answer) for name in shared)


@pytest.mark.parametrize("who", ["kwame", "ingrid", "passerby", "jun"])
def test_nobody_else_may_find_it(scene: Scene, who: str) -> None:
    page = read_on(signed_in(scene.cast, who).sends("/cases/search/", {"q": scene.code_name}))
    assert NOTHING in page
    assert str(scene.case.id) not in page


@pytest.mark.parametrize("text", ["", "   ", "\0", "x" * 5_000, "%", "🫂"])
def test_whatever_is_looked_for_is_answered(scene: Scene, text: str) -> None:
    answer = signed_in(scene.cast, "noor").sends("/cases/search/", {"q": text})
    assert answer.status_code == 200
    assert (NOTHING in read_on(answer)) == bool(text.strip(" \0"))


def test_what_is_looked_for_is_in_no_address(scene: Scene) -> None:
    noor: Visitor = signed_in(scene.cast, "noor")
    answer = noor.get("/cases/search/", {"q": scene.code_name})
    assert str(scene.case.id) not in read_on(answer)
    assert answer.status_code == 200
