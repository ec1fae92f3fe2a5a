"""The joke at the dinner: one of the team steps back, another is excluded, a warning is given.

Told by everybody in it: the affected person (without JavaScript), the member with a conflict, the
other one of the pair, the chair; and one of the team who shares a flat with the reported person.
"""

from people import fill, in_hours, press

JOKE = "At the dinner that was arranged in the conference chat he made a sexual joke about me, loudly."


def test_the_dinner(story):
    friend, first, chair = story.member("team"), story.member("team-2"), story.member("chair")
    flatmate, outside = story.member("stand-in"), story.member("outside")
    before = [somebody.sees_everywhere() for somebody in (friend, flatmate, outside)]
    affected = story.reporter()
    affected.reports(
        what_happened=JOKE, who="Rhys, sat opposite", others="Two people heard it.", relation="me",
        contact="me@dinner.example", circumstances="I do not know whether a private dinner counts.",
    )  # fmt: skip

    for member in (friend, first, chair):
        member.picks(1)
    assert friend.case == first.case == chair.case

    friend.asks_about_danger("no")
    press(friend.page.locator("main a[href*=step-back]"))  # the names are enough: chess, every week
    assert JOKE not in friend.page.content()
    fill(friend.page, {"stand_in": ""})  # the chair holds it, too
    press(friend.page.locator("main form button").last)
    friend.page.wait_for_url("**/cases/")
    friend.sees_cases(1)
    for page in ("", "opening/", "journal/", "note/", "closing/"):
        friend.finds_nothing_at(page)

    first.opens()
    first.does("claim")
    first.reads("stepped back")
    first.visits("bring-in/")
    known = first.page.locator("[name=member]").first.get_attribute("value")
    first.does("exclude", member=known)
    first.reads("Kwame Mensah was excluded")
    first.visits("bring-in/")
    assert known not in first.page.content()
    first.does("message", text="Thank you for writing. Yes, it counts: it was arranged in our chat. I am with you.")
    first.does("note", text="In scope: arranged in the conference’s own space.")
    first.does("safety-plan", answer="agreed", steps="He will not sit at your table.")
    affected.comes_back()
    affected.reads("Yes, it counts")

    chair.opens()
    chair.does("hearing", way="heard", safe_to_tell=True, statement="It was a joke. I am sorry.")
    first.is_refused("warning", "No warning has been decided", givers="One\nTwo", said="x", private_place=True)
    first.is_refused(
        "meeting", "are not at the meeting", present="all", held_at=in_hours(-0.1), what_happened="A joke", doing="Yes",
        who_does="Two of us", decide_by=in_hours(1), sides=True,
    )  # fmt: skip
    first.does(
        "meeting", present="all", held_at=in_hours(-0.1), what_happened="A sexual joke about somebody at the table.",
        doing="A warning.", who_does="Two of us", decide_by=in_hours(1), carries_side="the chair",
    )  # fmt: skip
    first.does(
        "decision", outcome="warning", safety="He keeps away from her.", reasons="Others heard it.",
        expected="No such jokes, no contact with her.", warn_by=in_hours(3),
    )  # fmt: skip
    chair.does("agreement", agrees="yes")
    first.is_refused("told/affected", "after action was taken", way="message", text="We warned him.")
    first.is_refused("warning", "given by two people", givers="One", said="Stop it.", private_place=True)
    first.does(
        "warning", given_at=in_hours(-0.05), givers="One of the pair\nThe chair", said="It must not happen again.",
        private_place=True, reaction="He understood.",
    )  # fmt: skip
    first.is_refused("told/reported", "where to appeal", way="words", text="A warning.", appeal="")
    chair.does("told/reported", way="words", text="A warning; no contact.")
    first.does("told/affected", way="message", text="He was warned. He says that he is sorry. Nothing for you to do.")
    affected.comes_back()
    affected.reads("He was warned.")
    affected.does_not_read("The chair")

    first.does(
        "closing", when_and_where="Evening, a dinner", what_happened="A sexual joke about an attendee.",
        action="A warning.", who_knows="Nobody else.",
    )  # fmt: skip
    chair.reads("closed")
    assert [somebody.sees_everywhere() for somebody in (friend, flatmate, outside)] == before
    first.does("reopening", because="She wrote that it goes on.")
    first.does("safety-plan", answer="declined", look="morning")
    first.next_is("Decide")
