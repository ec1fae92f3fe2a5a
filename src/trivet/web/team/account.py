"""The account: what the reporter wrote, with the questions they answered."""

from typing import Any

from django.utils.translation import gettext as _

from trivet.access.cases import OpenCase
from trivet.models import CaseFile
from trivet.models.report import Report
from trivet.models.response import Message
from trivet.web.labels import ANSWERS, QUESTIONS


def titled(file: CaseFile) -> list[tuple[Report, str]]:
    """Every report of a case with what it is called there, the first one first."""
    first, *more = file.reports
    return [(first, _("The first report")), *((one, _further(one, file, i)) for i, one in enumerate(more, start=2))]


def conversations(case: OpenCase) -> list[tuple[str, list[Message]]]:
    """What was said with each author who can come back, under what their report is called."""
    file = case.file
    return [
        (title, file.in_conversation(file.conversation_of(report), Message))
        for report, title in titled(file) if report.id in case.conversations
    ]  # fmt: skip


def _further(report: Report, file: CaseFile, number: int) -> str:
    if report.is_retaliation:
        return _("Report {number}: somebody gets back at them").format(number=number)
    if report.id in file.joined:
        return _("Report {number}, by somebody else: {code_name}").format(number=number, code_name=report.code_name)
    return _("Report {number}").format(number=number)


def account(report: Report) -> list[dict[str, Any]]:
    """Question and answer for everything that was answered."""
    answers = [(name, getattr(report, name)) for name in QUESTIONS]
    return [
        {"name": name, "label": QUESTIONS[name], "text": ANSWERS.get((name, text), text)}
        for name, text in answers
        if text
    ]
