"""The pages after a restore: a chair says who left, two people who has a conflict, and cases open."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.visitor import Visitor, signed_in, text_of

from trivet.access import restored
from trivet.models import Case, Conflict, Membership, Restoration
from trivet.vault.models import Share

CODE_NAME = "Amber Acorn"


@pytest.fixture
def case(cast, monkeypatch):
    """Held by noor, tomas and ingrid; the backup is from yesterday."""
    monkeypatch.setattr("trivet.process.receive.new_code_name", lambda: CODE_NAME)
    case = cast.report(what_happened="ZEBRA-IN-THE-ACCOUNT")
    restored.close_everything(since=timezone.now() - timedelta(days=1), at=timezone.now())
    return case


def answers(cast, **other):
    """The chair's form: everybody is here as before, but for those named."""
    names = ("noor", "tomas", "kwame")
    return {str(cast.people[name].member.pk): other.get(name, "here") for name in names}


def unlock_people(cast, **other):
    return signed_in(cast, "ingrid").sends("/restored/conf/", answers(cast, **other))


def say(cast, who, case, *conflicts):
    fields = {"conflicts": [str(cast.people[name].member.pk) for name in conflicts]}
    return signed_in(cast, who).sends(f"/restored/{case.id}/", fields)


def test_a_holder_may_not_see_a_case_and_is_led_to_what_to_do(cast, case):
    noor = signed_in(cast, "noor")
    page = text_of(noor.get("/cases/"))
    assert 'href="/restored/"' in page
    assert CODE_NAME not in page
    assert noor.get(f"/cases/{case.id}/").status_code == 404
    overview = text_of(noor.get("/restored/"))
    assert "Please ring: Ingrid Solberg" in overview
    assert CODE_NAME not in overview
    assert "Needs you now" in overview


def test_a_chair_may_say_who_left(cast, case):
    ingrid = signed_in(cast, "ingrid")
    assert 'href="/restored/conf/"' in text_of(ingrid.get("/restored/"))
    form = text_of(ingrid.get("/restored/conf/"))
    assert all(name in form for name in ("Noor Haddad", "Tomás Rivera", "Kwame Mensah"))
    assert unlock_people(cast, tomas="left").status_code == 302
    assert not Membership.objects.filter(Membership.lasting(timezone.now()), member=cast.tomas.member).exists()
    assert ingrid.get("/restored/conf/").status_code == 404


def test_a_chair_may_not_leave_anybody_out(cast, case):
    fields = answers(cast)
    fields.pop(str(cast.tomas.member.pk))
    answer = signed_in(cast, "ingrid").sends("/restored/conf/", fields)
    assert answer.status_code == 422
    assert restored.unsaid(cast.ingrid, at=timezone.now())


@pytest.mark.parametrize("who", ["noor", "kwame", "jun", "beatrix", "pavel"])
def test_others_than_a_chair_may_not_say_who_left(cast, case, who):
    visitor = signed_in(cast, who)
    assert visitor.get("/restored/conf/").status_code == 404
    assert visitor.sends("/restored/conf/", answers(cast)).status_code == 404
    assert restored.unsaid(cast.ingrid, at=timezone.now())


def test_a_stranger_may_not_learn_that_anything_was_restored(cast, case):
    for path in ("/restored/", "/restored/conf/", f"/restored/{case.id}/"):
        assert Visitor().get(path).headers["Location"].startswith("/sign-in/")


def test_two_holders_may_open_a_case_by_their_word(cast, case):
    unlock_people(cast)
    noor = signed_in(cast, "noor")
    assert CODE_NAME in text_of(noor.get("/restored/"))
    assert "On " in text_of(noor.get(f"/restored/{case.id}/"))
    assert say(cast, "noor", case, "tomas").status_code == 302
    assert "One more person’s word" in text_of(noor.get("/restored/"))
    assert noor.get(f"/cases/{case.id}/").status_code == 404
    ingrid = signed_in(cast, "ingrid")
    assert "it may not be held by: Tomás Rivera" in text_of(ingrid.get(f"/restored/{case.id}/"))
    assert say(cast, "ingrid", case).status_code == 302
    assert ingrid.get("/restored/").headers["Location"] == "/cases/"
    assert CODE_NAME in text_of(ingrid.get("/cases/"))
    assert noor.get(f"/cases/{case.id}/").status_code == 302  # to the opening
    assert Conflict.objects.filter(case=case, member=cast.tomas.member).exists()
    tomas = signed_in(cast, "tomas")
    assert tomas.get(f"/cases/{case.id}/").status_code == 404
    assert tomas.get(f"/restored/{case.id}/").status_code == 404
    assert CODE_NAME not in text_of(tomas.get("/cases/"))


def test_the_timeline_may_not_say_that_somebody_in_conflict_left_the_team(cast, case):
    unlock_people(cast)
    say(cast, "noor", case, "tomas")
    say(cast, "ingrid", case, "tomas")
    cast.now = timezone.now()
    signed_in(cast, "noor").get(f"/cases/{case.id}/")
    cast.open(case, "noor")
    page = text_of(signed_in(cast, "noor").get(f"/cases/{case.id}/"))
    assert "Tomás Rivera left the team" not in page
    assert "Tomás Rivera" in page


def test_people_who_exclude_each_other_are_told_to_talk(cast, case):
    unlock_people(cast, ingrid="here", tomas="here")
    say(cast, "tomas", case, "noor", "ingrid")
    answer = say(cast, "noor", case, "tomas")
    assert answer.status_code == 409
    assert "Talk to each other" in text_of(answer)
    assert signed_in(cast, "tomas").get(f"/cases/{case.id}/").status_code == 404


@pytest.mark.parametrize("who", ["kwame", "jun", "beatrix", "pavel"])
def test_those_without_a_key_may_not_speak_for_a_case(cast, case, who):
    unlock_people(cast)
    assert say(cast, who, case).status_code == 404
    assert CODE_NAME not in text_of(signed_in(cast, who).get("/restored/", follow=True))


def test_somebody_may_not_be_named_who_does_not_hold_the_case(cast, case):
    unlock_people(cast)
    assert say(cast, "noor", case, "kwame").status_code == 422
    assert not case.recollections.exists()


def test_a_case_whose_keys_are_not_in_the_backup_is_said_to_be_closed(cast, case):
    unlock_people(cast)
    Share.objects.all().delete()
    assert "A case that does not open" in text_of(signed_in(cast, "noor").get("/restored/"))
    assert say(cast, "noor", case).status_code == 404


def test_the_journal_tells_its_readers_of_the_restore(cast, case):
    unlock_people(cast)
    say(cast, "noor", case)
    say(cast, "ingrid", case)
    cast.now = timezone.now()
    cast.open(case, "noor")
    page = text_of(signed_in(cast, "noor").get(f"/cases/{case.id}/journal/"))
    assert "this server was restored from a backup of" in page
    assert "said after a restore who has a conflict" in page
    assert "Somebody changed the journal" not in page
    assert Case.objects.get().restoration is None


def test_both_pages_say_the_time_of_the_backup_as_the_event_has_it(cast, case):
    ingrid, since = signed_in(cast, "ingrid"), timezone.localtime(Restoration.objects.get().since, cast.event.zone)
    assert f"{since:%H:%M}." in text_of(ingrid.get("/restored/"))
    assert f"{since:%H:%M}?" in text_of(ingrid.get("/restored/conf/"))
