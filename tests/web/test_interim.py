"""One member acts alone because it cannot wait: it is recorded, stands, and somebody else looks at it."""

from tests.web.filled import fields
from tests.web.reporting import read_on
from tests.web.states import in_state
from tests.web.stored import nothing_written
from tests.web.visitor import signed_in

from cast import Cast
from trivet.models.response import Interim, Review
from trivet.process.obligations import owed


def test_what_one_member_did_alone_comes_up_for_another(cast: Cast) -> None:
    scene = in_state(cast, "received")
    noor, tomas, case = signed_in(cast, "noor"), signed_in(cast, "tomas"), f"/cases/{scene.case.id}"
    assert noor.sends(f"{case}/interim/", fields(scene, "interim")).status_code == 302
    done = cast.read(scene.case, "noor").file.last(Interim)
    assert done
    assert f"{case}/review/{done.id}/" in read_on(tomas.get(f"{case}/"))
    assert f"{case}/review/{done.id}/" not in read_on(noor.get(f"{case}/"))
    page = read_on(tomas.get(f"{case}/review/{done.id}/"))
    assert "asked to leave" in page
    assert "they came closer" in page
    with nothing_written():
        assert noor.sends(f"{case}/review/{done.id}/", fields(scene, "review")).status_code == 409
    assert tomas.sends(f"{case}/review/{done.id}/", fields(scene, "review")).status_code == 302
    file = cast.read(scene.case, "noor").file
    assert file.all(Review)
    assert "review" not in {duty.kind for duty in owed(file)}


def test_whoever_acted_may_record_it_whatever_the_state(cast: Cast) -> None:
    scene = in_state(cast, "closed")
    answer = signed_in(cast, "noor").sends(f"/cases/{scene.case.id}/interim/", fields(scene, "interim"))
    assert answer.status_code == 302


def test_nobody_may_record_what_is_still_to_come(cast: Cast) -> None:
    scene = in_state(cast, "received")
    sent = fields(scene, "interim") | {"taken_at": "2090-01-01T10:00"}
    with nothing_written():
        answer = signed_in(cast, "noor").sends(f"/cases/{scene.case.id}/interim/", sent)
    assert answer.status_code == 422
    assert "still to come" in read_on(answer)
    assert "they came closer" in read_on(answer)
