"""The handbook in templates, in the reader's language."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from trivet import handbook

register = template.Library()


@register.simple_tag(name="handbook")
def text(step: str, slug: str) -> SafeString:
    """``{% handbook "receive" "thread" %}``: the text of a page. The parser has escaped all markup."""
    return mark_safe(handbook_page(step, slug).html)  # noqa: S308


@register.simple_tag
def handbook_page(step: str, slug: str) -> handbook.Page:
    """``{% handbook_page "receive" "thread" as page %}``: the whole page, title and all."""
    return handbook.page(step, slug, get_language() or "en")
