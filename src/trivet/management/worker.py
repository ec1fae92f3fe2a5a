"""What gunicorn says and logs on its own: nothing of what was sent, and no address."""

from typing import Any

from gunicorn import util
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.gthread import ThreadWorker

ANSWERS = {LimitRequestLine: (414, "URI Too Long"), LimitRequestHeaders: (431, "Request Header Fields Too Large")}


class QuietWorker(ThreadWorker):
    """Answers what is no request with a bare status; gunicorn's own answer and log line repeat it."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        status, reason = ANSWERS.get(type(exc), (400, "Bad Request"))
        if not isinstance(exc, ParseException | OSError):
            status, reason = 500, "Internal Server Error"
            self.log.error("request-failed %s", type(exc).__name__)
        try:
            util.write_error(client, status, reason, "")
        except OSError:
            return  # whoever sent it is gone
