"""One's own account: a lost password, another recovery code, a second factor, other names."""

import re
from datetime import timedelta

import pyotp
from django.utils import timezone
from tests.web.reporting import read_on
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.access import second_factor, slots
from trivet.access.sign_in import sign_in
from trivet.models import Member

NEW = "five-quite-unrelated-new-words"


def test_a_member_without_a_password_comes_back_by_their_recovery_code(cast: Cast) -> None:
    code = slots.new_recovery_code(cast.noor.member, cast.noor.keys)
    fields = {"email": "noor@conf.example", "recovery_code": code, "new": NEW, "again": NEW}
    wrong = Visitor().sends("/recover/", {**fields, "recovery_code": "seven other words"})
    assert wrong.status_code == 422
    assert "do not belong together" in read_on(wrong)
    page = Visitor().sends("/recover/", fields)
    assert page.status_code == 200
    assert 'id="recovery-code"' in page.content.decode()
    assert sign_in(email="noor@conf.example", password=NEW, at=timezone.now())


def test_a_wrong_address_and_a_wrong_code_have_one_answer(cast: Cast) -> None:
    slots.new_recovery_code(cast.noor.member, cast.noor.keys)
    fields = {"recovery_code": "seven other words", "new": NEW, "again": NEW}
    pages = [
        read_on(Visitor().sends("/recover/", {**fields, "email": email})).replace(email, "")
        for email in ("noor@conf.example", "nobody@conf.example")
    ]
    token = re.compile(r'csrfmiddlewaretoken" value="\w+"')
    assert token.sub("", pages[0]) == token.sub("", pages[1])


def test_a_new_recovery_code_takes_the_password(cast: Cast) -> None:
    noor = signed_in(cast, "noor")
    assert "You have none" in read_on(noor.get("/account/"))
    assert noor.sends("/account/recovery-code/", {"password": "wrong"}).status_code == 422
    assert noor.sends("/account/recovery-code/", {"password": cast.password("noor")}).status_code == 200
    assert "You have one" in read_on(noor.get("/account/"))


def test_a_second_factor_is_set_up_asked_for_and_switched_off(cast: Cast) -> None:
    noor, page = signed_in(cast, "noor"), "/account/second-factor/"
    secret = hidden(noor.get(page), "secret")
    fields = {"secret": secret, "password": cast.password("noor")}
    refused = noor.sends(page, {**fields, "code": "000 000"})
    assert refused.status_code == 422
    assert hidden(refused, "secret") == secret  # the telephone has it by now
    assert noor.sends(page, {**fields, "code": pyotp.TOTP(secret).now()}).status_code == 302
    assert second_factor.is_on(cast.noor.member)
    enter = {"email": "noor@conf.example", "password": cast.password("noor")}
    asked = Visitor().sends("/sign-in/", enter)
    assert asked.status_code == 422
    assert "not the code of this moment" in read_on(asked)
    later = pyotp.TOTP(secret).at(timezone.now() + timedelta(seconds=30))
    again = Visitor()
    assert again.sends("/sign-in/", {**enter, "code": later}).status_code == 302
    assert again.sends(page, {"password": "wrong"}).status_code == 422
    assert again.sends(page, {"password": cast.password("noor")}).status_code == 302
    assert Visitor().sends("/sign-in/", enter).status_code == 302


def test_a_member_may_sign_out_everywhere_with_their_password_alone(cast: Cast) -> None:
    here, elsewhere, tomas = signed_in(cast, "noor"), signed_in(cast, "noor"), signed_in(cast, "tomas")
    assert "You are signed in 2 times" in read_on(here.get("/account/"))
    refused = here.sends("/account/sessions/", {"password": "wrong"})
    assert refused.status_code == 422
    assert "not your password" in read_on(refused)
    assert elsewhere.get("/account/").status_code == 200
    assert here.sends("/account/sessions/", {"password": cast.password("noor")}).status_code == 302
    assert [one.get("/account/").status_code for one in (here, elsewhere, tomas)] == [302, 302, 200]


def test_signing_out_clears_what_the_browser_kept_and_no_report_that_waits_in_it(cast: Cast) -> None:
    answer = signed_in(cast, "noor").sends("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_a_session_that_ended_is_unlocked_in_place_with_the_code(cast: Cast) -> None:
    case, secret = cast.report(), second_factor.new_secret()
    cast.open(case, "noor")
    second_factor.switch_on(
        cast.noor, secret=secret, code=pyotp.TOTP(secret).now(), password=cast.password("noor"), at=timezone.now()
    )
    fields = {
        "seen": str(cast.read(case, "noor").case.revision), "text": "what was typed",
        "unlock_email": "noor@conf.example", "unlock_password": cast.password("noor"),
    }  # fmt: skip
    asked = Visitor().sends(f"/cases/{case.id}/note/", fields)
    assert asked.status_code == 403
    assert "what was typed" in read_on(asked)
    assert "not the code of this moment" in read_on(asked)
    code = pyotp.TOTP(secret).at(timezone.now() + timedelta(seconds=30))
    assert Visitor().sends(f"/cases/{case.id}/note/", {**fields, "unlock_code": code}).status_code == 302


def test_a_report_by_another_name_is_kept_from_its_bearer(cast: Cast) -> None:
    noor = signed_in(cast, "noor")
    assert noor.sends("/account/names/", {"aliases": "Nounou\n\n Lady Harbour ", "handles": ""}).status_code == 302
    member = Member.objects.get(pk=cast.noor.member.pk)
    assert (member.aliases, member.handles) == (["Nounou", "Lady Harbour"], [])
    case = cast.report(who="Lady Harbour, as everybody calls her")
    assert noor.get(f"/cases/{case.id}/opening/").status_code == 404


def test_every_page_for_members_lets_them_sign_out(cast: Cast) -> None:
    case, noor = cast.report(), signed_in(cast, "noor")
    cast.open(case, "noor")
    for path in ("/cases/", f"/cases/{case.id}/", f"/cases/{case.id}/note/", "/events/", "/handbook/", "/account/"):
        assert 'action="/sign-out/"' in read_on(noor.get(path)), path
