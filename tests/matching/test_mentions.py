"""How people write of others, and whether it is seen. Nobody here exists."""

import pytest

from trivet.matching import Person, mentions

FOUND = [
    ("Zdeňka Pokorná", "zdenka was there"),
    ("Zdeňka Pokorná", "POKORNÁ, Zdeňka"),
    ("Zdeňka Pokorná", "somebody called Pokorna"),
    ("Zdeňka Pokorná", "Zdenkas friend"),
    ("Zdeňka Pokorná", "Pokrona"),  # two letters swapped
    ("Jörg Weiß", "Joerg Weiss"),
    ("Joerg Weiss", "der Jörg"),
    ("Łucja Wójcik", "lucja"),
    ("Søren Ødegård", "Oedegaard"),
    ("Anne-Marie O’Brien", "annemarie"),
    ("Anne-Marie O’Brien", "Marie said"),
    ("Anne-Marie O’Brien", "OBrien"),
    ("Annemarie Vos", "Anne-Marie"),
    ("Bo van der Vliet", "bo."),
    ("Bo van der Vliet", "(Vliet)"),
    ("Ada Quill", "ADA!"),
    ("Ada Quill", "ＡＤＡ"),
    ("王小雨", "昨天王小雨在酒吧"),
    ("山田 花子", "山田さんが"),
    ("박 준", "박준이가"),
    ("प्रिया", "मुझे प्रिया ने"),
    ("Ольга Зорина", "ольга"),
]
NOT_FOUND = [
    ("Ada Quill", "A day at the quay"),
    ("Bo van der Vliet", "the van stood there, der Bus"),
    ("Noor Haddad", "there was no or little light"),
    ("Noor Haddad", "the poor hat"),
    ("Kit Lund", "kid, kite, land"),  # short words are not guessed at
    ("박 준", "준비"),
    ("王小雨", "小王"),
    ("", "anything"),
]


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_a_name_is_found_however_it_is_written(name, text):
    assert mentions(text, Person(name))


@pytest.mark.parametrize(("name", "text"), NOT_FOUND)
def test_other_words_are_not_taken_for_a_name(name, text):
    assert not mentions(text, Person(name))


@pytest.mark.parametrize(
    "text",
    ["ask Tommo", "@ttr_codes", "ttr_codes.", "(https://code.example/ttr_codes)", "TTR_CODES", "ttr@mail.example."],
)
def test_an_alias_a_handle_and_an_address_are_found(text):
    person = Person("Tomás Rivera", ["Tommo"], ["@ttr_codes", "ttr@mail.example", ""])
    assert mentions(text, person)


@pytest.mark.parametrize("text", ["ttr_code", "ttr", "mail.example", "@", "."])
def test_half_a_handle_is_not(text):
    assert not mentions(text, Person("Tomás Rivera", [], ["@ttr_codes", "ttr@mail.example", "@", ""]))
