"""The case key in its wrappings: grants for members, a box for the reporter."""

from uuid import uuid4

import pytest

from trivet.vault import Tampered, case_keys
from trivet.vault.case_keys import Box
from trivet.vault.members import MemberKeys
from trivet.vault.shares import Scope

KEY, TAG, HALF = b"k" * 32, b"t" * 32, b"h" * 32


def grant_for(keys, **other):
    return case_keys.grant(KEY, keys.public.seal_to, **({"case": "case", "member": "member", "version": 1} | other))


def test_a_holder_may_open_their_grant():
    keys = MemberKeys.new()
    assert case_keys.open_grant(keys, grant_for(keys), case="case", member="member", version=1) == KEY


@pytest.mark.parametrize("other", [{"case": "other"}, {"member": "other"}, {"version": 2}])
def test_a_holder_may_not_open_a_grant_of_another_case_member_or_version(other):
    keys = MemberKeys.new()
    with pytest.raises(Tampered):
        case_keys.open_grant(keys, grant_for(keys, **other), case="case", member="member", version=1)


def box_and_scope():
    box = case_keys.new_box(KEY, TAG)
    return box, Scope("thread", box.id, 1)


def test_a_reporter_may_open_their_half_with_their_key():
    box, scope = box_and_scope()
    sealed = case_keys.seal_half(HALF, box, scope)
    assert case_keys.open_half(KEY, TAG, box.wrapped_seed, sealed, scope) == HALF


def test_a_reporter_may_not_open_another_ones_half():
    (box, scope), (other, elsewhere) = box_and_scope(), box_and_scope()
    sealed = case_keys.seal_half(HALF, box, scope)
    for key, tag, seed, place in [
        (bytes(32), TAG, box.wrapped_seed, scope),
        (KEY, bytes(32), box.wrapped_seed, scope),
        (KEY, TAG, other.wrapped_seed, scope),
        (KEY, TAG, box.wrapped_seed, elsewhere),
        (KEY, TAG, box.wrapped_seed, Scope("thread", box.id, 2)),
    ]:
        with pytest.raises(Tampered):
            case_keys.open_half(key, tag, seed, sealed, place)


def test_nobody_may_put_their_own_key_into_a_box():
    box, scope = box_and_scope()
    theirs = Box(MemberKeys.new().public.seal_to, box.wrapped_seed)
    with pytest.raises(Tampered):
        case_keys.seal_half(HALF, theirs, scope)
    with pytest.raises(Tampered):
        case_keys.seal_half(HALF, box, Scope("thread", uuid4(), 1))


def test_every_case_key_is_new():
    assert len({case_keys.new_case_key() for _ in range(100)}) == 100
