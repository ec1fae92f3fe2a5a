"""What was said is recorded with whom: only a word with the reporter answers the reporter."""

import pytest
from tests.web.filled import fields
from tests.web.reporting import read_on


@pytest.mark.parametrize(
    ("to", "title", "owed"),
    [
        ("reporter", "Spoke with the reporter", False),
        ("reported", "Spoke with the reported person", True),
        ("somebody", "Spoke with somebody else", True),
    ],
)
def test_only_a_word_with_the_reporter_answers_them(scene, noor, to, title, owed):
    answer = noor.sends(f"/cases/{scene.case.id}/words/", fields(scene, "words") | {"to": to})
    assert answer.status_code == 302
    page = read_on(noor.get(f"/cases/{scene.case.id}/"))
    assert title in page
    assert ("Answer the reporter" in page) is owed


def test_it_asks_with_whom(scene, noor):
    answer = noor.sends(f"/cases/{scene.case.id}/words/", fields(scene, "words") | {"to": ""})
    assert answer.status_code == 422
    assert "said on the stairs" in read_on(answer)
