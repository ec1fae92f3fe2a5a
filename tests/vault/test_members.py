"""A member's keys: one seed, and everything private follows from it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trivet.vault import Tampered
from trivet.vault.members import MemberKeys, seal_to, signed_by

seeds = st.binary(min_size=32, max_size=32)
secrets = st.binary(min_size=1, max_size=64)
PLACE = ("grant", "case", "member", "1")


@settings(max_examples=30)
@given(seeds, secrets)
def test_a_member_may_open_what_was_sealed_to_them(seed, secret):
    keys = MemberKeys(seed)
    assert keys.open(seal_to(keys.public.seal_to, secret, place=PLACE), place=PLACE) == secret


@settings(max_examples=30)
@given(seeds, seeds, secrets)
def test_another_member_may_not_open_it(seed, other, secret):
    if seed != other:
        with pytest.raises(Tampered):
            MemberKeys(other).open(seal_to(MemberKeys(seed).public.seal_to, secret, place=PLACE), place=PLACE)


@settings(max_examples=30)
@given(secrets, st.data())
def test_nobody_may_change_a_single_bit_of_a_grant(secret, data):
    keys = MemberKeys.new()
    sealed = bytearray(seal_to(keys.public.seal_to, secret, place=PLACE))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        keys.open(bytes(sealed), place=PLACE)


@pytest.mark.parametrize("place", [(), ("grant", "case", "member", "2"), ("grant", "case", "member1"), ("grant",)])
def test_a_member_may_not_open_it_in_another_place(place):
    keys = MemberKeys.new()
    with pytest.raises(Tampered):
        keys.open(seal_to(keys.public.seal_to, b"secret", place=PLACE), place=place)


@pytest.mark.parametrize("value", [b"", b"x", bytes(1168), bytes(5000)])
def test_what_was_never_sealed_does_not_open(value):
    with pytest.raises(Tampered):
        MemberKeys.new().open(value, place=PLACE)


def test_the_same_seed_has_the_same_keys():
    keys = MemberKeys.new()
    assert MemberKeys(keys.seed).public == keys.public
    assert len(keys.public.seal_to) == 1216
    assert len(keys.public.verify_with) == 32


@given(st.lists(st.binary(max_size=50), max_size=4))
def test_everybody_may_check_a_signature(statement):
    keys = MemberKeys(bytes(32))
    signature = keys.sign(*statement)
    assert signed_by(keys.public.verify_with, signature, *statement)
    assert not signed_by(keys.public.verify_with, signature, *statement, b"")
    assert not signed_by(MemberKeys(bytes(31) + b"\x01").public.verify_with, signature, *statement)


def test_parts_of_a_statement_cannot_run_into_each_other():
    keys = MemberKeys.new()
    assert not signed_by(keys.public.verify_with, keys.sign(b"ab", b"c"), b"a", b"bc")


@pytest.mark.parametrize("verify_with", [b"", b"short", bytes(33)])
def test_bytes_that_are_no_key_have_signed_nothing(verify_with):
    assert not signed_by(verify_with, bytes(64), b"head")


def test_keys_do_not_show_themselves():
    assert repr(MemberKeys(b"s" * 32)).find("sss") == -1
