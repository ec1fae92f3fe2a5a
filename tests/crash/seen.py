"""Everything that can be seen of two stores: what opens to whom, by which words, and whether all is mended."""

from tests.crash.deeds import CODE, NEW, Deed

from trivet.access import Denied, cases, journal, slots, threads
from trivet.access.attestation import is_attested
from trivet.access.sign_in import Unlocked
from trivet.access.slots import WrongSignIn
from trivet.models import Case, Grant, Member, Unlock
from trivet.vault.models import Share

PEOPLE = ("noor", "tomas", "ingrid", "kwame")


def seen(deed: Deed) -> dict[str, object]:
    return {
        "opens": {name: _opened(deed, name) for name in PEOPLE},
        "conversations": [_conversation(deed, code) for code in deed.codes],
        "words": {name: [word for word, _ in _keys(deed, name)] for name in PEOPLE},
        "vouched": [name for name in PEOPLE if is_attested(Member.objects.get(email=f"{name}@conf.example"))],
        "sessions": Unlock.objects.count(),
        "journal": journal.verify() > 0,
        "grants": Grant.objects.count(),
        "outlived": sum(share.version < _version(share) for share in Share.objects.all()),
        "undated": sorted(share.scope for share in Share.objects.filter(purge_at=None) if _closed(share)),
    }


def _keys(deed: Deed, name: str) -> list[tuple[str, Unlocked]]:
    """By which of the words that somebody may know their keys open."""
    found = []
    known = {"old": (slots.PASSWORD, deed.cast.password(name)), "new": (slots.PASSWORD, NEW)}
    for word, (kind, secret) in {**known, "code": (slots.RECOVERY, CODE)}.items():
        try:
            slot, keys = slots.open_slot(f"{name}@conf.example", kind, secret)
        except WrongSignIn:
            continue
        found.append((word, Unlocked(slot.member, keys)))
    return found


def _opened(deed: Deed, name: str) -> list[list[str]]:
    """What somebody reads in each of the cases, with the line in their list."""
    found = []
    for _, reader in _keys(deed, name)[:1]:
        for item in cases.list_cases(reader, at=deed.cast.now):
            held = cases.read_case(reader, item.case.id, at=deed.cast.now)
            said = sorted(entry.kind + getattr(entry, "text", "") for entry in held.file.entries)
            outcome = [held.outcome.outcome] if held.outcome else []
            lines = len(held.journal()) > 0
            found.append([held.line().state, str(held.destroyed), str(lines), *outcome, *said])
    return sorted(found)


def _conversation(deed: Deed, code: str) -> list[str]:
    try:
        return [entry.kind for entry in threads.open_thread(code, event=deed.cast.event).entries]
    except Denied:
        return ["gone"]


def _case(share: Share) -> Case | None:
    return (Case.objects.filter(id=share.subject) | Case.objects.filter(boxes__id=share.subject)).first()


def _version(share: Share) -> int:
    case = _case(share)
    return case.key_version if case else 0


def _closed(share: Share) -> bool:
    case = _case(share)
    return bool(case and case.closed_month and share.version == case.key_version)
