"""The handbook in templates, in the reader's language, and what stands beside it."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from trivet import handbook
from trivet.models import Event, Kind, contact
from trivet.proofread.wording import as_data

register = template.Library()


@register.simple_tag(name="handbook")
def text(step: str, slug: str) -> SafeString:
    """``{% handbook "receive" "thread" %}``: the text of a page. The parser has escaped all markup."""
    return mark_safe(handbook_page(step, slug).html)  # noqa: S308


@register.simple_tag
def handbook_page(step: str, slug: str) -> handbook.Page:
    """``{% handbook_page "receive" "thread" as page %}``: the whole page, title and all."""
    return handbook.page(step, slug, get_language() or "en")


@register.simple_tag
def ring(event: Event, kinds: Iterable[str]) -> list[dict[str, Any]]:
    """``{% ring event page.ring as numbers %}``: the event's numbers of these kinds, or those for danger."""
    return contact.shown(event.contacts, [Kind(kind) for kind in kinds] or contact.IN_DANGER)


@register.simple_tag
def wording() -> str:
    """``data-wording="{% wording %}"``: what a browser needs to look for wording as somebody writes."""
    return json.dumps(as_data())
