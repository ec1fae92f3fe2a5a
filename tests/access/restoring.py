"""A restore, and what people say afterwards."""

from datetime import timedelta

from trivet.access import Denied, cases, restored

DAY = timedelta(days=1)


def restore(cast):
    restored.close_everything(since=cast.now - DAY, at=cast.later(minutes=1))


def say_left(cast, who="ingrid", left=(), lost=()):
    reader = cast.people[who]
    row = restored.restoration_for(reader, cast.event.slug, at=cast.later(minutes=1))
    people = [[cast.people[name].member for name in names] for names in (left, lost)]
    restored.say_who_left(reader, row, left=people[0], lost_keys=people[1], at=cast.now)


def say(cast, who, case, *conflicts):
    reader = cast.people[who]
    closed = restored.closed_case(reader, case.id, at=cast.later(minutes=1))
    named = [cast.people[name].member for name in conflicts]
    return restored.say_who_has_a_conflict(reader, closed, conflicts=named, at=cast.now)


def readers(cast, case):
    found = set()
    for name in cast.people:
        try:
            cases.read_case(cast.people[name], case.id, at=cast.later(seconds=1))
            found.add(name)
        except Denied:
            pass
    return found
