"""Any name in any spelling is found; texts without it are left alone. Nobody here exists."""

import unicodedata

import hypothesis.strategies as st
from hypothesis import given

from trivet.matching import Person, mentions

GIVEN = [
    "Zdeňka",
    "Tomás",
    "Ingrid",
    "Kwame",
    "Łucja",
    "Søren",
    "Anne-Marie",
    "Ngọc",
    "Çağla",
    "Mëtja",
    "Noor",
    "Žofie",
]
FAMILY = ["Pokorná", "Rivera", "Solberg", "Mensah", "Wójcik", "Ødegård", "O’Brien", "Trần", "Yıldız", "Haddad", "Weiß"]
PLAIN = (
    "somebody shouted at me while we stood near a table with cups and it felt bad so we left early then came back "
    "later because our talk began soon after lunch which they know"
).split()

names = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
plain = st.lists(st.sampled_from(PLAIN), max_size=12).map(" ".join)


def _bare(text: str) -> str:
    """Without accents, as somebody types who lacks the keys."""
    letters = text.replace("ß", "ss").translate(str.maketrans("łøŁØı", "loLOi"))
    return "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))


SPELLINGS = st.sampled_from([
    str, str.upper, str.lower, str.title, lambda text: unicodedata.normalize("NFD", text),
    _bare,
])  # fmt: skip
ORDERS = st.sampled_from(
    ["{0} {1}", "{1}, {0}", "{0}", "{1}", "{1}/{0}", "({0})", "“{1}”", "{0}…{1}", "{0}’s", "{0}\n{1}"]
)


@given(name=names, order=ORDERS, spelling=SPELLINGS, before=plain, after=plain)
def test_a_name_is_always_found(name, order, spelling, before, after):
    text = f"{before} {spelling(order.format(*name))} {after}"
    assert mentions(text, Person(" ".join(name)))


@given(name=names, wrong=st.data(), before=plain)
def test_a_long_name_with_one_wrong_letter_is_found(name, wrong, before):
    part = _bare(max(name, key=len)).replace("’", "").replace("-", "")
    if len(part) < 5:
        return
    place = wrong.draw(st.integers(0, len(part) - 1))
    letter = wrong.draw(st.sampled_from(["", "x", part[place] * 2]))
    assert mentions(f"{before} {part[:place]}{letter}{part[place + 1 :]}", Person(" ".join(name)))


@given(name=names, text=plain)
def test_a_text_without_the_name_is_left_alone(name, text):
    assert not mentions(text, Person(" ".join(name), ["Zed"], ["@someone_else"]))


@given(text=st.text(), name=st.text(max_size=30), handle=st.text(max_size=10))
def test_no_text_and_no_name_is_too_much(text, name, handle):
    assert mentions(text, Person(name, [name], [handle])) in (True, False)
