"""The nouns. Django models hold what may be in clear; dataclasses what is sealed."""

from . import decision, letter, outcome, report, response, task  # noqa: F401  (registers every kind of entry)
from .attachment import Attachment, Part
from .calendar import CalendarLink
from .case import HOLDERS, Case, Clock, Conflict, Grant, Rung
from .contact import Kind
from .declaration import Declaration
from .draft import Draft
from .duty import Shift
from .entry import REPORTER, Entry
from .event import Event, Installation, Organiser
from .file import CaseFile
from .last_run import LastRun
from .member import HOLDING, TEAM, Identity, Invitation, KeySlot, Member, Membership, Role, SecondFactor, Unlock
from .record import HeadSignature, JournalEntry, JournalHead, Record, ReturnBox
from .restoration import Recollection, Restoration
from .taking_down import DayLink, TakenDown

__all__ = [
    "HOLDERS",
    "HOLDING",
    "REPORTER",
    "TEAM",
    "Attachment",
    "CalendarLink",
    "Case",
    "CaseFile",
    "Clock",
    "Conflict",
    "DayLink",
    "Declaration",
    "Draft",
    "Entry",
    "Event",
    "Grant",
    "HeadSignature",
    "Identity",
    "Installation",
    "Invitation",
    "JournalEntry",
    "JournalHead",
    "KeySlot",
    "Kind",
    "LastRun",
    "Member",
    "Membership",
    "Organiser",
    "Part",
    "Recollection",
    "Record",
    "Restoration",
    "ReturnBox",
    "Role",
    "Rung",
    "SecondFactor",
    "Shift",
    "TakenDown",
    "Unlock",
]
