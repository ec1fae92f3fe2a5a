"""What a case file says, for the rules on what is owed: when a thing was done, and by what."""

from datetime import datetime, timedelta

from trivet.models import CaseFile, Entry
from trivet.models.decision import WARNING, Warned
from trivet.models.letter import CommitteeReport, SecondReading, Told
from trivet.models.report import CONFLICTS, GONE, BroughtIn, Cleared, Withheld
from trivet.models.response import Approach, Claim, Hearing, Hold, HoldEnded


def first_at(file: CaseFile, kind: type[Entry], since: datetime | None = None) -> datetime | None:
    """When something was done for the first time, or for the first time since a moment."""
    return next((entry.at for entry in file.all(kind) if since is None or entry.at >= since), None)


def unclaimed_since(file: CaseFile, report: Entry) -> Entry:
    """From what on somebody has to take the case: the report, or that whoever had it has gone."""
    since, has = report, ""
    for entry in file.entries:
        if isinstance(entry, Claim):
            has = entry.by
        elif isinstance(entry, Withheld) and entry.why in GONE and entry.member == has:
            since, has = entry, ""
    return since


def taken_on(file: CaseFile, since: Entry) -> datetime | None:
    """When somebody first said that they have it, after whoever had it before was gone."""
    return first_at(file, Claim, since.at if isinstance(since, Withheld) else None)


def person_known(file: CaseFile) -> bool:
    """Whether there is a reported person whom one can talk to; whoever is warned is known."""
    hearing = file.last(Hearing)
    warned = file.agreed is not None and file.agreed.outcome == WARNING
    return warned or (hearing is not None and hearing.way in ("heard", "declined", "deferred"))


def approach(file: CaseFile) -> Approach | None:
    """By what two holders have settled whether to approach the affected person: they recorded the same."""
    said: dict[str, str] = {}
    settled = None
    for entry in file.entries:
        if isinstance(entry, Approach):
            if entry.whether in {whether for by, whether in said.items() if by != entry.by}:
                settled = entry
            said[entry.by] = entry.whether
        elif isinstance(entry, Withheld) and entry.why in GONE:
            said.pop(entry.member, None)
    return settled


def conflicted(file: CaseFile) -> dict[str, str]:
    """Who is kept from the case by a conflict, or as the reporter asked, and not let in since; with the reason."""
    kept: dict[str, str] = {}
    for entry in file.entries:
        if isinstance(entry, Withheld) and entry.why in CONFLICTS:
            kept[entry.member] = entry.why
        elif isinstance(entry, BroughtIn | Cleared):
            kept.pop(entry.member, None)
    return kept


def waits_for_approach(file: CaseFile) -> bool:
    """Whether somebody else reported, and nobody may be told anything before two holders settled on how to go on."""
    return not file.report.by_the_affected_person and approach(file) is None


def may_be_told(file: CaseFile) -> bool:
    """Whether the affected person knows of the report, or is to be approached."""
    settled = approach(file)
    return file.report.by_the_affected_person or (settled is not None and settled.whether == "yes")


def acted(file: CaseFile) -> Entry | None:
    """By what action was taken, or decided that there is none to take; None before."""
    decision = file.agreed
    if not decision:
        return None
    agreement = file.agreement_to(decision)
    if decision.outcome != WARNING:
        return agreement
    warned = next(iter(file.since_reopening(Warned)), None)
    return max(warned, agreement, key=lambda entry: entry.at) if warned else None


def told_at(file: CaseFile, party: str, since: datetime, conversation: str = "") -> datetime | None:
    """When a party heard the outcome that stands; of several reporters the one of a conversation."""
    told = file.in_conversation(conversation, Told)
    return next((entry.at for entry in told if entry.party == party and entry.at >= since), None)


def time_on_hold(file: CaseFile, since: datetime, until: datetime | None) -> timedelta:
    """How long the clocks stood still between two moments; a hold that lasts counts when it ends."""
    still, start = timedelta(), None
    for entry in file.entries:
        if isinstance(entry, Hold) and start is None:
            start = entry.at
        elif isinstance(entry, HoldEnded) and start is not None:
            end = min(entry.at, until) if until else entry.at
            still += max(end - max(start, since), timedelta())
            start = None
    return still


def report_to_committee(file: CaseFile) -> CommitteeReport | None:
    """The text for the committee, as it was last written since the case was last taken up."""
    return next(reversed(file.since_reopening(CommitteeReport)), None)


def last_reading(file: CaseFile, report: CommitteeReport) -> SecondReading | None:
    """What its second reader said in the end."""
    return next((reading for reading in reversed(file.all(SecondReading)) if reading.of == report.id), None)
