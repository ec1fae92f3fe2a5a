"""Forms about an event: what it needs to begin with, and everything else that is known of it."""

import re
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from trivet.models import Event
from trivet.web.addresses import RESERVED, EventSlug
from trivet.web.fields import Choice, Day, Email, Moment, Words

from .contact_rows import ContactsForm

ZONES = [*sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")), "UTC"]
TAKEN = _("Another event has this address. Please choose another one, for example with the year.")


class BasicsForm(forms.Form):
    """When and where it is. Its days and times are the venue's."""

    optional_said_once = True
    name = Words(label=_("What is the event called?"), longest=120)
    starts = Moment(label=_("When does it start?"))
    ends = Moment(
        label=_("When does it end?"), help_text=_("With the last party. Afterwards there is more time for each step.")
    )
    timezone = Choice(
        label=_("In which time zone is it?"),
        choices=[("", _("Please choose")), *((zone, zone.replace("_", " ")) for zone in ZONES)],
        widget=forms.Select,
        error_messages={
            "required": _("Please choose the time zone of the venue."),
            "invalid_choice": _("This time zone is not known here. Please choose one of the list."),
        },
    )
    venue = Words(
        label=_("Where is it?"), rows=2, longest=200, required=False,
        help_text=_("The address as an ambulance needs it: street, entrance, floor."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in ("starts", "ends"):
            if said.get(name) and said.get("timezone"):
                said[name] = said[name].replace(tzinfo=ZoneInfo(said["timezone"]))
        if said.get("starts") and said.get("ends") and said["ends"] <= said["starts"]:
            self.add_error("ends", _("This is not after the start. Please look at both days and times."))
        return said


class NewEventForm(BasicsForm):
    slug = Words(
        label=_("What is it called in addresses?"), longest=50, required=False,
        help_text=_(
            "Small letters, digits and hyphens, such as harbour-2027. It stands on posters, so it stays as it is. "
            "Leave it empty, and the name of the event is used."
        ),
    )  # fmt: skip
    field_order = ("name", "slug", "starts", "ends", "timezone", "venue")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if "slug" not in said:
            return said
        said["slug"] = said["slug"].lower() or slugify(said.get("name", ""))[:50].strip("-")
        if not re.fullmatch(EventSlug.regex, said["slug"]):
            self.add_error("slug", _("Please use small letters, digits and hyphens only, a letter or digit first."))
        elif said["slug"] in RESERVED:
            self.add_error("slug", _("A page of Trivet has this address already. Please choose another one."))
        return said


class FactsForm(BasicsForm, ContactsForm):
    """Everything that is known of an event. Once it is valid, ``facts`` is what is kept."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # the facts as they were when the form was shown
    quiet_room = Words(
        label=_("Where is the quiet room?"), longest=200, required=False,
        help_text=_("Private, near, with a door that closes. Say who has the key."),
    )  # fmt: skip
    duty_to_report = Words(
        label=_("What must be told to whom?"), rows=3, longest=4_000, required=False,
        help_text=_("Who must tell the police or an authority of what. “Nothing” is an answer too."),
    )  # fmt: skip
    duty_checked_by = Words(label=_("Who checked it?"), longest=120, required=False)
    duty_checked_on = Day(label=_("On which day?"), required=False)
    appeal = Words(
        label=_("Where can somebody appeal against a decision?"), rows=3, longest=4_000, required=False,
        help_text=_("Or that there is nowhere. The decision stands meanwhile."),
    )  # fmt: skip
    committee_email = Email(
        label=_("E-mail address of your committee"), max_length=254, required=False,
        help_text=_("Each closed case is reported to it, after two of you have read the report."),
    )  # fmt: skip
    leave_url = forms.URLField(
        label=_("Where does “Leave this page” lead?"), max_length=200, assume_scheme="https",
        help_text=_("A page that nobody wonders about, such as a weather forecast."),
        error_messages={
            "required": _("Please type an address of the web."),
            "invalid": _("This does not look like an address of the web, such as https://www.example.org/."),
        },
    )  # fmt: skip

    KEPT = (
        "name", "starts", "ends", "timezone", "venue", "quiet_room", "duty_to_report", "duty_checked_by",
        "duty_checked_on", "appeal", "committee_email", "leave_url",
    )  # fmt: skip

    def __init__(self, event: Event, data: Any = None) -> None:
        kept = {name: getattr(event, name) for name in self.KEPT}
        self._now = sha256(repr((kept, event.contacts)).encode()).hexdigest()
        super().__init__(data, initial={**kept, "seen": self._now}, contacts=event.contacts)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("seen") not in ("", self._now):
            data = self.data.copy()  # type: ignore[attr-defined]
            data["seen"] = self._now
            self.data = data
            self.add_error(
                None,
                _("Somebody else changed the facts meanwhile. Look at them in another window, then save yours again."),
            )
        return said

    @property
    def facts(self) -> dict[str, Any]:
        return {"contacts": self.contacts, **{name: self.cleaned_data[name] for name in self.KEPT}}
