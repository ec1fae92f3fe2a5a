"""All guidance text, written as Markdown for people who don't program.

A page lives at ``<language>/<number>-<step>/<slug>.md``; its address is the step (one of the
eight verbs) and the slug: ``page("respond", "first-words")``. Short pages, ``card: true``,
stand beside forms; long ones are for reading. Nothing here knows Django.
"""

from trivet.handbook.parse import BadPage, Page
from trivet.handbook.shelf import STEPS, NoSuchPage, page, pages

__all__ = ["STEPS", "BadPage", "NoSuchPage", "Page", "page", "pages"]
