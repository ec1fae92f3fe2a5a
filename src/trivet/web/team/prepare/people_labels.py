"""What roles are called."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from trivet.models import Role

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

ROLES: dict[str, "StrPromise"] = {
    Role.TEAM: _("Code of Conduct team"),
    Role.CHAIR: _("chair of the event"),
    Role.STAFF: _("staff or volunteer"),
    Role.DESK: _("registration desk"),
    Role.OUTSIDE: _("outside contact"),
}
