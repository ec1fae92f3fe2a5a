"""Of which members a case may speak: compared in memory, by whoever has it open."""

from collections.abc import Iterable
from dataclasses import asdict, fields

from trivet.access.cases import OpenCase
from trivet.matching import Person, mentions
from trivet.models import CaseFile, Entry, Member
from trivet.models.report import Names, Report
from trivet.models.response import Message

_NOT_TYPED = {*(field.name for field in fields(Entry)), "attachments"}
REPORT_FIELDS = tuple(field.name for field in fields(Report) if field.name not in _NOT_TYPED)


def named_in(file: CaseFile, members: Iterable[Member], *attached: str) -> list[Member]:
    """Members who may be meant by something that the reporter wrote or ``attached``, or a name that was added."""
    return meant("\n".join([*_texts(file), *attached]), members)


def meant(text: str, members: Iterable[Member]) -> list[Member]:
    """Members whom a text may mean, by name, alias, handle or address."""
    return [m for m in members if mentions(text, Person(m.name, m.aliases, [*m.handles, m.email]))]


def meets(case: OpenCase, names: Iterable[str]) -> bool:
    """Whether one of these people may be meant by anything that is written in a case."""
    text = "\n".join(_strings([asdict(entry) for entry in (*case.file.entries, *filter(None, [case.outcome]))]))
    return any(mentions(text, Person(name)) for name in names)


def _strings(value: object) -> Iterable[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _texts(file: CaseFile) -> Iterable[str]:
    for report in file.all(Report):
        yield from (getattr(report, name) for name in REPORT_FIELDS if name not in ("code_name", "taken_down_by"))
    yield from (names.names for names in file.all(Names))
    yield from (message.text for message in file.all(Message) if message.from_reporter)
