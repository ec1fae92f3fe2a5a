"""Every address, asked for by everybody in every way: who may, who may not, and what the denied learn."""

import pytest
from tests.web.knocking import differences, surface
from tests.web.matrix import ROWS
from tests.web.states import STATES, in_state

from cast import Cast


def test_the_table_knows_every_address_and_no_other() -> None:
    assert surface() == set(ROWS)


@pytest.mark.parametrize("state", STATES)
def test_everybody_may_what_the_table_says_and_the_denied_learn_nothing(cast: Cast, state: str) -> None:
    found = differences(in_state(cast, state), state)
    assert not found, "\n".join(found)
