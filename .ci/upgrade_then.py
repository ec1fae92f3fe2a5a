"""Run with an earlier version's code and its tests' cast: makes a data folder, and writes down who opens what in it.

Uses only what every version has: the practice event, and cases that the cast of its own tests made.
"""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.utils import timezone

import trivet
from cast import make_cast
from trivet.management.practice.stage import migrate, set_up
from trivet.models import Grant

work, what = Path(sys.argv[1]), sys.argv[2]
assert Path(trivet.__file__).is_relative_to(work), f"this is not the earlier version: {trivet.__file__}"

if what == "practice":
    sheet = {account.email: account.password for account in set_up(fresh=False, now=timezone.now())}
    slug, codes, accounts = "practice", [], {}
else:
    migrate()
    cast = make_cast(timezone.now())
    cases = {words: cast.report(what_happened=words) for words in ("received", "opened", "closed")}
    cast.open(cases["opened"], "noor")
    cast.walk_to_closed(cases["closed"], "warning")
    sheet = {f"{name}@conf.example": cast.password(name) for name in cast.people}
    slug, codes = cast.event.slug, [receipt.code for receipt in cast.receipts]
    accounts = {str(case.id): words for words, case in cases.items()}

holders = [(str(grant.case_id), grant.member.email) for grant in Grant.objects.select_related("member")]
written = {"sheet": sheet, "slug": slug, "codes": codes, "accounts": accounts, "holders": holders}
(work / "then.json").write_text(json.dumps(written))
