"""The founder: the first account, made through a link that only whoever runs the server sees."""

from datetime import datetime

from django.db import transaction

from trivet.models import Member, Organiser
from trivet.vault import installation, links
from trivet.vault.derive import same

from . import Denied, accounts, attestation, journal, slots
from .unlocked import Unlocked

_LINK = "set-up link"


def new_link() -> str | None:
    """The secret part of a fresh set-up link, in place of any before; None once there is a founder."""
    if Member.objects.exists():
        return None
    token = links.new()
    installation.keep(_LINK, links.tag_of(token))
    return token


def check(token: str) -> None:
    """Whether set-up is open by this link; raises ``Denied``."""
    kept = installation.recall(_LINK) or b""
    if not same(kept, links.tag_of(token)) or Member.objects.exists():
        raise Denied


def found(
    token: str, *, organiser: str, email: str, name: str, password: str, aliases: list[str], handles: list[str],
    at: datetime,
) -> tuple[Unlocked, str]:  # fmt: skip
    """Make the organiser and the founder, who signs their own keys and is pinned. Returns their recovery code.

    Raises ``Denied`` when somebody was faster, ``WeakPassword``. Step: prepare.
    """
    slots.check_password(password)
    with transaction.atomic():
        check(token)
        if not installation.take(_LINK, links.tag_of(token)):
            raise Denied
        Organiser.objects.create(name=organiser)
        founder = accounts.create_member(email=email, name=name, password=password, aliases=aliases, handles=handles)
        code = slots.new_recovery_code(founder.member, founder.keys)
        journal.write_open(what="founded", member=founder.member, at=at)
        attestation.pin_founder(founder.member, founder.keys)
    journal.anchor()
    return founder, code
