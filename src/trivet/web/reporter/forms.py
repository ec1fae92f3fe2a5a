"""The report form: the contract's fields, one of them required."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trivet.models import Membership, Role
from trivet.remake import Remade
from trivet.vault.codes import FORM_SECRET, new_form_secret
from trivet.web.attaching import Attachments
from trivet.web.fields import Choice, Words
from trivet.web.labels import CHOICES, QUESTIONS

SHORT = 2_000
MUCH = 12 * 1024 * 1024  # whatever is not a code has one answer, however long it is


def ask(name: str, *, required: bool = False, **kwargs: Any) -> forms.Field:
    """A question of the report: tiles where there are choices, else a box for words."""
    if name in CHOICES:
        return Choice(label=QUESTIONS[name], required=required, choices=CHOICES[name], **kwargs)
    return Words(label=QUESTIONS[name], required=required, **kwargs)


FOLDS = [
    (
        _("Who, when and where"), [("receive", "what-to-write")],
        ["who", "when", "where", "circumstances", "others", "still_happening"],
    ),
    (_("You and what happened"), [("receive", "your-part")], ["relation", "affected_knows", "team_may_meet"]),
    (_("How we can reach you"), [("receive", "reaching-you")], ["contact", "safe_contact"]),
    (_("Your language, and what you need"), [("receive", "language-and-access")], ["language", "access_needs"]),
    (_("Pictures and files"), [], ["attachments"]),
    (_("Somebody should not read this"), [("receive", "leave-out")], ["leave_out"]),
]  # fmt: skip


class ReportForm(forms.Form):
    """What happened, and whatever else somebody wants to say."""

    optional_said_once = True
    groups = FOLDS

    secret = forms.RegexField(regex=rf"\A{FORM_SECRET.pattern}\Z", widget=forms.HiddenInput)
    in_danger = ask("in_danger")
    what_happened = ask(
        "what_happened",
        required=True,
        rows=8,
        help_text=_("In your own words, in any language, as much or as little as you want."),
        error_messages={"required": _("Please write what happened; a few words are enough.")},
    )
    who = ask("who", rows=2, longest=SHORT, help_text=_("A name, or how to recognise them."))
    when = ask("when", longest=SHORT)
    where = ask("where", longest=SHORT)
    circumstances = ask("circumstances", rows=3)
    others = ask("others", rows=2, longest=SHORT)
    still_happening = ask("still_happening")
    relation = ask("relation")
    affected_knows = ask("affected_knows")
    team_may_meet = ask("team_may_meet")
    contact = ask("contact", longest=SHORT, help_text=_("A name, an e-mail address or a telephone number."))
    safe_contact = ask("safe_contact", longest=SHORT)
    language = ask("language", longest=SHORT)
    access_needs = ask("access_needs", longest=SHORT)
    attachments = Attachments(label=_("Pictures, PDFs or text"))
    homepage = forms.Field(  # nobody sees it; programs fill it in, and no value is refused
        label=_("Please leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    leave_out = forms.MultipleChoiceField(
        label=_("Who should not read this?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Somebody you ticked is not in the list any more. Please look again.")},
    )

    def __init__(self, *args: Any, people: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.members = {str(membership.member_id): membership.member for membership in people}
        self.fields["leave_out"].choices = [(str(one.member_id), _name_of(one)) for one in people]  # type: ignore[attr-defined]
        self.initial.setdefault("secret", new_form_secret())

    @property
    def folds(self) -> list[dict[str, Any]]:
        """The questions that can wait, in groups; one with an answer or an error in it stands open."""
        groups = [(title, guidance, [self[name] for name in names]) for title, guidance, names in self.groups]
        return [
            {"title": title, "guidance": guidance, "fields": group, "open": any(f.value() or f.errors for f in group)}
            for title, guidance, group in groups
        ]

    @property
    def account(self) -> dict[str, str]:
        """The fields of the report."""
        return {
            name: self.cleaned_data[name]
            for name in self.cleaned_data
            if name not in ("secret", "homepage", "leave_out", "attachments")
        }

    @property
    def attached(self) -> list[Remade]:
        """What came along, made anew."""
        return self.cleaned_data.get("attachments", [])

    @property
    def says_danger(self) -> bool:
        return self.cleaned_data["in_danger"] in ("yes", "unsure")

    @property
    def left_out(self) -> list[Any]:
        return [self.members[id_] for id_ in self.cleaned_data["leave_out"]]

    @property
    def shown(self) -> list[Any]:
        """The outside contacts whose names stood on the page that was sent."""
        sent = self.data.getlist("outside")  # type: ignore[attr-defined]
        return [member for id_, member in self.members.items() if id_ in sent]


def _name_of(membership: Membership) -> str:
    """Outside contacts are named here, before anything is sent, with what they are."""
    outside = _("{name}, who is not on the team, and gets this only if nobody of the team does")
    return str(outside if membership.role == Role.OUTSIDE else "{name}").format(name=membership.member.name)


class ReturnForm(forms.Form):
    """Seven words."""

    return_code = Words(
        label=_("Your seven words"),
        longest=MUCH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Please type the seven words that you were given.")},
    )


class MessageForm(forms.Form):
    """More from the reporter. ``once`` makes a form that is sent twice count once."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    message = Words(
        label=_("Write to the team"), rows=4, error_messages={"required": _("Please write something first.")}
    )
    attachments = Attachments(label=_("Pictures, PDFs or text"))
    goes_on = forms.BooleanField(label=_("It goes on, or somebody gets back at me for reporting"), required=False)
