"""The people of ``soak.py``: each at a browser of their own, noting down what they were told was kept."""

import random
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections import Counter
from dataclasses import dataclass, field
from http.cookiejar import CookieJar

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
_CASE = re.compile(r"/cases/([0-9a-f-]{36})/")
_CODE = re.compile(r'id="return-code"[^>]*>(.*?)</p>', re.S)


@dataclass
class Browser:
    """Counts every answer by its status, and how long it took."""

    root: str
    statuses: Counter = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # texts that the server said it has
    threads: dict[str, list[str]] = field(default_factory=dict)  # the same, by return code
    told_twice: int = 0
    at: str = ""

    def __post_init__(self) -> None:
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.page, self.status = "", 0

    def go(self, path: str, **fields: str) -> str:
        """Ask for a page, or send a form."""
        body = urllib.parse.urlencode(fields).encode() if fields else None
        start = time.monotonic()
        try:
            with self.opener.open(self.root + path, body, timeout=120) as answer:
                self.status, self.page, self.at = answer.status, answer.read().decode(), answer.url
        except urllib.error.HTTPError as refused:
            self.status, self.page = refused.code, refused.read().decode()
        self.times.append(time.monotonic() - start)
        self.statuses[self.status] += 1
        return self.page

    @property
    def hidden(self) -> dict[str, str]:
        return dict(_HIDDEN.findall(self.page))


def report(me: Browser, until: float) -> None:
    """Report, come back, write more; now and then press a button twice."""
    while time.monotonic() < until:
        me.go("/practice/report/")
        form, text = {"secret": me.hidden["secret"]}, f"Report {uuid.uuid4()}"
        code = _code_in(me.go("/practice/report/", what_happened=text, **form))
        if random.random() < 0.2:
            me.told_twice += code != _code_in(me.go("/practice/report/", what_happened=text, **form))
        me.kept.append(text)
        me.threads[code] = []
        for _ in range(random.randrange(4)):
            _pause()
            _write_more(me, code)
        _pause()


def _write_more(me: Browser, code: str) -> None:
    me.go("/practice/return/", return_code=code)
    form, text = {"return_code": code, "once": me.hidden["once"]}, f"Message {uuid.uuid4()}"
    for _ in range(1 + (random.random() < 0.2)):
        me.go("/practice/return/", message=text, **form)
    me.kept.append(text)
    me.threads[code].append(text)


def _code_in(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", _CODE.search(page)[1]).split())


def work(me: Browser, email: str, password: str, until: float) -> None:
    """Sign in; open cases, write notes and messages, step back now and then."""
    me.go("/sign-in/")
    me.go("/sign-in/", **me.hidden, email=email, password=password)
    while time.monotonic() < until:
        cases = sorted(set(_CASE.findall(me.go("/cases/"))))[:20]  # few, so that they meet
        for case in random.sample(cases, min(3, len(cases))):
            if _opened(me, f"/cases/{case}/"):
                _save(me, f"/cases/{case}/note/", f"Note {uuid.uuid4()}")
                _save(me, f"/cases/{case}/message/", f"Answer {uuid.uuid4()}")
                if random.random() < 0.05:
                    me.go(f"/cases/{case}/step-back/")
                    me.go(f"/cases/{case}/step-back/", **me.hidden, stand_in="")
        _pause(1)


def _opened(me: Browser, case: str) -> bool:
    """Go through the opening, as far as it is still to do."""
    for _ in range(12):
        me.go(f"{case}opening/")
        if me.status != 200 or not me.at.endswith("/opening/"):
            break
        me.go(f"{case}opening/", **me.hidden, danger="no")
    return me.status == 200


def _save(me: Browser, path: str, text: str) -> None:
    """Write, and send it again as long as somebody else changed the case in between."""
    me.go(path)
    if me.status != 200:
        return
    for _ in range(30):
        me.go(path, **me.hidden, text=text)
        if me.status != 409:
            break
    if me.status == 200:
        me.kept.append(text)


def _pause(shortest: float = 3) -> None:
    time.sleep(shortest * (1 + 2 * random.random()))
