"""A team changes: somebody new names their conflicts, a chair hands over, somebody is removed.

Told by the chair (with script, and once without), by who takes over, by who stays and by who is gone.
"""

import re

from playwright.sync_api import expect
from tests.story.test_everybody_can_use_it import check

from people import Holder, press

NAMED = "It was Rowan Vale, at the desk."


def people_page(holder: Holder, name: str, what: str) -> None:
    """One of the links that stand beside somebody."""
    holder.page.goto(f"{holder.root}/events/practice/people/")
    press(holder.page.locator("li.panel", has_text=name).get_by_role("link", name=what))


def button(holder: Holder, name: str) -> None:
    press(holder.page.get_by_role("button", name=name))


def test_a_new_person_takes_cases_over_but_not_the_one_that_names_their_friend(story):
    story.reporter().reports(what_happened=NAMED)
    stand_in, chair = story.member("stand-in"), story.member("chair")
    stand_in.page.goto(f"{stand_in.root}/events/practice/handover/conflicts/")
    check(stand_in.page)
    stand_in.page.locator("[name=names]").fill("Rowan Vale")
    button(stand_in, "Say this")
    expect(stand_in.page.locator(".good")).to_contain_text("You said it on")
    chair.page.goto(f"{chair.root}/events/practice/handover/")
    check(chair.page)
    kept = chair.page.locator("section.panel", has_text="may be in this case")
    expect(kept).to_have_count(1)
    expect(kept.get_by_label("Kwame Mensah")).not_to_be_checked()
    button(chair, "Hand 2 cases over")
    expect(chair.page.locator(".good")).to_contain_text("You have been through every case")
    stand_in.sees_cases(1)
    stand_in.picks(0)
    stand_in.opens()
    assert "Rowan Vale" not in stand_in.page.content()


def test_a_member_is_removed_and_the_keys_are_turned_while_the_chair_looks(story):
    for number in range(3):
        story.reporter().reports(what_happened=f"Again, {number}.")
    leaving, chair, other = story.member("team-2"), story.member("chair"), story.member("team")
    leaving.sees_cases(4)
    people_page(chair, "Tomás Rivera", "Remove")
    check(chair.page)
    chair.page.get_by_role("button", name="Remove them now").click()
    expect(chair.page.locator(".good")).to_contain_text("Every case in your hands has new keys", timeout=60_000)
    expect(chair.page.locator(".progress")).to_have_text(re.compile(r"4 of 4 cases"))
    check(chair.page)
    leaving.page.goto(f"{leaving.root}/cases/")
    expect(leaving.page).to_have_url(re.compile("/sign-in/"))
    other.sees_cases(4)
    expect(other.page.get_by_role("button", name="Turn the keys")).to_have_count(0)
