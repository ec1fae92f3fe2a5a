"""Files while they arrive: in memory, so many, so large, and never on the disk."""

from collections.abc import Callable
from io import BytesIO
from threading import Lock
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

from trivet.remake import LARGEST

FIELD = "attachments"
MOST_FILES = 5
ROOM = 120 * 1024 * 1024  # bytes of files that one process has in memory, of everybody together
TOO_MANY, TOO_LARGE, NO_ROOM = "many", "bytes", "room"


class Room:
    """So many bytes may be here at once; whoever finds none left is asked to come again."""

    def __init__(self, most: int) -> None:
        self.left, self._lock = most, Lock()

    def take(self, size: int) -> bool:
        with self._lock:
            if size > self.left:
                return False
            self.left -= size
            return True

    def give_back(self, size: int) -> None:
        with self._lock:
            self.left += size


class Sent(UploadedFile):
    """A file as it was sent; or only its name, and why the rest was dropped while it arrived."""

    def __init__(self, name: str, content: BytesIO, *, why_not: str, room: Room) -> None:
        self.content, self.why_not, self._room, self._held = content, why_not, room, content.getbuffer().nbytes
        super().__init__(content, name, size=self._held)

    def close(self) -> None:
        """Django does this when the answer has been given."""
        super().close()
        held, self._held = self._held, 0
        self._room.give_back(held)


class InMemory(FileUploadHandler):
    """Takes the files of one field; what is too much is read on, dropped, and said on the page."""

    room = Room(ROOM)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._count = 0
        self._begin()

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        if field_name != FIELD:
            raise SkipFile
        self._begin()
        self._count += 1
        if self._count > MOST_FILES:
            self._why_not = TOO_MANY

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._why_not:
            return
        if self._content.tell() + len(raw_data) > LARGEST:
            self._drop(TOO_LARGE)
        elif self.room.take(len(raw_data)):
            self._content.write(raw_data)
        else:
            self._drop(NO_ROOM)

    def file_complete(self, file_size: int) -> Sent:
        sent = Sent(str(self.file_name), self._content, why_not=self._why_not, room=self.room)
        self._begin()
        return sent

    def upload_interrupted(self) -> None:
        self._drop("")

    def _begin(self) -> None:
        self._content, self._why_not = BytesIO(), ""

    def _drop(self, why_not: str) -> None:
        self.room.give_back(self._content.tell())
        self._begin()
        self._why_not = why_not


class LetGo:
    """Of a file whose sender went away in the middle of it nothing stays in memory."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for handler in request.upload_handlers:
            handler.upload_interrupted()
        return response
