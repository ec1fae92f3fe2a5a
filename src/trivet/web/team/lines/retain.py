"""How it ended."""

from django.utils.translation import gettext as _

from trivet.models import outcome

from .line import Lines, plain

LINES: Lines = {
    outcome.Closing: plain("closing", lambda: _("Closed")),
    outcome.Reopening: plain("reopening", lambda: _("Opened again"), "because"),
}
