"""What every page needs around it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from trivet.models import Event


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in; and whether everything here is fictional, which it is beside no real event."""
    practice = SimpleLazyObject(lambda: Event.objects.filter(practice=True).exists())
    return {"member": getattr(request, "member", None), "practice": practice}
