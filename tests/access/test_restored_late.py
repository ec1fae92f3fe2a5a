"""After a restore: words that come late, from whoever may not speak any more, or from two at once."""

import pytest
from tests.access.restoring import readers, restore, say, say_left

from trivet.access import ChangedMeanwhile, departures, restored
from trivet.models import Membership


@pytest.fixture
def case(cast):
    """Held by noor, tomas and ingrid."""
    return cast.report()


def late(cast, who, case):
    """The case as somebody's page showed it, whose word is yet to come."""
    return cast.people[who], restored.closed_case(cast.people[who], case.id, at=cast.later(seconds=1))


def test_a_word_that_comes_late_may_not_keep_anybody_from_an_open_case(cast, case):
    restore(cast)
    say_left(cast)
    pages = [late(cast, who, case) for who in ("tomas", "ingrid")]
    say(cast, "noor", case)
    say(cast, "tomas", case)
    for reader, page in pages:
        with pytest.raises(ChangedMeanwhile):
            restored.say_who_has_a_conflict(reader, page, conflicts=[cast.noor.member], at=cast.now)
    assert readers(cast, case) == {"noor", "tomas", "ingrid"}
    assert not case.recollections.exists()


def test_somebody_who_is_removed_may_not_speak_with_a_page_that_they_had(cast, case):
    restore(cast)
    say_left(cast)
    reader, page = late(cast, "tomas", case)
    departures.remove(cast.event, cast.tomas.member, by=cast.ingrid, at=cast.later(seconds=1))
    with pytest.raises(ChangedMeanwhile):
        restored.say_who_has_a_conflict(reader, page, conflicts=[], at=cast.now)
    assert not case.recollections.exists()


def test_the_word_of_somebody_who_is_removed_may_not_keep_a_case_closed(cast, case):
    restore(cast)
    say_left(cast)
    say(cast, "tomas", case, "noor", "ingrid")
    departures.remove(cast.event, cast.tomas.member, by=cast.ingrid, at=cast.later(seconds=1))
    assert say(cast, "noor", case) is False  # it takes two who are there
    assert say(cast, "ingrid", case) is True
    assert readers(cast, case) == {"noor", "ingrid"}


def test_two_chairs_may_not_say_of_each_other_that_they_left(cast, case):
    Membership.objects.filter(member=cast.noor.member).update(role="chair")
    restore(cast)
    at = cast.later(minutes=1)
    pages = [restored.restoration_for(cast.people[who], "conf", at=at) for who in ("noor", "ingrid")]
    restored.say_who_left(cast.noor, pages[0], left=[cast.ingrid.member], lost_keys=[], at=at)
    with pytest.raises(ChangedMeanwhile):
        restored.say_who_left(cast.ingrid, pages[1], left=[cast.noor.member], lost_keys=[], at=at)
    assert Membership.objects.get(member=cast.noor.member).until is None
