"""Words that harm, even when kindly meant. A page may name them only as what not to say."""

import re

import pytest
from tests.handbook.reading import PAGES, name_of, text_of

HARMFUL = {
    "invites withdrawal": [
        r"\bwithdraw(al|n|ing)?\b",
        r"\btake (it|that|your report|the report) back\b",
        r"\bdrop (it|this|the (case|complaint|report|matter))\b",
        r"\bchange (your|their) mind\b",
        r"\bare you sure\b",
        r"\bwould you (rather|like us to|want us to) (not|stop)\b",
    ],
    "asks for advice": [
        r"\bwhat (do you think|would you have|should) (us|we)\b",
        r"\bwhat do you think (we|they|should)\b",
        r"\bwhat would you do\b",
        r"\bhow (should|would you) (we |like us to )?(deal|handle|respond|act)\b",
    ],
    "asks for the penalty": [
        r"\bwhat (punishment|penalty|sanction|consequence)s?\b",
        r"\bwhat would you like to happen to\b",
        r"\bsay in the (penalty|punishment|sanction)\b",
        r"\bdo you want (them|him|her) (banned|removed|thrown out|gone)\b",
    ],
    "asks for reconciliation": [
        r"\bforgiv\w*\b",
        r"\bwould you (accept|like|want) an apology\b",
        r"\bshake hands\b",
        r"\btalk it (out|over) with (them|him|her)\b",
    ],
    "doubts or blames": [
        r"\bwhy (did|didn't|were|weren't) you\b",
        r"\bcalm down\b",
        r"\bmisunderst\w+\b",
        r"\b(didn't|did not|don't) mean (it|any harm)\b",
        r"\bwe (don't )?believe you\b",
    ],
    "judges before a decision": [
        r"\b(harasser|perpetrator|offender|culprit|abuser|accused|accuser)s?\b",
        r"\b(victim|complainant|alleged)s?\b",
    ],
}

# Where a page warns against the words; each must really hold them, so that none is left over.
NAMED_AS_WRONG = {
    "respond/never": {"invites withdrawal", "asks for advice", "asks for the penalty"},
    "respond/messages": {"doubts or blames"},
    "decide/no-action": {"doubts or blames"},
}


def harm_in(text: str) -> set[str]:
    return {
        harm for harm, phrases in HARMFUL.items() if any(re.search(phrase, text, re.IGNORECASE) for phrase in phrases)
    }


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_says_nothing_that_harms(page):
    assert harm_in(text_of(page)) == NAMED_AS_WRONG.get(name_of(page), set())


@pytest.mark.parametrize(
    ("words", "harm"),
    [
        ("You can withdraw your report at any time.", "invites withdrawal"),
        ("Are you sure you want to go on?", "invites withdrawal"),
        ("What do you think we should do?", "asks for advice"),
        ("What punishment would be fair?", "asks for the penalty"),
        ("Would you accept an apology?", "asks for reconciliation"),
        ("Perhaps they didn't mean it.", "doubts or blames"),
        ("We have spoken with your harasser.", "judges before a decision"),
    ],
)
def test_harm_is_recognised(words, harm):
    assert harm_in(words) == {harm}


@pytest.mark.parametrize(
    "words", ["How can I help?", "What would help you feel safe here?", "Thank you for telling me."]
)
def test_good_questions_are_left_alone(words):
    assert harm_in(words) == set()
