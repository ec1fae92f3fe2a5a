"""The form for what somebody was told: one box that is needed, and prompts that can be ignored."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from trivet.web.fields import Choice, Words
from trivet.web.reporter.forms import SHORT, ReportForm, ask


class TakeDownForm(ReportForm):
    """The report's own fields, asked about somebody else."""

    groups = [
        (
            _("If they said it"), [],
            ["who", "recognise", "when", "where", "circumstances", "others", "still_happening"],
        ),
        (_("The person who told you"), [], ["relation", "contact", "safe_contact", "language", "team_may_meet"]),
        (_("Somebody should not read this"), [("receive", "leave-out")], ["leave_out"]),
    ]  # fmt: skip

    what_happened = Words(
        label=_("What did they tell you?"),
        rows=8,
        help_text=_("In their words, as near as you can. Mark what is yours."),
        error_messages={"required": _("Please write what they told you; a few words are enough.")},
    )
    who = ask("who", rows=2, longest=SHORT, help_text=_("Only if they say a name."))
    recognise = ask("recognise", rows=2, longest=SHORT, help_text=_("Clothing, hair, badge, where they sit or work."))
    when = ask("when", longest=SHORT, help_text=_("If it was not just now."))
    relation = Choice(
        label=_("To whom did it happen?"),
        required=False,
        choices=[
            ("me", _("To the person who told you")),
            ("saw", _("To somebody else; they saw or heard it")),
            ("told", _("To somebody else; they were told")),
        ],
    )
    contact = Words(
        label=_("How can the team reach them?"),
        required=False,
        longest=SHORT,
        help_text=_("Only if they want to be reached: a name, a number, where they are now."),
    )
    safe_contact = Words(label=_("How, and when, is that safe for them?"), required=False, longest=SHORT)
    language = Words(label=_("Which language do they prefer?"), required=False, longest=SHORT)
    team_may_meet = Choice(
        label=_("The team would like to meet and decide what to do. Is that all right with them?"),
        required=False,
        choices=[("yes", _("Yes")), ("wait", _("They want to be spoken to first"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("homepage", "affected_knows", "access_needs", "attachments"):
            del self.fields[name]


class DayLinkForm(TakeDownForm):
    """The same, from somebody without an account."""

    helper = Words(
        label=_("Your name, or where you help"),
        required=False,
        longest=120,
        help_text=_("So that the team can find you and ask."),
    )

    @property
    def account(self) -> dict[str, str]:
        """Holders see that no account stands behind the name."""
        name = self.cleaned_data["helper"] or _("somebody")
        return {**super().account, "helper": str(_("{name}, with a day link")).format(name=name)}
