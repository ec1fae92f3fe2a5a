"""The fictional cast of the practice event. Nobody in it exists."""

from datetime import datetime, timedelta

from trivet.models import Event, Kind, Organiser, Role
from trivet.process.prepare import NewMember
from trivet.vault.words import password

LABELS = {"team-2": "team"}  # what a sign-in is for, where its address does not say it


def event_facts(now: datetime) -> dict[str, object]:
    """A three-day conference that started yesterday; numbers that reach nobody (reserved for fiction)."""
    return {
        "slug": "practice",
        "name": "DjangoCon Practice",
        "starts": (now - timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0),
        "ends": (now + timedelta(days=2)).replace(hour=22, minute=0, second=0, microsecond=0),
        "timezone": "Europe/London",
        "venue": "Harbour Hall, 1 Example Quay",
        "contacts": [
            {"kind": Kind.DANGER, "number": "112", "note": ""},
            {"kind": Kind.SECURITY, "number": "020 7946 0112", "note": "day and night"},
            {"kind": Kind.HOSPITAL, "number": "020 7946 0127", "note": "Example Hospital, five minutes by taxi"},
            {"kind": Kind.ASSAULT, "number": "020 7946 0131", "note": "day and night; tells nobody without you"},
            {"kind": Kind.SAFEGUARDING, "number": "020 7946 0144", "note": ""},
            {"kind": Kind.TEAM, "number": "020 7946 0118", "note": "ring or text, any time"},
        ],
        "quiet_room": "Room 2.04, behind the registration desk; the team has the key",
        "duty_to_report": "Danger to a child is told to the safeguarding lead at once.",
        "duty_checked_by": "Ingrid Solberg",
        "duty_checked_on": now.date() - timedelta(days=30),
        "appeal": "You can ask the organisers’ board to look at this: appeals@practice.example. It stands meanwhile.",
        "committee_email": "committee@practice.example",
        "practice": True,
    }


def people(now: datetime) -> list[NewMember]:
    """The chair founds the team; the pair on duty and the chair hold what comes in."""
    return [
        _person("chair", "Ingrid Solberg", Role.CHAIR, handles=("ingrids",)),
        _person("team", "Noor Haddad", Role.TEAM, on_duty=True, handles=("noorh",)),
        _person("team-2", "Tomás Rivera", Role.TEAM, on_duty=True, aliases=("Tom Rivera",)),
        _person("stand-in", "Kwame Mensah", Role.TEAM),
        _person("outside", "Leila Osman", Role.OUTSIDE),
        _person("staff", "Jun Park", Role.STAFF),
        _person("desk", "Beatrix Vogel", Role.DESK),
        _person("former", "Pavel Novák", Role.TEAM, until=now - timedelta(hours=1)),
    ]


def _person(
    key: str,
    name: str,
    role: Role,
    *,
    on_duty: bool = False,
    until: datetime | None = None,
    aliases: tuple[str, ...] = (),
    handles: tuple[str, ...] = (),
) -> NewMember:
    address = f"{key}@practice.example"
    return NewMember(address, name, role, password(), on_duty, until, aliases, handles)


REPORT = {
    "what_happened": (
        "At the party last night somebody near me made jokes about a woman who had just given her first talk, "
        "about her looks and what she would have to do to be invited again. I asked him quietly to tone it down. "
        "He got loud and said that it was only fun and that I should mind my own business. "
        "He was not physical, but I left because I did not want to be near him any more."
    ),
    "in_danger": "no",
    "who": "I don’t know his name. Tall, grey hooded jumper, a speaker’s badge.",
    "when": "Around eleven last night",
    "where": "The conference party, at the bar",
    "others": "Two people stood with us and heard it.",
    "relation": "saw",
}


def event_of(organiser: Organiser, now: datetime) -> Event:
    return Event.objects.create(organiser=organiser, **event_facts(now))
