"""Pages as their readers see them."""

import re
from html import unescape

from trivet.handbook import Page, pages

PAGES = pages()


def name_of(page: Page) -> str:
    return f"{page.step}/{page.slug}"


def body_of(page: Page) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


def text_of(page: Page) -> str:
    """Everything, with plain apostrophes so that phrases can be found."""
    return f"{page.title}. {page.summary} {body_of(page)}".replace("’", "'")
