"""What people say to somebody who was hurt: sentences that press, by kind, and ``plain`` ones that don't."""

from pathlib import Path

_SAID = {
    file.stem: [line for line in file.read_text().splitlines() if line] for file in Path(__file__).parent.glob("said/*")
}
LEFT_ALONE = _SAID.pop("plain")
PRESSED = [(kind, sentence) for kind, sentences in sorted(_SAID.items()) for sentence in sentences]
