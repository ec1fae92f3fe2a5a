"""Pressing words are marked while somebody writes, by the same patterns as on the server."""

from playwright.sync_api import expect
from tests.proofread.sentences import LEFT_ALONE, PRESSED

from trivet.proofread.wording import pressing


def test_a_browser_marks_what_the_server_marks(story):
    holder = story.member("team")
    holder.picks(0)
    holder.opens()
    holder.visits("message/")
    box, marks = holder.page.locator("[name=text]"), holder.page.locator(".marks li")
    expect(marks).to_have_count(0)
    holder.page.clock.install()
    for sentences in ([sentence for _, sentence in PRESSED], LEFT_ALONE):
        text = "\n".join(sentences)
        box.fill(text)
        holder.page.clock.run_for(1_000)
        found = pressing(text)
        expect(marks).to_have_count(len(found))
        assert marks.all_inner_texts() == [f"“{' '.join(one.excerpt.split())}” {one.why}" for one in found]
