"""The field for files: each is made anew at once, and what cannot be is said in a sentence."""

from mimetypes import MimeTypes
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trivet.remake import BROKEN, KIND, LARGE, LARGEST, LOCKED, TEXT, Remade, Unusable
from trivet.remake.apart import Busy, remake

from .uploads import MOST_FILES, NO_ROOM, TOO_LARGE, TOO_MANY, Sent

WHY_NOT = {
    TOO_MANY: _("“{name}” is one too many: five files can be sent at once, and more afterwards."),
    TOO_LARGE: _("“{name}” has more than 10 MB. A picture of the screen, or a part of it, is smaller."),
    NO_ROOM: _("“{name}” could not be taken: many files arrive at this moment. Try again in a minute."),
    KIND: _("“{name}” is of a kind that can’t be kept. JPEG, PNG, WebP, PDF and text can; or a picture of the screen."),
    BROKEN: _("“{name}” could not be read. It may be damaged; a picture of the screen may work."),
    LOCKED: _("“{name}” needs a password. Send it without one, or a picture of the screen."),
    LARGE: _("“{name}” has more to it than can be kept (40 pages, 16 million dots). Send the part that matters."),
}
# Whatever reads as text is text, but for what says by its name that it is something else.
NAMES = MimeTypes()
PAGES = ("text/html", "application/xhtml+xml", "image/svg+xml", "application/pdf")
SEEN_OR_HEARD = ("image", "audio", "video")
ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf,text/plain"

# Said by the page as well, before anything is sent; what it lets pass is looked at here all the same.
LIMITS = {
    "data-most": MOST_FILES, "data-largest": LARGEST,
    "data-too-many": WHY_NOT[TOO_MANY], "data-too-large": WHY_NOT[TOO_LARGE],
}  # fmt: skip


class _Chooser(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Sent]:
        return files.getlist(name) if files else []


class Attachments(forms.Field):
    """Up to five files; cleaned, they are made anew."""

    def __init__(self, **kwargs: Any) -> None:
        widget = _Chooser(attrs={"multiple": True, "accept": ACCEPTED, **LIMITS})
        super().__init__(
            help_text=_("Keep your original; the police may need it."),
            required=False,
            widget=widget,
            template_name="forms/attachments.html",
            **kwargs,
        )

    def clean(self, value: list[Sent]) -> list[Remade]:
        made, problems = [], []
        for sent in value:
            try:
                made.append(_made(sent))
            except Unusable as problem:
                said = str(WHY_NOT[problem.why]).format(name=sent.name)
                problems.append(forms.ValidationError(said, code=problem.why))
        if problems:
            raise forms.ValidationError(problems)
        return made


def _made(sent: Sent) -> Remade:
    if sent.why_not:
        raise Unusable(sent.why_not)
    try:
        made = remake(sent.content.getbuffer())
    except Busy:
        raise Unusable(NO_ROOM) from None
    claimed = NAMES.guess_type(sent.name or "")[0] or ""
    if made.media == TEXT and claimed in PAGES:
        raise Unusable(KIND)
    if made.media == TEXT and claimed.partition("/")[0] in SEEN_OR_HEARD:
        raise Unusable(BROKEN)
    return made
