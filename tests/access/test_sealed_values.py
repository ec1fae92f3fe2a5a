"""One flipped bit or a swapped row, in anything that is sealed in either store: detected."""

import itertools
import random

import pytest
from django.apps import apps
from django.db.models import BinaryField
from tests.access.tampering import SEALED, Filed, changed, flip, sample, undone

from trivet.models import Case, Grant, JournalEntry, KeySlot, Part, Record, Unlock
from trivet.vault.models import Share

COLUMNS = pytest.mark.parametrize(
    ("column", "notice"), SEALED.items(), ids=[f"{model.__name__}.{name}" for model, name in SEALED]
)
# What has to be swapped along for a swap to be more than a flip.
TOGETHER = {KeySlot: ("salt",), JournalEntry: ("body_mac", "salt")}


@pytest.fixture
def chance(request):
    return random.Random(request.node.name)


@pytest.fixture
def filed(cast):
    filed = Filed.by(cast)
    assert filed.noticed() == set()
    return filed


@COLUMNS
def test_nobody_may_flip_a_bit_unnoticed(filed, chance, column, notice):
    model, name = column
    for row in sample(filed.rows(model), chance):
        value = flip(bytes(getattr(row, name)), chance)
        with changed(row, **{name: value}):
            assert filed.noticed() & notice, f"{row.pk}: {value.hex()}"
    assert filed.noticed() == set()


@COLUMNS
def test_nobody_may_swap_two_rows_unnoticed(filed, chance, column, notice):
    model, name = column
    columns = (name, *TOGETHER.get(model, ()))
    for one, other in sample(list(itertools.combinations(filed.rows(model), 2)), chance):
        theirs = [{column: getattr(row, column) for column in columns} for row in (one, other)]
        with changed(one, **theirs[1]), changed(other, **theirs[0]):
            assert filed.noticed() & notice, f"{one.pk} and {other.pk}"
    assert filed.noticed() == set()


@pytest.mark.parametrize("model", [Record, Part, Grant, Share, Case])
def test_nobody_may_swap_rows_within_one_case_or_across_cases_unnoticed(filed, chance, model):
    name = "summary" if model is Case else "value" if model is Share else "sealed"
    mine, theirs = (_rows_of_case(model, case) for case in filed.cases)
    pairs = [*itertools.combinations(mine, 2), *itertools.product(mine, theirs)]
    for one, other in sample(pairs, chance):
        with changed(one, **{name: getattr(other, name)}), changed(other, **{name: getattr(one, name)}):
            assert filed.noticed() & SEALED[model, name]


@pytest.mark.parametrize("column", ["id", "case_id", "subject", "scope", "key_version"])
def test_nobody_may_move_a_record_unnoticed(filed, chance, column):
    """What lies in clear beside a sealed value is bound to it."""
    one, other = (_rows_of_case(Record, case) for case in filed.cases)
    moved = {"scope": "reply", "key_version": 2}
    for row, elsewhere in sample(list(zip(one, other, strict=False)), chance, most=4):
        value = moved.get(column) or getattr(elsewhere, column)
        with undone():
            if column == "id":
                elsewhere.delete()
            Record.objects.filter(id=row.id).update(**{column: value})
            assert filed.noticed()


def test_nobody_may_pass_a_record_off_as_the_line_of_a_list(filed):
    """Both are sealed under the same key, in different places."""
    case = filed.cases[0]
    with changed(case, summary=Record.objects.get(case=case, scope="outcome").sealed):
        assert filed.noticed() == {"list"}


def test_every_column_of_bytes_is_tried_here_or_holds_no_secret():
    public = {
        "Identity.seal_to", "Identity.verify_with", "Identity.signature",  # attestation: test_attestation
        "ReturnBox.public",  # its id follows from it: test_rotation
        # what something is found by
        "ReturnBox.tag", "Unlock.tag", "Invitation.tag", "DayLink.tag", "CalendarLink.tag", "Draft.tag",
        "KeySlot.salt",  # what a password is stretched with
        "JournalEntry.previous", "JournalEntry.mac", "JournalEntry.commitment", "JournalEntry.salt",
        "JournalEntry.body_mac", "JournalHead.last", "JournalHead.stamp",
        "HeadSignature.head", "HeadSignature.signature",  # the chain: test_journal
        "Installation.identity",  # says only which stores belong together: test_installation
        "Secret.value",  # of the installation: test_journal, test_codes
    }  # fmt: skip
    columns = {
        f"{model.__name__}.{field.name}"
        for app in ("trivet", "vault")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, BinaryField)
    }
    assert columns == public | {f"{model.__name__}.{name}" for model, name in SEALED}


def test_a_swapped_session_is_no_session(filed):
    one, other = filed.rows(Unlock)[:2]
    with changed(one, blob=other.blob, member_id=other.member_id):
        assert "cookie" in filed.noticed()


def _rows_of_case(model, case):
    if model is Case:
        return [case]
    if model is Share:
        return list(Share.objects.filter(subject__in=[case.id, *case.boxes.values_list("id", flat=True)]))
    return list(model.objects.filter(case=case))
