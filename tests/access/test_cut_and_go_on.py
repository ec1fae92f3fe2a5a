"""A journal that was cut stays broken, whatever is written after it."""

from trivet.access import journal
from trivet.models import HeadSignature, JournalEntry, JournalHead
from trivet.process import respond


def test_a_cut_is_not_forgotten_after_one_more_line(cast):
    case = cast.report()
    for number in range(5):
        cast.do(respond.add_note, case, "noor", text=f"Note {number}.")
    assert journal.is_whole()
    chain, last = {bytes(entry.previous): entry for entry in JournalEntry.objects.all()}, bytes(32)
    for _ in range(3):
        last = bytes(chain.pop(last).mac)
    JournalEntry.objects.filter(id__in=[entry.id for entry in chain.values()]).delete()
    HeadSignature.objects.all().delete()
    JournalHead.objects.update(last=last, stamp=b"junk")
    assert not journal.is_whole()
    cast.read(case, "noor")
    cast.read(case, "noor")
    assert not journal.is_whole()


def test_everything_wiped_is_not_forgotten_either(cast):
    case = cast.report()
    cast.read(case, "noor")
    for model in (JournalEntry, HeadSignature, JournalHead):
        model.objects.all().delete()
    cast.read(case, "noor")
    assert not journal.is_whole()
