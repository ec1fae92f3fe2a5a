"""Whom to ring at an event: each number is of a kind, so that it stands where it is needed."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Whom a number reaches, the most urgent first."""

    DANGER = "danger", _("Emergency: police, ambulance, fire")
    POLICE = "police", _("Police")
    AMBULANCE = "ambulance", _("Ambulance")
    SECURITY = "security", _("Venue security")
    VENUE = "venue", _("The venue")
    HOSPITAL = "hospital", _("Hospital")
    ASSAULT = "assault", _("Help after a sexual assault")
    SAFEGUARDING = "safeguarding", _("Safeguarding lead, for children and adults at risk")
    TEAM = "team", _("Code of Conduct team")
    OUTSIDE = "outside", _("Somebody outside the team")


IN_DANGER = (Kind.DANGER, Kind.POLICE, Kind.AMBULANCE, Kind.SECURITY, Kind.VENUE)
CARE = (Kind.HOSPITAL, Kind.ASSAULT, Kind.SAFEGUARDING)
TO_TALK = (Kind.TEAM, Kind.OUTSIDE)


def shown(contacts: list[dict[str, str]], kinds: Iterable[Kind]) -> list[dict[str, Any]]:
    """The numbers of these kinds, in their order, as ``parts/numbers.html`` takes them."""
    return [
        {**contact, "label": contact.get("label") or kind.label}
        for kind in kinds
        for contact in contacts
        if contact["kind"] == kind
    ]
