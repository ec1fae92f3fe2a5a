"""What is still to be settled at an event: what to do, why, and where."""

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from trivet.models import Event

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

PEOPLE, FACTS, DUTY = "people/", "settings/", "duty/"

ADVICE: dict[str, tuple["StrPromise", "StrPromise", str]] = {
    "danger": (
        _("Write down whom to ring in danger"),
        _("The report form and the emergency card begin with it."),
        FACTS,
    ),
    "waiting": (
        _("Vouch for those who joined"),
        _("Until somebody has heard their six words, nothing is shown to them."),
        PEOPLE,
    ),
    "alone": (
        _("Let a second person in"),
        _("One person can’t decide alone. Of two different people, everybody finds one they can tell."),
        PEOPLE,
    ),
    "duty": (_("Say who is on duty"), _("New reports go to them first, and ring them."), DUTY),
    "ring": (_("Write down how to ring the team"), _("Some people would rather talk than write."), FACTS),
    "outside": (
        _("Find somebody outside the team"),
        _("A report that leaves all of you out, or names you, needs somebody to go to."),
        PEOPLE,
    ),
    "hospital": (_("Look up the nearest hospital"), _("At night nobody has time to search."), FACTS),
    "assault": (
        _("Look up who helps after a sexual assault"),
        _("They look after the person, and can keep traces safe, before anybody decides anything."),
        FACTS,
    ),
    "safeguarding": (
        _("Name a safeguarding lead"),
        _("Somebody who knows what to do when a child or an adult at risk is concerned."),
        FACTS,
    ),
    "law": (
        _("Have the duty to report checked"),
        _("Some places ask you to tell the police of some things. Ask somebody who knows the law there."),
        FACTS,
    ),
    "venue": (_("Write down the address"), _("As an ambulance needs it: street, entrance, floor."), FACTS),
    "quiet": (_("Find a quiet room"), _("Private, near, with a door that closes."), FACTS),
    "appeal": (
        _("Say where a decision can be appealed"),
        _("Whoever is told a decision is told this too; “nowhere” is an answer."),
        FACTS,
    ),
    "ends": (
        _("Give an end to those who helped"),
        _("The event is over; who needs nothing any more should see nothing any more."),
        PEOPLE,
    ),
}


def known_facts(event: Event) -> list[tuple["StrPromise", str]]:
    """What is known of an event, in words; what is not is empty."""
    checked = [event.duty_checked_by, date_format(event.duty_checked_on, "j F Y") if event.duty_checked_on else ""]
    return [
        (_("Where we are"), event.venue),
        (_("Quiet room"), event.quiet_room),
        (_("What the law here asks of us"), event.duty_to_report),
        (_("Checked by"), ", ".join(filter(None, checked))),
        (_("Appeals"), event.appeal),
        (_("Committee"), event.committee_email),
        (_("“Leave this page” leads to"), event.leave_url),
    ]
