"""The account: what the reporter wrote, with the questions they answered."""

from typing import Any

from trivet.models.report import Report
from trivet.web.labels import ANSWERS, QUESTIONS


def account(report: Report) -> list[dict[str, Any]]:
    """Question and answer for everything that was answered."""
    answers = [(name, getattr(report, name)) for name in QUESTIONS]
    return [
        {"name": name, "label": QUESTIONS[name], "text": ANSWERS.get((name, text), text)}
        for name, text in answers
        if text
    ]
