"""The key and the tag of a draft: they take a member's own keys and the case's, so either being gone ends it."""

from .derive import expand, mac
from .members import MemberKeys


def draft_key(keys: MemberKeys, work: bytes) -> bytes:
    """What a member's drafts in a case are sealed with; ``work`` is the case's data key, half of it in each store."""
    return mac(keys.secret("drafts"), expand(work, "drafts"))


def draft_tag(keys: MemberKeys, page: str) -> bytes:
    """By what the main store finds the draft of a page; nobody else can tell which page it is."""
    return mac(keys.secret("draft tags"), page.encode())
