"""Write docs/MAP.md: from each chapter of the process to its texts, pages, code and tests.

Run: make map. A test fails when the page no longer says what is there.
"""

import inspect
import os
import re
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")

import django

django.setup()

from trivet.handbook import STEPS, Page, pages
from trivet.web.urls import urlpatterns

ROOT = Path(__file__).parent.parent
HEAD = """# Map

From each chapter of the process document to what carries it. Written by `make map`; a test fails when it drifts.

The eight verbs name things in every layer: `process/<verb>.py` has the use cases, `web/team/<verb>.py` the pages
(`web/reporter/receive.py` on the reporter's side), `handbook/en/<n>-<verb>/` the texts, `templates/…/<verb>/` the
templates. Chapters whose pages are only `/handbook/` are told, and not yet carried out, by the product.
"""
_KINDS = {
    "<uuid:case_id>": "<uuid>", "<uuid:of>": "<uuid>", "<uuid:member_id>": "<uuid>",
    "<uuid:attachment_id>": "<uuid>", "<slug:party>": "<party>",
    "<event:event_slug>": "<event>", "<str:token>": "<token>",
}  # fmt: skip


def surface() -> dict[str, str]:
    """Every address, as the handbook writes them, with the module that answers there."""
    return {_shape(str(pattern.pattern)): _module(pattern.callback) for pattern in urlpatterns}


def text() -> str:
    """The whole page."""
    addresses = surface()
    chapters = list(dict.fromkeys(page.chapter for page in pages()))
    rows = [_row(chapter, [page for page in pages() if page.chapter == chapter], addresses) for chapter in chapters]
    table = ["| chapter | step | text | page | code | tests |", "| --- | --- | --- | --- | --- | --- |", *rows]
    others = ["| page | code |", "| --- | --- |"]
    others += [f"| `{address}` | `{module}` |" for address, module in addresses.items()]
    return "\n".join([HEAD, "## By chapter", "", *table, "", "## Every page", "", *others, ""])


def _row(chapter: str, texts: list[Page], addresses: dict[str, str]) -> str:
    steps = sorted({page.step for page in texts}, key=STEPS.index)
    shown = list(dict.fromkeys(address for page in texts for address in page.show))
    code = [f"process/{step}.py" for step in steps if (ROOT / f"src/trivet/process/{step}.py").exists()]
    code += dict.fromkeys(addresses[address] for address in shown)
    cells = [
        chapter,
        ", ".join(steps),
        _list(f"{page.step}/{page.slug}" for page in texts),
        _list(shown),
        _list(code),
        _list(name for step in steps for name in tests_of(step)),
    ]
    return f"| {' | '.join(cells)} |"


def tests_of(step: str) -> list[str]:
    """Test files that speak of a step by its name."""
    said = re.compile(rf"trivet\.process\.{step}\b|from trivet\.process import [^\n]*\b{step}\b|\b{step}\.\w+\(")
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT / "tests")) for file in files if said.search(file.read_text())]


def _list(items: Any) -> str:
    return " ".join(f"`{item}`" for item in dict.fromkeys(items)) or "–"


def _shape(pattern: str) -> str:
    for kind, plain in _KINDS.items():
        pattern = pattern.replace(kind, plain)
    return "/" + pattern


def _module(view: Any) -> str:
    """Where it stands; a step is made elsewhere, and stands where it has its name."""
    if hasattr(view, "step"):
        name = next(
            name
            for name, module in sys.modules.items()
            if name.startswith("trivet.web.team.") and view in vars(module).values()
        )
    else:
        name = inspect.unwrap(view).__module__
    return name.removeprefix("trivet.").replace(".", "/") + ".py"


if __name__ == "__main__":
    (ROOT / "docs/MAP.md").write_text(text())
