"""Which kind of file it is: by how it begins, whatever its name says."""

from . import TEXT, Remade
from .pages import remake_pages
from .pictures import remake_picture
from .text import remake_text


def remake_any(sent: bytes) -> Remade:
    """Make a file anew; raises ``Unusable``, or whatever a decoder raises."""
    if sent.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (sent[:4], sent[8:12]) == (b"RIFF", b"WEBP"):
        return remake_picture(sent)
    if sent.startswith(b"%PDF-"):
        return remake_pages(sent)
    return Remade(TEXT, remake_text(sent))
