"""Forms of tasks: what, who of the holders, and by when; on their own, or as rows of the meeting's form."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from trivet.access.cases import OpenCase
from trivet.process.tasks import NewTask
from trivet.web.fields import Choice, Moment, Words

from .step import StepForm, not_to_come

SHORT = 500
ROWS = 3


class TaskForm(StepForm):
    what = Words(label=_("What is to be done?"), rows=2, longest=SHORT)
    owner = Choice(label=_("Who of you sees to it?"))
    due = Moment(label=_("By when?"))

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        self.fields["owner"].choices = [(str(m.id), m.name) for m in case.holders]  # type: ignore[attr-defined]

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"owner": case.by, "due": timezone.localtime() + timedelta(hours=2)}


class SettleTaskForm(StepForm):
    way = Choice(
        label=_("How does it stand?"), choices=[("done", _("It is done")), ("dropped", _("It is not needed any more"))]
    )
    done_at = Moment(label=_("When?"))
    words = Words(label=_("A word on it"), rows=2, required=False, longest=SHORT)

    def first_values(self, case: OpenCase) -> dict[str, Any]:
        return {"way": "done", "done_at": timezone.localtime()}

    def clean_done_at(self) -> datetime:
        return not_to_come(self.cleaned_data["done_at"])

    @property
    def arguments(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name != "way"}
        return {**said, "dropped": self.cleaned_data["way"] == "dropped"}


class TaskRows(StepForm):
    """A few tasks in a larger form; a row counts once it says what, or who. ``tasks`` is what they come to."""

    def __init__(self, case: OpenCase, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        people = [("", "—"), *((str(member.id), member.name) for member in case.holders)]
        for n in range(ROWS):
            legend = str(_("Task {number}")).format(number=n + 1)
            what, owner, due = (
                format_html('<span class="of">{}: </span>{}', legend, part)
                for part in (_("What"), _("Who"), _("By when"))
            )
            self.fields[f"task-{n}-what"] = Words(label=what, required=False, longest=SHORT)
            self.fields[f"task-{n}-owner"] = forms.ChoiceField(
                label=owner, required=False, choices=people,
                error_messages={"invalid_choice": _("Please choose one of these.")},
            )  # fmt: skip
            soon = timezone.localtime() + timedelta(hours=2)
            self.fields[f"task-{n}-due"] = Moment(label=due, required=False, initial=soon)

    @property
    def rows(self) -> list[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [(n + 1, self[f"task-{n}-what"], self[f"task-{n}-owner"], self[f"task-{n}-due"]) for n in range(ROWS)]

    @property
    def rows_open(self) -> bool:
        """Whether something in them was filled in, or needs another look."""
        return any(what.value() or who.value() or due.errors for _number, what, who, due in self.rows)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        asked = {"what": _("What is to be done?"), "owner": _("Who of you sees to it?"), "due": _("By when?")}
        for n in range(ROWS):
            begun = said.get(f"task-{n}-what") or said.get(f"task-{n}-owner")
            for part, question in asked.items():
                if begun and said.get(f"task-{n}-{part}") in ("", None) and f"task-{n}-{part}" not in self.errors:
                    self.add_error(f"task-{n}-{part}", question)
        return said

    @property
    def arguments(self) -> dict[str, Any]:
        said = {name: value for name, value in super().arguments.items() if not name.startswith("task-")}
        rows = [[self.cleaned_data[f"task-{n}-{part}"] for part in ("what", "owner", "due")] for n in range(ROWS)]
        return {**said, "tasks": [NewTask(*row) for row in rows if row[0]]}
