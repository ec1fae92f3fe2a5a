"""Looking for a case by its code name, among one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from trivet.web.unlocked import signed_in

from .cases import mine


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """One that is found is shown at once. What was looked for is sent, so that no address holds it."""
    text = " ".join(request.POST.get("q", "")[:100].replace("\0", "").casefold().split())
    lines = mine(request) if text else []
    found = [line for line in lines if line["code_name"] and text in line["code_name"].casefold()]
    if len(found) == 1:
        return redirect(found[0]["url"])
    return render(request, "team/search.html", {"text": text, "found": found})
