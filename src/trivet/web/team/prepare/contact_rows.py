"""Numbers to ring, as rows of a form: each kind has its own, and what is there already keeps its place."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from trivet.models import Kind
from trivet.web.fields import Number, Words

TWO_OF = (Kind.TEAM,)  # the pair on duty


@dataclass(frozen=True)
class Row:
    """One number; ``own`` is what it is called here, where that is not the name of its kind."""

    kind: Kind
    place: int
    own: str = ""

    @property
    def label(self) -> object:
        return self.own or (_("Code of Conduct team, a second number") if self.place else self.kind.label)

    @property
    def number(self) -> str:
        return f"{self.kind}-{self.place}-number"

    @property
    def note(self) -> str:
        return f"{self.kind}-{self.place}-note"


class ContactsForm(forms.Form):
    """A number and a note in each row. Once it is valid, ``contacts`` is what the event keeps."""

    def __init__(self, *args: Any, contacts: list[dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rows: list[Row] = []
        for kind in Kind:
            there = [contact for contact in contacts if contact["kind"] == kind]
            for place in range(max(len(there), 2 if kind in TWO_OF else 1)):
                self._add(kind, place, there[place] if place < len(there) else {})

    @property
    def rows(self) -> list[tuple[object, forms.BoundField, forms.BoundField]]:
        return [(row.label, self[row.number], self[row.note]) for row in self._rows]

    @property
    def contacts(self) -> list[dict[str, str]]:
        said = self.cleaned_data
        return [
            {"kind": str(row.kind), "number": said[row.number], "note": said[row.note]}
            | ({"label": row.own} if row.own else {})
            for row in self._rows
            if said[row.number]
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for row in self._rows:
            if said.get(row.note) and said.get(row.number) == "":
                self.add_error(row.number, _("There is a note and no number. Please add the number."))
        return said

    def _add(self, kind: Kind, place: int, there: dict[str, str]) -> None:
        row = Row(kind, place, there.get("label", ""))
        number, note = (
            format_html('<span class="of">{}: </span>{}', row.label, what) for what in (_("Number"), _("Note"))
        )
        self._rows.append(row)
        self.fields[row.number] = Number(label=number, required=False, initial=there.get("number", ""))
        self.fields[row.note] = Words(label=note, longest=120, required=False, initial=there.get("note", ""))
