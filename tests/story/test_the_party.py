"""The party, as the process document tells it: somebody overhears, asks, is told off, and writes.

Told by everybody in it: the reporter (without JavaScript), two of the team, the chair.
"""

from people import in_hours, press

OVERHEARD = "At the bar he said that women only get talks for their looks, and got loud when I asked him to stop."


def test_the_party(story, server):
    reporter = story.reporter()
    reporter.reports(
        what_happened=OVERHEARD, in_danger="no", who="tall, grey hood", where="the conference party", relation="saw"
    )
    reporter.comes_back()
    reporter.reads("Nobody has opened it yet")

    first, second, chair = story.member("team"), story.member("team-2"), story.member("chair")
    first.sees_cases(2)  # this one, and the one that waits in every practice event
    first.picks(1)
    assert "said that women" not in first.page.content()  # danger and names come before the account
    first.opens()
    first.reads("got loud when I asked him to stop")
    first.next_is("Say “I have it”")
    first.does("claim")
    reporter.comes_back()
    reporter.reads("Opened")

    first.does("message", text="Thank you for telling us. We take care of it and write again tomorrow.")
    reporter.comes_back()
    reporter.reads("Thank you for telling us")
    reporter.writes("Two people stood with us.")
    first.reads("Two people stood with us.")
    first.does("message", text="Thank you, that helps.")
    first.does("safety-plan", answer="agreed", steps="They sit with friends; the team stands by the bar.")

    second.picks(1)
    second.case = first.case
    second.opens()
    second.is_refused("claim", "has it already")
    second.does("names", names="The tall person with the grey hood", role="reported")
    first.visits()
    assert first.page.url.endswith("/opening/")  # a name was added: everybody is asked again
    press(first.page.locator("main form:has([value=names]) button"))

    second.is_refused(
        "hearing", "Two of you have not settled", way="heard", safe_to_tell=True, statement="He is sorry."
    )
    for holder in (first, second):
        holder.does("approach", whether="yes", how="She knows; one of us asks how she is.")
    second.does("hearing", way="heard", safe_to_tell=True, statement="He apologised unprompted and said he understood.")
    first.is_refused("decision", "follows the meeting", outcome="no-action", safety="x", reasons="y")
    chair.case = first.case
    chair.opens()
    chair.does(
        "meeting", present="all",
        held_at=in_hours(-0.2), what_happened="A sexist remark at the party.", doing="We talked to him.",
        who_does="Two of us", decide_by=in_hours(2), carries_side="one of us",
    )  # fmt: skip
    first.does(
        "decision", outcome="no-action", safety="Nothing more: he understood.", reasons="Calm talk of ten minutes."
    )
    first.is_refused("agreement", "You proposed this decision", agrees="yes")
    chair.does("agreement", agrees="yes")

    second.does("told/reported", way="words", text="We consider it closed; it must not happen again.")
    first.does("told/affected", way="not", because="She does not know of the report, and nobody may bring it to her.")
    first.is_refused("closing", "still owed", when_and_where="The party", what_happened="A remark", action="A talk")
    first.does("told/reporter", way="message", text="We talked to him. Thank you for stepping in.")
    reporter.comes_back()
    reporter.reads("Thank you for stepping in")
    reporter.does_not_read("He apologised")

    for look in ("telling", "outcome", "morning", "weeks"):
        first.does("safety-plan", answer="declined", look=look)
    first.next_is("Close the case")
    first.does(
        "closing", when_and_where="Evening, the conference party", what_happened="A sexist remark, a loud reaction.",
        action="Two of us talked to the person.", who_knows="Nobody else.",
    )  # fmt: skip
    first.next_is("Report to the committee")
    first.does("committee")
    first.visits()
    second.does("second-reading", clears="yes")
    first.does("sending")
    letters = [mail.read_text() for mail in (server.data / "outbox").iterdir()]
    [letter] = [text for text in letters if "committee@practice.example" in text]
    assert "conference party" in letter
    assert OVERHEARD[:40] not in letter
    first.does("acknowledgement")
    first.reads("The committee has it")
    chair.reads("kept for good")
