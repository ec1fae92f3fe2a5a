"""Which kind of file it is: by how it begins, whatever its name says."""

from collections.abc import Callable

from . import Remade

Maker = Callable[[bytes], Remade]


def maker_for(sent: bytes) -> Maker:
    """What makes a file of its kind anew; only what that takes is loaded. It raises ``Unusable``, or anything else."""
    if sent.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (sent[:4], sent[8:12]) == (b"RIFF", b"WEBP"):
        from .pictures import remake_picture

        return remake_picture
    if sent.startswith(b"%PDF-"):
        from .pages import remake_pages

        return remake_pages
    from .text import remake_text

    return remake_text
