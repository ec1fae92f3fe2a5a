"""Reports accepted a second: sealed, against the same form stored in clear by the same server.

Run: .venv/bin/python benchmarks/accept_reports.py
"""

import json
import os
from unittest import mock

from ground import prepared

cast = prepared()

import time

from django.db import transaction
from django.test import Client

from trivet.access.cases import set_clocks
from trivet.models import Case, Conflict, Record
from trivet.models.entry import to_bytes
from trivet.vault.codes import code_from, new_form_secret

FORM = {"what_happened": "Somebody shouted at me in the corridor. " * 20, "who": "a tall person", "where": "hall 2"}
ROUNDS, BATCH = 6, 40


def store_in_clear(new, form_secret):
    """The same rows without keys, shares, grants or journal."""
    case = Case(event=new.event, summary=json.dumps(vars(new.summary), default=str).encode())
    with transaction.atomic():
        case.save(force_insert=True)
        Conflict.objects.bulk_create(Conflict(case=case, member=member) for member in new.kept_from)
        for entry in new.entries:
            row = Record(case=case, scope=entry.scope, subject=case.id, key_version=1, sealed=to_bytes(entry))
            row.save(force_insert=True)
        set_clocks(case, new.clocks)
    return code_from(form_secret)


def a_second(client: Client) -> float:
    start = time.perf_counter()
    for _ in range(BATCH):
        answer = client.post(f"/{cast.event.slug}/report/", {**FORM, "secret": new_form_secret()})
        assert answer.status_code == 200, answer.status_code
    return BATCH / (time.perf_counter() - start)


def main() -> None:
    client = Client(headers={"host": "localhost"})
    a_second(client)
    sealed, clear = [], []
    for _ in range(ROUNDS):
        sealed.append(a_second(client))
        with mock.patch("trivet.access.intake.store", store_in_clear):
            clear.append(a_second(client))
    ours, theirs = sorted(sealed)[ROUNDS // 2], sorted(clear)[ROUNDS // 2]
    print(f"reports accepted a second: sealed {ours:.0f}, in clear {theirs:.0f}, ratio {ours / theirs:.2f} (aim 0.5)")


if __name__ == "__main__":
    main()
    os._exit(0)
