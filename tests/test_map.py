"""docs/MAP.md says what is there: run ``make map`` when it does not."""

import sys
from pathlib import Path

from trivet.handbook import pages

DOCS = Path(__file__).parent.parent / "docs"
sys.path.insert(0, str(DOCS))

import make_map


def test_the_map_is_as_the_tree_is():
    assert (DOCS / "MAP.md").read_text() == make_map.text(), "docs/MAP.md has drifted: run `make map`"


def test_every_address_that_a_text_names_exists():
    known = set(make_map.surface())
    assert {address for page in pages() for address in page.show} <= known


def test_every_path_on_the_map_exists():
    source = DOCS.parent / "src" / "trivet"
    assert all((source / module).exists() for module in make_map.surface().values())
