"""Who gets which answer from which address: the whole surface, in tables.

The columns are the groups of ``roles``: strangers, people of no team, members without a key to
the case, a holder who has not opened it, a holder.
"""

from dataclasses import dataclass

NOT_ALLOWED = 405
ALL = ("received", "on hold", "proposed", "decided", "closed", "cleared", "sent")
OPEN = ALL[:4]

# area             GET and HEAD           POST
AREAS = {
    "front": ("200 302 302 302 302", "405 405 405 405 405"),
    "public": ("200 200 200 200 200", "405 405 405 405 405"),
    "report": ("200 200 200 200 200", "200 200 200 200 200"),
    "return": ("200 200 200 200 200", "404 404 404 404 404"),  # with the code: 200
    "sign-in": ("200 200 200 200 200", "422 302 302 302 302"),
    "sign-out": ("405 405 405 405 405", "302 302 302 302 302"),
    "password": ("302 200 200 200 200", "302 302 302 302 302"),
    "made by a link": ("404 404 404 404 404", "404 404 404 404 404"),  # by this one nothing, to anybody
    "recover": ("200 200 200 200 200", "422 422 422 422 422"),
    "day's handbook": ("404 404 404 404 404", "405 405 405 405 405"),  # by a link that was never made
    "day link": ("302 404 200 200 200", "403 404 200 200 200"),
    "rota": ("302 404 200 200 200", "403 404 422 422 422"),  # with nothing filled in
    "rota name": ("405 405 405 405 405", "403 404 302 302 302"),
    "own": ("302 200 200 200 200", "405 405 405 405 405"),
    "own names": ("302 200 200 200 200", "403 302 302 302 302"),
    "own calendar": ("302 200 200 200 200", "403 200 200 200 200"),
    "own code": ("302 200 200 200 200", "302 200 200 200 200"),
    "own factor": ("302 200 200 200 200", "302 302 302 302 302"),
    "people": ("302 404 200 200 200", "403 404 404 404 404"),
    "vouching": ("302 404 200 200 200", "403 404 409 409 409"),  # other words than were heard
    "chair": ("302 404 404 404 404", "403 404 404 404 404"),  # what a chair gets: ``by_chair``
    "event": ("302 404 200 200 200", "405 405 405 405 405"),
    "page to keep": ("302 200 200 200 200", "405 405 405 405 405"),
    "kept on a phone": ("405 405 405 405 405", "403 422 422 422 422"),  # of nothing: sealed to nobody here
    "kept under no link": ("405 405 405 405 405", "404 404 404 404 404"),
    "taking down": ("302 200 200 200 200", "403 200 200 200 200"),  # for whoever has a role there now
    "facts": ("302 404 404 404 404", "403 404 404 404 404"),  # for chairs, too
    "handing over": ("302 404 200 200 200", "403 404 302 302 302"),  # of no case: on to the next ones
    "own conflicts": ("302 404 200 200 200", "403 404 302 302 302"),
    "handbook": ("302 200 200 200 200", "405 405 405 405 405"),
    "list": ("302 302 200 200 200", "405 405 405 405 405"),
    "search": ("302 200 200 200 200", "403 200 200 200 200"),
    "drafts": ("405 405 405 405 405", "403 404 404 204 204"),
    "restored": ("302 302 302 302 302", "405 405 405 405 405"),  # nothing was restored
    "turning": ("302 302 302 302 302", "403 302 302 302 302"),  # nobody left
    "what changed": ("302 404 404 404 404", "403 404 404 404 404"),
    "case": ("302 404 404 302 200", "405 405 405 405 405"),
    "agenda": ("302 404 404 302 200", "405 405 405 405 405"),
    "opening": ("302 404 404 200 302", "403 404 404 302 302"),
    "stepping back": ("302 404 404 200 200", "403 404 404 302 302"),
    "joining": ("302 404 404 302 200", "403 404 404 302 422"),  # there is no other case
    "step": ("302 404 404 302 200", "403 404 404 302 302"),
    "nothing joined": ("302 404 404 302 404", "403 404 404 302 404"),
    "attachment": ("302 404 404 302 200", "405 405 405 405 405"),
}
# What a destroyed case still answers to those who held it: the page with the outcome record, and its journal.
DESTROYED = {
    "case": 200, "agenda": 302, "drafts": 404, "opening": 302, "stepping back": 302, "step": 302, "joining": 302,
    "nothing joined": 302, "attachment": 404,
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """``step`` names the form; ``done_in`` are the states in which it is accepted, elsewhere a gate refuses.

    ``by_chair`` is what a chair's form is answered with, where it is more than others get.
    """

    area: str
    step: str = ""
    done_in: tuple[str, ...] = ALL
    by_chair: int = 0


C = "cases/<uuid:case_id>/"
P = "events/<event:event_slug>/people/"
H = "events/<event:event_slug>/handover/"
ROWS = {
    "": Row("front"),
    "healthz": Row("public"),
    "<event:event_slug>/": Row("public"),
    "<event:event_slug>/report/": Row("report"),
    "<event:event_slug>/return/": Row("return"),
    "sign-in/": Row("sign-in"),
    "sign-out/": Row("sign-out"),
    "account/password/": Row("password"),
    "set-up/<str:token>/": Row("made by a link"),
    "join/<str:token>/": Row("made by a link"),
    "day/<str:token>/": Row("made by a link"),
    "day/<str:token>/shell/": Row("day's handbook"),
    "day/<str:token>/sealed/": Row("kept under no link"),
    "day/worker.js": Row("public"),
    "day/<str:token>/handbook/": Row("day's handbook"),
    "day/<str:token>/handbook/<slug:step>/<slug:slug>/": Row("day's handbook"),
    "recover/": Row("recover"),
    "account/": Row("own"),
    "account/names/": Row("own names"),
    "calendar/<str:token>.ics": Row("day's handbook"),
    "account/calendar/": Row("own calendar"),
    "account/quiet-hours/": Row("own names"),
    "account/recovery-code/": Row("own code"),
    "account/second-factor/": Row("own factor"),
    "account/sessions/": Row("password"),
    "events/": Row("own"),
    "events/new/": Row("facts", by_chair=302),
    "events/<event:event_slug>/": Row("event"),
    "events/<event:event_slug>/settings/": Row("facts", by_chair=302),
    "events/<event:event_slug>/take-down/": Row("taking down"),
    "events/<event:event_slug>/take-down/shell/": Row("page to keep"),
    "events/<event:event_slug>/take-down/sealed/": Row("kept on a phone"),
    "events/<event:event_slug>/take-down/worker.js": Row("public"),
    "events/<event:event_slug>/day-link/": Row("day link"),
    "events/<event:event_slug>/duty/": Row("rota"),
    "events/<event:event_slug>/duty/shown/": Row("rota name"),
    P: Row("people"),
    P + "invitation/": Row("chair", by_chair=200),
    P + "<uuid:member_id>/": Row("chair", by_chair=302),
    P + "<uuid:member_id>/vouch/": Row("vouching"),
    P + "<uuid:member_id>/new-keys/": Row("chair", by_chair=200),
    P + "<uuid:member_id>/remove/": Row("chair", by_chair=302),
    H: Row("handing over"),
    H + "conflicts/": Row("own conflicts"),
    "handbook/": Row("handbook"),
    "handbook/<slug:step>/<slug:slug>/": Row("handbook"),
    "cases/": Row("list"),
    "cases/search/": Row("search"),
    "turning/": Row("turning"),
    "restored/": Row("restored"),
    "restored/<event:event_slug>/": Row("what changed"),
    "restored/<uuid:case_id>/": Row("what changed"),
    C: Row("case"),
    C + "journal/": Row("case"),
    C + "drafts/": Row("drafts", "drafts"),
    C + "opening/": Row("opening", "opening"),
    C + "danger/": Row("step", "danger"),
    C + "step-back/": Row("stepping back", "step-back"),
    C + "exclude/": Row("step", "exclude"),
    C + "claim/": Row("step", "claim", ("received", "on hold")),
    C + "hand-over/": Row("step", "hand-over", ("proposed", "decided")),
    C + "note/": Row("step", "note"),
    C + "attachments/<uuid:attachment_id>/": Row("attachment"),
    C + "attachments/<uuid:attachment_id>/file/": Row("attachment"),
    C + "message/": Row("step", "message"),
    C + "words/": Row("step", "words"),
    C + "names/": Row("step", "names"),
    C + "approach/": Row("step", "approach"),
    C + "permission/": Row("step", "permission"),
    C + "safety-plan/": Row("step", "safety-plan"),
    C + "interim/": Row("step", "interim"),
    C + "hold/": Row("step", "hold", ("received", "proposed")),
    C + "hold-end/": Row("step", "hold-end", ("on hold",)),
    C + "bring-in/": Row("step", "bring-in", ()),  # three hold it
    C + "join/": Row("joining", "join"),
    C + "part/<uuid:of>/": Row("nothing joined"),
    C + "further-report/": Row("step", "further-report", OPEN),
    C + "review/<uuid:of>/": Row("step", "review"),
    C + "hearing/": Row("step", "hearing"),
    C + "agenda/": Row("agenda"),
    C + "on-paper/": Row("agenda"),
    C + "meeting/": Row("step", "meeting"),
    C + "task/": Row("step", "task", OPEN),
    C + "task/<uuid:of>/": Row("step", "settle-task", OPEN),
    C + "decision/": Row("step", "decision", ()),  # none is due when noor asks
    C + "agreement/": Row("step", "agreement", ("proposed",)),
    C + "warning/": Row("step", "warning", ("decided",)),
    C + "told/<slug:party>/": Row("step", "told", ALL[4:]),
    C + "told/reporter/<uuid:of>/": Row("nothing joined"),
    C + "committee/": Row("step", "committee", ("closed", "cleared")),
    C + "second-reading/": Row("step", "second-reading", ("closed", "cleared", "sent")),
    C + "sending/": Row("step", "sending", ("cleared",)),
    C + "acknowledgement/": Row("step", "acknowledgement", ("sent",)),
    C + "closing/": Row("step", "closing", ()),
    C + "reopening/": Row("step", "reopening", ("closed", "cleared", "sent")),
}


def expected(row: Row, method: str, column: int, state: str, *, has_code: bool, chair: bool, left: bool = False) -> int:
    """The status that the tables promise."""
    if method not in ("GET", "HEAD", "POST"):
        return NOT_ALLOWED
    if chair and row.by_chair:
        return row.by_chair if method == "POST" else 200
    status = int(AREAS[row.area][method == "POST"].split()[column])
    if status == NOT_ALLOWED:
        return status
    if left and row.area in ("taking down", "page to keep", "kept on a phone"):
        return 404
    if row.area == "return" and method == "POST" and has_code and state != "destroyed":
        return 200
    if state == "destroyed" and column >= 3 and row.area in DESTROYED:
        return DESTROYED[row.area]
    if row.area == "step" and method == "POST" and column == 4 and state not in row.done_in:
        return 409
    return status
