"""One answer of every kind that the product gives: pages of both sides, redirects, refusals, errors."""

from django.http import HttpResponse
from tests.web.reporting import Reporting
from tests.web.scene import Scene
from tests.web.visitor import Visitor, signed_in


def every_kind(scene: Scene) -> dict[str, HttpResponse]:
    """By a name for each; ``event…`` are pages that anybody gets."""
    case, noor, newcomer, nobody = f"/cases/{scene.case.id}", *_visitors(scene, "noor", "newcomer"), Visitor(csrf=False)
    reporting = Reporting(scene.cast).loads()
    pages = [
        "",
        "/claim",
        "/note",
        "/message",
        "/agreement",
        "/meeting",
        "/warning",
        "/closing",
        "/journal",
        "/step-back",
    ]
    return {
        **{f"case{page}": noor.get(f"{case}{page}/") for page in pages},
        **{path: noor.get(path) for path in ("/cases/", "/handbook/", "/handbook/respond/note/", "/account/password/")},
        **{f"a stranger at {path}": nobody.get(path) for path in ("/", "/healthz", "/sign-in/", "/cases/", f"{case}/")},
        **{f"event{page}": nobody.get(f"/conf{page}/") for page in ("", "/report", "/return")},
        "opening": newcomer.get(f"{case}/opening/"),
        "thanks": reporting.sends(what_happened="the account"),
        "an empty report": reporting.sends(what_happened=""),
        "thread": reporting.comes_back(scene.code),
        "a wrong code": reporting.comes_back("wrong"),
        "unlock": Visitor().sends(f"{case}/note/", {"text": "x"}),
        "no token": Visitor(csrf=False).sends(f"{case}/note/"),
        "stale": noor.sends(f"{case}/note/", {"text": "x"}),
        "not found": noor.get("/nowhere/at/all/"),
        "no such event": nobody.get("/nowhere/report/"),
        "not allowed": noor.put(f"{case}/"),
        "too much": reporting.visitor.sends_raw("/conf/report/", b"x=1&" * 1_001, "application/x-www-form-urlencoded"),
        "unreadable": reporting.visitor.sends_raw("/conf/report/", b"x", "multipart/form-data"),
        "no slash": noor.get("/cases"),
        "wrong host": Visitor().get("/", SERVER_NAME="elsewhere.example"),
        "signed out": signed_in(scene.cast, "tomas").sends("/sign-out/"),
    }  # fmt: skip


def _visitors(scene: Scene, *who: str) -> list[Visitor]:
    return [signed_in(scene.cast, one) for one in who]
