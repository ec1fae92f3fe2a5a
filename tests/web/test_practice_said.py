"""Every page of the practice event says that everything there is fictional, and no page of a real one does."""

from tests.web.answers import every_kind
from tests.web.scene import Scene
from tests.web.visitor import signed_in

from trivet.models import Event

SAYS = 'class="practice"'
BARE = {"wrong host"}  # nothing is known of the event there, and nothing is said


def pages_of(scene: Scene) -> dict[str, str]:
    ingrid = signed_in(scene.cast, "ingrid")
    more = ["/events/", "/events/conf/", "/events/conf/people/", "/account/", "/account/sessions/", "/account/names/"]
    answers = {**every_kind(scene), **{path: ingrid.get(path) for path in more}}
    return {
        name: answer.content.decode()
        for name, answer in answers.items()
        if name not in BARE and answer.headers.get("Content-Type", "").startswith("text/html") and answer.content
    }


def test_every_page_of_practice_says_so(scene: Scene) -> None:
    Event.objects.update(practice=True)
    assert [name for name, page in pages_of(scene).items() if SAYS not in page] == []


def test_no_page_of_a_real_event_says_so(scene: Scene) -> None:
    assert [name for name, page in pages_of(scene).items() if SAYS in page] == []
