"""Two thousand bad requests over every address: never a failure, and nothing that the surface does not say."""

from collections import Counter
from io import BytesIO

from django.http import HttpResponse
from hypothesis import HealthCheck, Phase, given, settings
from tests.web import bad
from tests.web.bad import Bad, Surface
from tests.web.knocking import nothing_stays
from tests.web.scene import Scene
from tests.web.states import in_state
from tests.web.visitor import TOKEN, Visitor, unlocked

from cast import Cast
from trivet.web.unlocked import COOKIE

REQUESTS = 2_000
# read, kept, sent on, for good (a slash), not read, not theirs, not here, not so, not now, too much, not complete, wait
SURFACE = {200, 204, 302, 301, 400, 403, 404, 405, 409, 413, 422, 429}
CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
ALL_OF_THEM = [Phase.generate]  # one that fails is enough; making it smaller would take as long again


class Senders:
    """A stranger, a member without a key, and a holder."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.cookies = {
            "stranger": "", "member": unlocked(scene.cast, "passerby"), "holder": unlocked(scene.cast, "noor")
        }  # fmt: skip

    def surface(self) -> Surface:
        holder = Visitor(self.cookies["holder"])
        real = {"case_id": str(self.scene.case.id), "of": self.scene.of, "event_slug": "conf", "party": "affected",
                "step": "respond", "slug": "note"}  # fmt: skip

        def page_of(path: str) -> str:
            pages = (Visitor().get(path), holder.get(path))
            return "".join(page.content.decode() for page in pages if page.status_code == 200)

        return bad.surface(real, page_of)

    def send(self, sent: Bad) -> HttpResponse:
        client = Visitor()
        headers = dict(sent.headers)
        own = {f"{COOKIE}={self.cookies[sent.who]}", f"csrftoken={TOKEN}"}
        environ = {
            "HTTP_" + name.upper().replace("-", "_"): value
            for name, value in headers.items()
            if name != "Content-Length"
        }
        environ.setdefault("HTTP_COOKIE", "; ".join(own))
        environ["QUERY_STRING"] = sent.query
        environ["wsgi.input"] = BytesIO(sent.body)  # as from a real server: reading on gives nothing, and no error
        if "Content-Length" in headers:
            environ["CONTENT_LENGTH"] = headers["Content-Length"]
        client.cookies.clear()
        return client.generic(sent.method, sent.path, sent.body, sent.content_type, **environ)


def test_two_thousand_bad_requests_get_no_failure_and_no_unknown_answer(cast: Cast) -> None:
    senders = Senders(in_state(cast, "received"))
    here, answers = senders.surface(), Counter[int]()

    @settings(max_examples=REQUESTS, deadline=None, suppress_health_check=CHECKS, phases=ALL_OF_THEM, database=None)
    @given(sent=bad.requests(here))
    def send(sent: Bad) -> None:
        with nothing_stays():
            answer = senders.send(sent)
        answers[answer.status_code] += 1
        assert answer.status_code in SURFACE, (answer.status_code, sent, sent.body[:400])
        assert answer.headers["Cache-Control"] == "no-store", sent
        assert not any(plant in answer.content.decode() for plant in senders.scene.sealed) or sent.who == "holder", sent

    send()
    assert answers.total() >= REQUESTS
    assert {200, 302, 400, 403, 404, 405, 413, 422} <= set(answers), answers  # they got as far as that
    assert Visitor(senders.cookies["holder"]).get(f"/cases/{senders.scene.case.id}/").status_code == 200


def test_a_length_that_is_not_so_is_no_failure(cast: Cast) -> None:
    senders = Senders(in_state(cast, "received"))
    headers = (("Content-Length", "99999999999"),)
    for kind in bad.TYPES:
        sent = Bad("holder", "POST", "/turning/", body=b"--x\r\n" + b"\xf0" * 40, content_type=kind, headers=headers)
        assert senders.send(sent).status_code in SURFACE, kind


def test_the_requests_go_to_every_address(cast: Cast) -> None:
    here = Senders(in_state(cast, "received")).surface()
    assert set(here.addresses) == set(bad.patterns())
    assert "what_happened" in here.names["<event:event_slug>/report/"]
    assert "text" in here.names["cases/<uuid:case_id>/note/"]
