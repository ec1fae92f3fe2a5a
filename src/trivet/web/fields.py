"""Form fields that take what people type as it is, and say what is wrong in a sentence."""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 100_000
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NUMBER = re.compile(r"\+?[0-9*#][0-9*#().\- ]*")


class Words(forms.CharField):
    """Anything in any language, up to 100,000 characters; invisible control characters go."""

    default_error_messages = {
        "required": _("Please write something here."),
    }

    def __init__(self, *, rows: int = 0, longest: int = LONGEST, **kwargs: Any) -> None:
        if rows:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "dir": "auto"}))
        else:
            kwargs.setdefault("widget", forms.TextInput(attrs={"dir": "auto"}))
        self.longest = longest
        super().__init__(**kwargs)

    too_long = _(
        "This is {length:,} characters long; up to {longest:,} can be kept here. "
        "Send the first part now, and the rest afterwards."
    )

    def to_python(self, value: Any) -> str:
        return super().to_python(_INVISIBLE.sub("", str(value)) if value else value) or ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.longest:
            raise forms.ValidationError(str(self.too_long).format(length=len(value), longest=self.longest))


class Choice(forms.ChoiceField):
    """One of a few, as large tiles."""

    default_error_messages = {"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(**kwargs)


class Moment(forms.DateTimeField):
    """A day and a time, in the event's time zone."""

    default_error_messages = {
        "required": _("Please give a day and a time."),
        "invalid": _("Please give a day and a time, for example 2026-06-04 14:30."),
        "far": _("This day is too far away. Please look at the year."),
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)

    def validate(self, value: datetime | None) -> None:
        super().validate(value)
        if value and not 2000 <= value.year < 2100:
            raise forms.ValidationError(self.error_messages["far"], code="far")


class Day(forms.DateField):
    """A day."""

    default_error_messages = {
        "invalid": _("Please give a day, for example 2026-06-04."),
        "far": Moment.default_error_messages["far"],
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not 2000 <= value.year < 2100:
            raise forms.ValidationError(self.error_messages["far"], code="far")


class Hour(forms.TimeField):
    """A time of day."""

    default_error_messages = {"invalid": _("Please give a time of day, for example 22:30.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


class Number(Words):
    """A telephone number, as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})
        super().__init__(widget=widget, longest=40, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not _NUMBER.fullmatch(value):
            raise forms.ValidationError(_("Please type a number as a telephone takes it, such as 112 or +49 30 12345."))


class Lines(Words):
    """Several short things, one a line, as a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(rows=2, longest=2_000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class Email(forms.EmailField):
    """An address that mail can be sent to, in small letters."""

    default_error_messages = {
        "required": _("Please type an e-mail address."),
        "invalid": _("This does not look like an e-mail address, such as name@example.org."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 254, **kwargs})  # what the stores take

    def clean(self, value: Any) -> str:
        return super().clean(value).lower()
