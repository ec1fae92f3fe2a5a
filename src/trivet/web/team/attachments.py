"""Attachments: a page for each, and the file itself, which no browser may do anything with but show it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trivet.access import Denied, attachments
from trivet.access.cases import OpenCase
from trivet.remake import JPEG, PDF, PNG, TEXT

from .attached import LABELS
from .door import opened
from .people import names_in
from .step import guidance

ENDINGS = {JPEG: "jpg", PNG: "png", PDF: "pdf", TEXT: "txt"}
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


@require_safe
@opened
def page(request: HttpRequest, case: OpenCase, attachment_id: UUID) -> HttpResponse:
    """What somebody attached, with whom it came from; a picture is shown, anything else opens by itself."""
    try:
        entry, attachment = attachments.find(case, attachment_id)
    except Denied:
        raise Http404 from None
    context = {
        "case": case, "file": case.file, "event": case.case.event, "label": LABELS[attachment.media],
        "picture": attachment.media in (JPEG, PNG), "at": entry.at, "who": names_in(case).get(entry.by, ""),
        "guidance": guidance(("respond", "attachment"))[0],
    }  # fmt: skip
    return render(request, "team/respond/attachment.html", context)


@require_safe
@opened
def file(request: HttpRequest, case: OpenCase, attachment_id: UUID) -> HttpResponse:
    """The bytes. Each time somebody opens them stands in the journal."""
    try:
        attachment, content = attachments.open_attachment(case, attachment_id, at=timezone.now())
    except Denied:
        raise Http404 from None
    how = "attachment" if attachment.media == PDF else "inline"
    charset = "; charset=utf-8" if attachment.media == TEXT else ""
    headers = {
        "Content-Security-Policy": SANDBOX,
        "Content-Disposition": f'{how}; filename="file.{ENDINGS[attachment.media]}"',
    }
    return HttpResponse(content, content_type=attachment.media + charset, headers=headers)
