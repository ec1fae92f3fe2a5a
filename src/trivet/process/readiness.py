"""What an event has not settled yet. Advice, most needed first: nothing here is refused."""

from datetime import datetime

from trivet.access import duty
from trivet.access.people import Person
from trivet.models import TEAM, Event, Kind, Role


def unsettled(event: Event, people: list[Person], *, at: datetime) -> list[str]:
    """The keys of what is still to do, before the doors open or after they closed."""
    if event.is_over(at):
        stay = [each for each in people if each.membership.until is None and each.membership.role not in TEAM]
        return ["ends"] if stay else []
    known = [each.membership for each in people if each.attested]
    team = [row for row in known if row.role in TEAM]
    kinds = {contact["kind"] for contact in event.contacts}
    settled = {
        "danger": event.numbers,
        "waiting": len(known) == len(people),
        "alone": len(team) > 1,
        "duty": duty.shifts(event, at),
        "ring": event.ring,
        "outside": any(row.role == Role.OUTSIDE for row in known),
        "hospital": Kind.HOSPITAL in kinds,
        "assault": Kind.ASSAULT in kinds,
        "safeguarding": Kind.SAFEGUARDING in kinds,
        "law": event.duty_to_report and event.duty_checked_by,
        "venue": event.venue,
        "quiet": event.quiet_room,
        "appeal": event.appeal,
    }
    return [key for key, done in settled.items() if not done]
