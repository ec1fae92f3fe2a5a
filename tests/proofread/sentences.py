"""What people say to somebody who was hurt: sentences that press, and sentences that don't."""

from tests.proofread.plain_sentences import PLAIN
from tests.proofread.pressing_sentences import PRESSING


def lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


PRESSED = [(kind, sentence) for kind, text in PRESSING.items() for sentence in lines(text)]
LEFT_ALONE = lines(PLAIN)
