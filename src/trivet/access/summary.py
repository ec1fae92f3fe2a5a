"""The sealed line by which a case stands in a list, so that a list opens no case."""

import json
from dataclasses import asdict, dataclass

from trivet.models import Case
from trivet.vault.envelope import seal, unseal


@dataclass(frozen=True)
class Summary:
    """Code name, state, the next step's kind and time (ISO), who has it, who opened it, a doubt about who wrote.

    ``next_by`` is whoever took the next step on, where that is somebody in particular.
    """

    code_name: str
    state: str
    next: str
    due: str | None
    claimed_by: str | None
    opened_by: tuple[str, ...]
    perhaps_a_program: bool = False
    next_by: str = ""


def seal_summary(case: Case, key: bytes, summary: Summary) -> bytes:
    return seal(key, json.dumps({"schema": 1, **asdict(summary)}).encode(), place=_place(case))


def unseal_summary(case: Case, key: bytes) -> Summary:
    """Raises ``Tampered``."""
    fields = json.loads(unseal(key, case.summary, place=_place(case)))
    fields.pop("schema")
    return Summary(**{**fields, "opened_by": tuple(fields["opened_by"])})


def _place(case: Case) -> tuple[str, ...]:
    return ("summary", str(case.id), str(case.key_version))
