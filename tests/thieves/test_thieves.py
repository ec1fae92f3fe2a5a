"""For every subset of what can be stolen: what opens is what docs/thieves.md says, and nothing else."""

from pathlib import Path

import make_thieves
from make_thieves import COPIES, KEYS, MAIN, OLD_MAIN, PASSWORDS, RING, TURNED
from tests.thieves.scene import SAID, holds
from tests.thieves.thief import Thief

ALL = make_thieves.subsets((*COPIES, *PASSWORDS))


def differing(scene, expected):
    """The subsets of the loot by which something else opens than expected."""
    copies = scene.copies()
    found = {loot: scene.read_by(loot, copies) for loot in ALL}
    return {loot: read for loot, read in found.items() if read != expected(loot)}


def test_a_thief_may_read_what_the_table_says_and_nothing_else(scene):
    scene.begin()
    scene.turn()
    assert len(ALL) == 128
    assert differing(scene, make_thieves.opens) == {}
    scene.pass_the_ring()
    assert differing(scene, lambda loot: make_thieves.opens(make_thieves.left(loot))) == {}


def test_a_thief_with_a_return_code_may_read_that_conversation_alone(scene):
    scene.begin()
    scene.turn()
    copies, code = scene.copies(), scene.cast.receipts[1].code
    for loot in ALL:
        if not loot & set(PASSWORDS):
            read = Thief([copies[thing] for thing in loot], [code]).reads()
            assert bool(read) == ({MAIN, KEYS} <= loot or {OLD_MAIN, RING} <= loot)
            assert not holds(read, SAID[TURNED][0])
            assert not read or holds(read, SAID[TURNED][1])


def test_the_page_says_what_the_rule_says():
    page = Path(make_thieves.__file__).with_name("thieves.md")
    assert page.read_text() == make_thieves.text(), "docs/thieves.md has drifted: run `make map`"
