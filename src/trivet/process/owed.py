"""One thing that is owed on a case."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Owed:
    """One duty. ``party`` is set where the same duty is owed to several; ``of`` names an entry."""

    kind: str
    due: datetime
    met_at: datetime | None = None
    party: str = ""
    of: str = field(default="", compare=False)
    loud: bool = False  # it waits for the first who answers, at any hour

    @property
    def open(self) -> bool:
        return self.met_at is None
