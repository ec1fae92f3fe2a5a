"""Pictures that a telephone reads."""

import segno
from django.utils.safestring import mark_safe


def picture_of(text: str) -> str:
    """A text of our own, as a QR code in SVG; drawn here, so that nobody else learns of it."""
    return mark_safe(segno.make(text, error="m").svg_inline(omitsize=True, border=2))  # noqa: S308
