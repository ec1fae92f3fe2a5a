"""Run with this version's code: brings the data folder up to date and opens every case, as each of its holders."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.test import Client
from django.utils import timezone

from trivet.access import cases, journal, threads
from trivet.access.sign_in import sign_in
from trivet.management.practice.stage import migrate, set_up
from trivet.models import Case, Event

work, what = Path(sys.argv[1]), sys.argv[2]
then = json.loads((work / "then.json").read_text())


def check(true: object, otherwise: str) -> None:
    if not true:
        sys.exit(f"  {what}: {otherwise}")


if what == "practice":
    set_up(fresh=False, now=timezone.now())
else:
    migrate()
journal.verify()
for case_id, email in then["holders"]:
    who, _ = sign_in(email=email, password=then["sheet"][email], at=timezone.now())
    case = cases.read_case(who, Case.objects.get(id=case_id).id, at=timezone.now())
    words = case.file.report.what_happened
    check(words == then["accounts"].get(case_id, words), "another account than the one that was sent")
    check(case.line().code_name == case.file.code_name, "another code name in the list")
    check(case.journal(), "a case without a journal")
    visitor = Client(headers={"host": "localhost"})
    visitor.post("/sign-in/", {"email": email, "password": then["sheet"][email]})
    page = visitor.get(f"/cases/{case_id}/", follow=True)
    check(page.status_code == 200 and page.request["PATH_INFO"].startswith(f"/cases/{case_id}/"), "a page not shown")
event = Event.objects.get(slug=then["slug"])
check(event.numbers and event.ring, "an event that lost its numbers")
opened = {case_id for case_id, _ in then["holders"]}
check(opened, "no case at all")
check(opened == {str(case.id) for case in Case.objects.all()}, "a case that nobody opens")
for code in then["codes"]:
    check(threads.open_thread(code, event=event).entries, "an empty conversation")
print(f"  {what}: all {len(opened)} cases open with {len(then['holders'])} keys, and {len(then['codes'])} return codes")
