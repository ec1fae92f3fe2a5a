"""Ways to change a journal, each of which has to be noticed."""

import uuid
from dataclasses import dataclass, field

from cast import Cast
from trivet.access import journal, sign_in
from trivet.models import Case, HeadSignature, JournalEntry, JournalHead
from trivet.process import respond
from trivet.vault import chain


@dataclass
class Written:
    """A case, and every head that its journal had."""

    cast: Cast
    case: Case
    heads: list[dict] = field(default_factory=list)

    def keep_head(self) -> None:
        head = JournalHead.objects.get()
        self.heads.append({"last": bytes(head.last), "stamp": bytes(head.stamp)})

    def cut_back_to(self, head: dict) -> None:
        """Restore the main store to an earlier moment; the other store is out of reach."""
        entries = chain_of()
        end = next(i for i, entry in enumerate(entries) if bytes(entry.mac) == head["last"])
        gone = entries[end + 1 :]
        JournalEntry.objects.filter(id__in=[entry.id for entry in gone]).delete()
        HeadSignature.objects.filter(head__in=[bytes(entry.mac) for entry in gone]).delete()
        JournalHead.objects.update(**head)


def journal_of(cast: Cast) -> Written:
    """A journal with sealed and open lines, and a signed head in its middle."""
    written = Written(cast, cast.report())
    written.keep_head()
    for who in ("noor", "tomas"):
        cast.open(written.case, who)
        written.keep_head()
        sign_in.sign_in(email=f"{who}@conf.example", password=cast.password(who), at=cast.now)
        written.keep_head()
    cast.do(respond.add_note, written.case, "noor", text="A note.")
    written.keep_head()
    return written


def chain_of() -> list[JournalEntry]:
    """All entries in the order in which they follow each other."""
    following = {bytes(entry.previous): entry for entry in JournalEntry.objects.all()}
    ordered, last = [], chain.START
    while last in following:
        ordered.append(following[last])
        last = bytes(ordered[-1].mac)
    return ordered


def somebody_else_opened_it(written: Written) -> None:
    clear = JournalEntry.objects.filter(case=None)[0]
    JournalEntry.objects.filter(id=clear.id).update(body=bytes(clear.body).replace(b"signed", b"phoned"))


def a_line_moves_to_another_case(written: Written) -> None:
    other = written.cast.report()
    JournalEntry.objects.filter(id=chain_of()[0].id).update(case=other.id)


def a_line_in_the_middle_goes(written: Written) -> None:
    chain_of()[4].delete()


def a_line_in_the_middle_goes_and_the_chain_is_closed(written: Written) -> None:
    _, gone, following, *_ = chain_of()[3:]
    gone.delete()
    JournalEntry.objects.filter(id=following.id).update(previous=gone.previous)


def two_lines_change_places(written: Written) -> None:
    one, other = chain_of()[3:5]
    JournalEntry.objects.filter(id=one.id).update(previous=other.mac)
    JournalEntry.objects.filter(id=other.id).update(previous=one.previous)


def two_bodies_change_places(written: Written) -> None:
    one, other = JournalEntry.objects.filter(case=written.case.id)[:2]
    for entry, source in ((one, other), (other, one)):
        JournalEntry.objects.filter(id=entry.id).update(
            body=source.body, salt=source.salt, body_mac=source.body_mac, commitment=source.commitment
        )


def a_line_is_invented(written: Written) -> None:
    """With everything right but the key."""
    last, forged = chain_of()[-1], chain.Chain(bytes(32))
    entry = JournalEntry(previous=last.mac, case=last.case, commitment=bytes(32), salt=bytes(16), body=b"{}")
    journal._stamp(forged, entry)
    entry.mac = journal._link(forged, bytes(last.mac), entry)
    entry.save(force_insert=True)
    JournalHead.objects.update(last=entry.mac, stamp=forged.stamp(b"head", entry.mac))


def a_line_is_copied(written: Written) -> None:
    copy = chain_of()[-2]
    copy.id = uuid.uuid4()
    copy.save(force_insert=True)


def a_line_lies_beside_the_chain(written: Written) -> None:
    copy = chain_of()[-2]
    copy.id, copy.previous = uuid.uuid4(), bytes(31) + b"x"
    copy.save(force_insert=True)


def the_last_line_goes(written: Written) -> None:
    chain_of()[-1].delete()


def the_end_goes_and_an_old_head_comes_back(written: Written) -> None:
    written.cut_back_to(written.heads[0])


def everything_goes(written: Written) -> None:
    for model in (JournalEntry, JournalHead, HeadSignature):
        model.objects.all().delete()


def the_head_is_turned_back(written: Written) -> None:
    JournalHead.objects.update(**written.heads[1])


def the_head_has_no_stamp(written: Written) -> None:
    JournalHead.objects.update(stamp=bytes(32))


def the_end_goes_in_both_stores_but_somebody_signed_it(written: Written) -> None:
    kept = list(HeadSignature.objects.all())
    written.cut_back_to(written.heads[0])
    chain.anchor(written.heads[0]["last"])
    HeadSignature.objects.bulk_create(kept, ignore_conflicts=True)


def a_signature_is_somebody_elses(written: Written) -> None:
    HeadSignature.objects.filter(identity__member=written.cast.noor.member).update(
        identity=written.cast.kwame.member.identity
    )


TAMPERINGS = [
    somebody_else_opened_it,
    a_line_moves_to_another_case,
    a_line_in_the_middle_goes,
    a_line_in_the_middle_goes_and_the_chain_is_closed,
    two_lines_change_places,
    two_bodies_change_places,
    a_line_is_invented,
    a_line_is_copied,
    a_line_lies_beside_the_chain,
    the_last_line_goes,
    the_end_goes_and_an_old_head_comes_back,
    everything_goes,
    the_head_is_turned_back,
    the_head_has_no_stamp,
    the_end_goes_in_both_stores_but_somebody_signed_it,
    a_signature_is_somebody_elses,
]
