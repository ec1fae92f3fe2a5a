"""What needs you now, and the page of one case."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trivet.access import cases, departures, duty, holding, organising, restored, turning
from trivet.access.cases import Listed, OpenCase
from trivet.models.report import NAMED
from trivet.models.response import Message
from trivet.models.task import Task
from trivet.process import circles, publish, standing_in
from trivet.process.filing import refresh
from trivet.process.obligations import owed
from trivet.process.steps import Step, next_step, step_for, withheld
from trivet.web.unlocked import signed_in

from .account import account, conversations, titled
from .attached import attached
from .door import opened
from .labels import OUTCOMES, STATES, STEPS, WAITING, step_key, step_url
from .people import names_for, names_in
from .timeline import timeline

FEW = 5  # so many are seen at a glance


@require_safe
@signed_in
def needs_you(request: HttpRequest) -> HttpResponse:
    """Every case that the member holds, the most urgent first."""
    if not holding.may_hold_cases(request.member, timezone.now()):  # type: ignore[attr-defined]
        may_make = organising.may_make_events(request.unlocked, at=timezone.now())  # type: ignore[attr-defined]
        return redirect("/events/" if may_make else "/handbook/")
    lines = mine(request)
    context = {
        "stale": len(turning.stale(request.unlocked, at=timezone.now())),  # type: ignore[attr-defined]
        "lost": departures.lost(request.member, at=timezone.now()),  # type: ignore[attr-defined]
        "orphans": departures.orphans(request.member, at=timezone.now()),  # type: ignore[attr-defined]
        "restored": restored.waits_for(request.unlocked, at=timezone.now()),  # type: ignore[attr-defined]
        "missed": circles.missed(request.member, timezone.now()),  # type: ignore[attr-defined]
        "on_duty": duty.now_at_events_of(request.unlocked, timezone.now()),  # type: ignore[attr-defined]
        "searchable": len(lines) > FEW,
        "open_cases": [line for line in lines if not line["closed"]],
        "closed_cases": [line for line in lines if line["closed"]],
    }
    return render(request, "team/needs.html", context)


def mine(request: HttpRequest) -> list[dict[str, Any]]:
    """The cases that somebody holds, the most urgent first, as ``parts/case.html`` takes them."""
    listed = cases.list_cases(request.unlocked, at=timezone.now())  # type: ignore[attr-defined]
    known = [item.summary for item in listed if item.summary]
    names = names_for(id_ for s in known for id_ in (s.claimed_by, s.next_by) if id_)
    return sorted((_line(item, names, request) for item in listed), key=lambda line: line["order"])


@require_safe
@opened
def case_page(request: HttpRequest, case: OpenCase) -> HttpResponse:
    """The account, the timeline, what is owed, and one thing to do next."""
    names, now = names_in(case), timezone.now()
    frame = {"case": case, "event": case.case.event, "names": names, "outcome": case.outcome, "outcome_text": ""}
    if case.outcome:
        frame["outcome_text"] = OUTCOMES[case.outcome.outcome]
    if case.destroyed:
        return render(request, "team/outcome.html", frame)
    refresh(case, at=now)
    file = case.file
    step = next_step(file, by=case.by)
    context = {
        **frame,
        "file": file,
        "next": shown(step, case, now),
        "owed_list": _once([shown(step_for(duty, file, by=case.by), case, now) for duty in owed(file)]),
        "accounts": [
            {
                "title": title,
                "answers": account(one),
                "report": one,
                "joined": one.id in file.joined,
                "attachments": attached(case, one),
            }
            for one, title in titled(file)
        ],
        "entries": timeline(case, names),
        "conversations": [(title, [_said(m, names) for m in said]) for title, said in conversations(case)],
        "claimed_by": names.get(file.claimed_by or ""),
        "handed_to": names.get(file.handed_to or ""),
        "named": [names[member] for member in withheld(file, NAMED)],
        "written": bool(publish.draft(case)),
        "sent": publish.sent_report(case),
        "helpers": standing_in.helpers(case, now) if standing_in.too_few(case) else None,
    }
    return render(request, "team/case.html", context)


def shown(step: Step, case: OpenCase, now: datetime) -> dict[str, Any]:
    """A step as the parts of a page show it."""
    label, why = STEPS[step_key(step)]
    task = _task(step, case)  # whoever sees to it, any of them may say that it is done
    report = _report(step, case)
    return {
        "label": " · ".join([str(label), *report]), "why": task or (WAITING if step.waiting else why), "due": step.due,
        "late": bool(step.due and step.due < now),
        "url": "" if (step.waiting and not task) or step.kind == "none" else step_url(step, case.case.id),
    }  # fmt: skip


def _report(step: Step, case: OpenCase) -> list[str]:
    """Of several reports the one whose author is to be told."""
    return [title for report, title in titled(case.file) if step.kind == "told" and report.id == step.of]


def _task(step: Step, case: OpenCase) -> str:
    """What a task is, and who of them sees to it."""
    task = case.file.named(step.of) if step.kind == "task" else None
    if not isinstance(task, Task):
        return ""
    return " · ".join([*(member.name for member in case.holders if str(member.id) == task.owner), task.what])


def _once(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Duties that one step meets together are one line, with the earliest time."""
    return list({(str(line["label"]), line["url"]): line for line in reversed(lines)}.values())[::-1]


def _line(item: Listed, names: dict[str, str], request: HttpRequest) -> dict[str, Any]:
    url, summary = f"/cases/{item.case.id}/", item.summary
    if summary is None:
        return {"url": url, "code_name": None, "closed": True, "order": (True, None, ""), "damaged": True}
    due = datetime.fromisoformat(summary.due) if summary.due else None
    if item.case.news and item.due:
        due = min(item.due, due or item.due)
    mine = str(request.member.id) in summary.opened_by  # type: ignore[attr-defined]
    label = STEPS[_key(summary.next)][0] if mine else STEPS["opening"][0]
    holder = names.get(summary.claimed_by or "")
    return {
        "url": url, "zone": item.case.event.zone, "code_name": summary.code_name, "state": STATES[summary.state],
        "next": " · ".join(filter(None, [str(label), names.get(summary.next_by, "") if mine else ""])),
        "owed": {"due": due, "late": due < timezone.now()} if due else None,
        "holders": [holder] if holder else [], "news": item.case.news and mine,
        "program": summary.perhaps_a_program,
        "closed": summary.state == "closed" and not due, "order": (due is None, due, summary.code_name),
    }  # fmt: skip


def _key(kind: str) -> str:
    return kind if kind in STEPS else "none"


def _said(message: Message, names: dict[str, str]) -> dict[str, Any]:
    return {
        "from_team": not message.from_reporter, "who": names.get(message.by, ""), "at": message.at,
        "body": message.text, "files": len(message.attachments),
    }  # fmt: skip
