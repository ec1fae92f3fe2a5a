"""After keys were turned, what opened the case before is in no byte of the stores' files."""

from pathlib import Path

import pytest

import stores
from cast import Cast
from trivet.models import Grant, Part, Record
from trivet.process import respond
from trivet.remake import TEXT, Remade
from trivet.vault.models import Share


def in_files(folder: Path, values: set[bytes]) -> set[bytes]:
    """Which of these are somewhere below a folder, a journal of a store included."""
    everything = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return {value for value in values if any(value in content for content in everything)}


@stores.only_sqlite("PostgreSQL keeps it until the next vacuum; test_vacuum looks for it")
@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("way", ["stepped back", "excluded"])
def test_the_old_shares_and_what_they_opened_are_in_no_file(cast: Cast, data_folder: Path, way: str) -> None:
    case = cast.report(what_happened="the account", files=[Remade(TEXT, b"they wrote" * 100)])
    cast.open(case, "noor", "tomas")
    shares = {bytes(share.value) for share in Share.objects.all()}
    sealed = {bytes(row.sealed) for model in (Grant, Record, Part) for row in model.objects.filter(case=case)}
    samples = {value[at : at + 64] for value in sealed for at in range(0, len(value) - 64, 512)}
    there = in_files(data_folder, shares | samples)
    assert there >= shares  # the control: they are found
    assert there & samples
    if way == "stepped back":
        respond.step_back(cast.read(case, "tomas"), stand_in=cast.kwame.member, at=cast.later(seconds=1))
    else:
        cast.do(respond.exclude, case, "noor", member=cast.tomas.member, stand_in=cast.kwame.member)
    assert in_files(data_folder, there) == set()
    assert cast.read(case, "kwame").file.report.what_happened == "the account"
