"""What is sealed opens with its own key in its own place, unchanged, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivet.vault import Tampered
from trivet.vault.envelope import bind, seal, unseal

keys = st.binary(min_size=32, max_size=32)
payloads = st.binary(max_size=3000)
places = st.lists(st.text(max_size=40), max_size=6).map(tuple)


@given(keys, payloads, places)
def test_whoever_has_key_and_place_may_read_any_payload(key, payload, place):
    assert unseal(key, seal(key, payload, place=place), place=place) == payload


@given(keys, payloads, places, st.data())
def test_nobody_may_change_a_single_bit(key, payload, place, data):
    sealed = bytearray(seal(key, payload, place=place))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        unseal(key, bytes(sealed), place=place)


@given(keys, payloads, places, st.data())
def test_nobody_may_cut_or_lengthen_it(key, payload, place, data):
    sealed = seal(key, payload, place=place)
    cut = data.draw(st.integers(0, len(sealed) - 1))
    for changed in (sealed[:cut], sealed + bytes(cut + 1)):
        with pytest.raises(Tampered):
            unseal(key, changed, place=place)


@given(keys, payloads, places, places)
def test_nobody_may_move_it_to_another_place(key, payload, place, other):
    sealed = seal(key, payload, place=place)
    if other != place:
        with pytest.raises(Tampered):
            unseal(key, sealed, place=other)


@given(keys, keys, payloads, places)
def test_nobody_may_open_it_with_another_key(key, other, payload, place):
    sealed = seal(key, payload, place=place)
    if other != key:
        with pytest.raises(Tampered):
            unseal(other, sealed, place=place)


@given(places, places)
def test_no_two_places_read_alike(one, other):
    assert (bind(*one) == bind(*other)) == (one == other)


@given(keys, payloads)
def test_the_length_tells_a_power_of_two_and_nothing_more(key, payload):
    envelope = 1 + 12 + 16  # version, random bytes, tag
    size = len(seal(key, payload, place=())) - envelope
    assert size >= 256
    assert size & (size - 1) == 0
    assert size // 2 < max(len(payload) + 4, 256)


@given(payloads)
def test_sealing_twice_shows_nothing_alike(payload):
    assert seal(bytes(32), payload, place=()) != seal(bytes(32), payload, place=())


@pytest.mark.parametrize("value", [b"", b"\x01", b"\x02" + bytes(300), b"not sealed at all"])
def test_what_was_never_sealed_does_not_open(value):
    with pytest.raises(Tampered):
        unseal(bytes(32), value, place=())
