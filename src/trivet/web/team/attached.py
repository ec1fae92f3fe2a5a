"""Links to what came with something."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.models import Entry
from trivet.remake import JPEG, PDF, PNG, TEXT

LABELS = {JPEG: _("Picture"), PNG: _("Picture"), PDF: _("PDF"), TEXT: _("Text")}


def attached(case: OpenCase, entry: Entry) -> list[dict[str, Any]]:
    """The attachments of an entry, as ``parts/attachments.html`` takes them."""
    return [
        {"label": LABELS[one.media], "url": f"/cases/{case.case.id}/attachments/{one.id}/"}
        for one in getattr(entry, "attachments", ())
    ]
