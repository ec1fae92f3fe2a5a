"""Files that were made anew become attachments of an entry."""

from collections.abc import Sequence

from trivet.models import Attachment
from trivet.remake import Remade

Attached = tuple[tuple[Attachment, ...], dict[str, bytes]]


def attach(files: Sequence[Remade]) -> Attached:
    """What an entry says of them, and their bytes by the ids that it gives them."""
    made = [(Attachment(media=file.media, size=len(file.content)), file.content) for file in files]
    return tuple(attachment for attachment, _ in made), {attachment.id: content for attachment, content in made}
