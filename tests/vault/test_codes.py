"""The return code: the same form has the same code, and a code leads to one box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trivet.vault import codes, words
from trivet.vault.installation import keep

form_secrets = st.binary(min_size=16, max_size=16).map(bytes.hex)


@given(form_secrets)
def test_the_same_form_has_the_same_code(form_secret):
    code = codes.code_from(form_secret)
    assert code == codes.code_from(form_secret)
    assert len(code.split(" ")) == words.RETURN_CODE


@given(form_secrets, form_secrets)
def test_another_form_has_another_code(one, other):
    assert (codes.code_from(one) == codes.code_from(other)) == (one == other)


def test_every_form_has_a_secret_of_its_own():
    made = {codes.new_form_secret() for _ in range(100)}
    assert len(made) == 100
    assert all(codes.FORM_SECRET.fullmatch(form_secret) for form_secret in made)


@pytest.mark.usefixtures("db")
def test_somebody_may_come_back_with_capitals_and_hyphens():
    code = codes.code_from(codes.new_form_secret())
    assert codes.return_key(code) == codes.return_key(f"\n{code.replace(' ', '-').upper()}. ")


@pytest.mark.usefixtures("db")
def test_a_code_opens_nothing_at_another_installation():
    code = codes.code_from(codes.new_form_secret())
    here = codes.return_key(code)
    keep("return-code salt", bytes(32))
    there = codes.return_key(code)
    assert here.tag != there.tag
    assert here.key != there.key


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("typed", ["", " ", "one two", "🙂", "\x00", "مرحبا", "x" * 100_000])
def test_anything_typed_derives_a_key_that_opens_nothing_known(typed):
    key = codes.return_key(typed)
    assert len(key.tag) == len(key.key) == 32
    assert key.tag != key.key


def test_neither_key_shows_itself():
    assert "tag" not in repr(codes.ReturnKey(b"tag", b"key"))
