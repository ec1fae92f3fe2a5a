"""Files, bodies that are too large, too many fields, other kinds of content."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor

from cast import Cast

FORM = "application/x-www-form-urlencoded"
MB = 1024 * 1024


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


def test_a_text_that_comes_as_a_file_is_asked_for_again(reporting: Reporting) -> None:
    file = SimpleUploadedFile("what_happened.txt", b"the account")
    with nothing_written():
        answer = reporting.sends(what_happened=file)
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/conf/report/", "/conf/return/", "/sign-in/"])
def test_a_body_that_is_too_large_is_refused_in_a_sentence(reporting: Reporting, path: str) -> None:
    body = b"secret=" + reporting.secret.encode() + b"&what_happened=" + b"x" * (13 * MB)
    with nothing_written():
        answer = Visitor().sends_raw(path, body, FORM)
    assert answer.status_code == 413
    assert "This is too much at once" in read_on(answer)


@pytest.mark.parametrize("path", ["/conf/report/", "/conf/return/", "/sign-in/"])
def test_too_many_fields_are_refused_in_a_sentence(reporting: Reporting, path: str) -> None:
    body = b"&".join(b"field%d=x" % number for number in range(1_001))
    with nothing_written():
        answer = Visitor().sends_raw(path, body, FORM)
    assert answer.status_code == 413
    assert "This is too much at once" in read_on(answer)


def test_too_many_files_are_refused_in_a_sentence(reporting: Reporting) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(101)]
    answer = reporting.sends(what_happened="see the files", attachments=files)
    assert answer.status_code == 413
    assert "This is too much at once" in read_on(answer)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/octet-stream", "", "multipart/mixed"])
def test_another_kind_of_content_is_no_report(reporting: Reporting, kind: str) -> None:
    with nothing_written():
        answer = reporting.visitor.sends_raw("/conf/report/", b'{"what_happened": "x"}', kind)
    assert answer.status_code == 422
    assert "Please write what happened" in read_on(answer)


BROKEN = {
    "no boundary": ("multipart/form-data", b"x"),
    "an empty boundary": ("multipart/form-data; boundary=", b"x"),
    "cut off": ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="what_happened"\r\n'),
    "bad base64": (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="what_happened"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%'
        b"\r\n--b--\r\n",
    ),
    "another alphabet": (f"{FORM}; charset=utf-16", b"what_happened=x"),
}


@pytest.mark.parametrize(("kind", "body"), BROKEN.values(), ids=BROKEN)
def test_a_broken_body_is_answered_in_a_sentence(reporting: Reporting, kind: str, body: bytes) -> None:
    with nothing_written():
        answer = reporting.visitor.sends_raw("/conf/report/", body, kind)
    assert 400 <= answer.status_code < 500
    assert any(said in read_on(answer) for said in ("othing was saved", "Not sent yet"))


def test_an_alphabet_that_nobody_knows_loses_no_report(reporting: Reporting) -> None:
    answer = reporting.visitor.sends_raw("/conf/report/", b"what_happened=x", f"{FORM}; charset=klingon")
    assert len(code_on(answer).split()) == 7
