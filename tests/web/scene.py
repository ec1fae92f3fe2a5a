"""A case on which somebody is everything that one can be to a case, and planted strings that must not leak.

``noor`` and ``tomas`` hold it and have opened it. ``kwame`` was left out by the reporter, ``ingrid``
stepped back, ``newcomer`` stands in for her and has opened nothing; ``passerby`` is of the team only.
"""

import uuid
from dataclasses import dataclass

from cast import Cast
from trivet.models import Case, Role
from trivet.models.response import Note
from trivet.models.task import Task
from trivet.process import respond
from trivet.remake import TEXT, Remade

ACCOUNT, WHO, CONTACT = "ZEBRA-IN-THE-ACCOUNT", "ZEBRA-AMONG-THE-NAMES", "ZEBRA-AT-THE-ADDRESS"
NOTE, MESSAGE = "ZEBRA-IN-A-NOTE", "ZEBRA-IN-A-MESSAGE"
FILE, TASK = "ZEBRA-IN-A-FILE", "ZEBRA-IN-A-TASK"
NOWHERE = uuid.UUID(int=0x5EA1)


@dataclass
class Scene:
    """One case, and who is what to it."""

    cast: Cast
    case: Case
    code: str
    code_name: str
    of: str
    attachment: str
    task: str

    @property
    def revision(self) -> uuid.UUID:
        return Case.objects.get(id=self.case.id).revision

    @property
    def sealed(self) -> list[str]:
        """What nobody reads who does not hold the case."""
        return [ACCOUNT, WHO, CONTACT, NOTE, FILE, TASK, self.code_name]


def set_scene(cast: Cast) -> Scene:
    """A new case, opened by two of the three who hold it."""
    cast.joins("passerby", "Team Passerby", Role.TEAM)
    cast.joins("newcomer", "Team Newcomer", Role.TEAM)
    case = cast.report(leave_out=("kwame",), what_happened=ACCOUNT, who=WHO, contact=CONTACT, relation="saw")
    cast.open(case, "noor", "tomas")
    cast.settle_approach(case)
    respond.step_back(cast.read(case, "ingrid"), stand_in=cast.newcomer.member, at=cast.later(seconds=1))
    cast.do(respond.add_note, case, "noor", text=NOTE, attachments=[Remade(TEXT, FILE.encode())])
    cast.takes_on(case, "noor", TASK)
    file = cast.read(case, "noor").file
    (attachment,), (task,) = file.all(Note)[0].attachments, file.all(Task)
    return Scene(cast, case, cast.receipts[-1].code, file.code_name, file.report.id, attachment.id, task.id)
