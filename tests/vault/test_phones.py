"""What a telephone seals opens with the X25519 part of a member's keys, and with nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trivet.vault import Tampered
from trivet.vault.members import MemberKeys, seal_to
from trivet.vault.phones import open_sealed, public_part, seal_as_a_phone

seeds = st.binary(min_size=32, max_size=32)
PLACE = {"event": "conf", "member": "m"}


def sealed_to(keys: MemberKeys, text: bytes) -> bytes:
    return seal_as_a_phone(public_part(keys.public.seal_to), text, **PLACE)


@settings(max_examples=30)
@given(seeds, st.binary(max_size=2_000))
def test_a_member_may_open_what_a_phone_sealed_to_them(seed, text):
    assert open_sealed(MemberKeys(seed), sealed_to(MemberKeys(seed), text), **PLACE) == text


@settings(max_examples=30)
@given(seeds, seeds)
def test_another_member_may_not_open_it(seed, other):
    if seed != other:
        with pytest.raises(Tampered):
            open_sealed(MemberKeys(other), sealed_to(MemberKeys(seed), b"told"), **PLACE)


@settings(max_examples=30)
@given(st.data())
def test_nobody_may_change_a_single_bit_of_it(data):
    keys = MemberKeys.new()
    sealed = bytearray(sealed_to(keys, b"told"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        open_sealed(keys, bytes(sealed), **PLACE)


@pytest.mark.parametrize("broken", [b"", b"x", bytes(31), bytes(32), bytes(48), bytes(200)])
def test_what_is_no_envelope_does_not_open(broken):
    with pytest.raises(Tampered):
        open_sealed(MemberKeys.new(), broken, **PLACE)


@pytest.mark.parametrize("elsewhere", [{"event": "other"}, {"member": "n"}, {"event": "con", "member": "fm"}])
def test_it_opens_for_its_event_and_member_alone(elsewhere):
    keys = MemberKeys.new()
    with pytest.raises(Tampered):
        open_sealed(keys, sealed_to(keys, b"told"), **{**PLACE, **elsewhere})


def test_a_grant_is_no_envelope_and_an_envelope_no_grant():
    keys = MemberKeys.new()
    place = ("sealed on a phone", "conf", "m")
    with pytest.raises(Tampered):
        open_sealed(keys, seal_to(keys.public.seal_to, b"told", place=place), **PLACE)
    with pytest.raises(Tampered):
        keys.open(sealed_to(keys, b"told"), place=place)
