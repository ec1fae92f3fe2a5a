"""Everybody who may ask for a page, and what they bring."""

from dataclasses import dataclass

from tests.web.scene import Scene
from tests.web.visitor import Visitor, unlocked

WRONG_CODE = "seven words that nobody was ever given"


@dataclass(frozen=True)
class Role:
    """``group`` is the column of the table; ``who`` of the cast signs in, "" is a stranger."""

    group: str
    who: str = ""
    has_code: bool = False
    chair: bool = False
    left: bool = False


GROUPS = ("stranger", "no team", "no key", "unopened", "holder")
ROLES = {
    "anonymous": Role("stranger"),
    "reporter": Role("stranger", has_code=True),
    "reported person": Role("stranger"),  # knows the address of the case, and nothing that opens it
    "staff": Role("no team", "jun"),
    "desk": Role("no team", "beatrix"),
    "former member": Role("no team", "pavel", left=True),
    "member without a key": Role("no key", "passerby"),
    "left out": Role("no key", "kwame"),
    "stepped back": Role("no key", "ingrid", chair=True),
    "holder before opening": Role("unopened", "newcomer"),
    "holder": Role("holder", "noor"),
}


class Doors:
    """A visitor in any role; each knock is a browser of its own, so that none changes the next."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._unlocked = {name: unlocked(scene.cast, role.who) if role.who else "" for name, role in ROLES.items()}

    def visitor(self, name: str) -> Visitor:
        """Each role at an address of its own, so that nobody's knocking slows the next one."""
        visitor = Visitor(self._unlocked[name])
        visitor.defaults["REMOTE_ADDR"] = f"198.51.100.{list(ROLES).index(name)}"
        return visitor

    def sign_in_fields(self, name: str) -> dict[str, str]:
        who = ROLES[name].who
        if not who:
            return {"email": "nobody@conf.example", "password": "wrong"}
        return {"email": f"{who}@conf.example", "password": self.scene.cast.password(who)}

    def password_fields(self, name: str) -> dict[str, str]:
        """To change the password, or to end every session by it."""
        theirs, new = self.sign_in_fields(name)["password"], "another-long-password-of-theirs"
        return {"password": theirs, "old": theirs, "new": new, "again": new}

    def code(self, name: str) -> str:
        return self.scene.code if ROLES[name].has_code else WRONG_CODE
