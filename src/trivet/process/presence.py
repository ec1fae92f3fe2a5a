"""Who meets: those who hold the case, neither side, nobody with a conflict; and somebody brings the other side in."""

from django.utils.translation import gettext as _

from trivet.access import holding
from trivet.access.cases import OpenCase
from trivet.matching import Person, mentions
from trivet.models.report import Names
from trivet.models.response import Hearing

from .facts import conflicted
from .gates import refuse_unless
from .naming import meant

SIDES = ("reporter", "affected", "reported")


def refuse_wrong_people(
    case: OpenCase, *, present: list[str], sides: list[str], widely_witnessed: bool, others: str, carries_side: str,
    against: str,
) -> None:  # fmt: skip
    """A plan with any of them is refused; what happened is recorded, with the reason."""
    refuse_unless(
        not (sides or _sides_in(case, others)) or widely_witnessed or against,
        _("The reporter, the affected and the reported person are not at the meeting."),
        _("Was it very widely witnessed? Then record that. If they were there all the same, say why."),
    )
    refuse_unless(
        len({*present, *_lines(others)}) > 1 or against,
        _("A meeting takes two."),
        _("Bring somebody in first. If nobody else was there, say why."),
    )
    refuse_unless(
        set(present) <= {str(holder.id) for holder in case.holders} or against,
        _("Somebody was at the meeting who does not hold this case."),
        _("Bring them into the case first, if they have no conflict. If they were there all the same, say why."),
    )
    kept = _conflicted_in(case, f"{others}\n{carries_side}")
    refuse_unless(
        not kept or against,
        _("{names} may have a conflict, and is not at the meeting.").format(names=", ".join(kept)),
        _("Meet without them. If they were there all the same, or it is somebody else of that name, say so."),
    )
    heard = case.file.last(Hearing)
    refuse_unless(
        heard is None or heard.way != "heard" or carries_side or against,
        _("The reported person was heard, and nobody brought their side in."),
        _("Write who did. If nobody did, say why."),
    )


def _sides_in(case: OpenCase, text: str) -> bool:
    """Whether somebody of either side is named there, as they were added to the case or stand in an account."""
    added = (entry.names for entry in case.file.all(Names) if entry.role in SIDES)
    told = "\n".join(f"{report.who}\n{report.contact}" for report in case.file.reports)
    return any(mentions(text, Person(name)) for name in added) or any(mentions(told, Person(n)) for n in _lines(text))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _conflicted_in(case: OpenCase, text: str) -> list[str]:
    """Members with a conflict who may be named there."""
    return [member.name for member in meant(text, holding.members(conflicted(case.file)))]
