"""Files with a report, a message and a note: who may send them, and who may see them, and how."""

import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from tests.remake import samples
from tests.web.reporting import Reporting, code_on, read_on
from tests.web.stored import nothing_written
from tests.web.visitor import Visitor, hidden, signed_in

from cast import Cast
from trivet.models import Case, Part
from trivet.models.response import Note
from trivet.web.uploads import InMemory, Room

MB = 1024 * 1024
ACCOUNT = "see the picture"


@pytest.fixture
def reporting(cast: Cast) -> Reporting:
    return Reporting(cast).loads()


def file(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def refused(reporting: Reporting, *files: SimpleUploadedFile) -> str:
    """The page that came back, with what was typed and nothing stored."""
    with nothing_written():
        answer = reporting.sends(what_happened=ACCOUNT, attachments=list(files))
    assert answer.status_code == 422
    page = read_on(answer)
    assert ACCOUNT in page
    assert "Please choose your files again" in page
    return page


@pytest.fixture
def sent(cast: Cast, reporting: Reporting) -> Case:
    """A report with a picture, a PDF and a text, opened by noor."""
    files = [file(samples.jpeg()), file(samples.pdf(), "pages.pdf"), file(b"they wrote this", "chat.txt")]
    code_on(reporting.sends(what_happened=ACCOUNT, attachments=files))
    case = Case.objects.get()
    cast.open(case, "noor")
    return case


def links(cast: Cast, case: Case) -> list[str]:
    return [f"/cases/{case.id}/attachments/{one.id}/" for one in cast.read(case, "noor").file.report.attachments]


def bytes_of(answer: HttpResponse) -> bytes:
    assert answer.status_code == 200
    return answer.content


def test_a_form_that_nobody_has_sent_yet_complains_of_nothing(reporting: Reporting) -> None:
    answer = reporting.visitor.get("/conf/report/")
    assert answer.status_code == 200
    assert "What you typed is still here" not in read_on(answer)


def test_a_holder_may_look_at_a_picture_within_the_case(cast: Cast, sent: Case) -> None:
    noor, (picture, _, _) = signed_in(cast, "noor"), links(cast, sent)
    assert picture in read_on(noor.get(f"/cases/{sent.id}/"))
    assert '<img class="attached" src="file/"' in read_on(noor.get(picture))
    assert bytes_of(noor.get(f"{picture}file/")).startswith(b"\xff\xd8\xff")


def test_a_file_comes_under_a_policy_that_lets_it_do_nothing(cast: Cast, sent: Case) -> None:
    noor = signed_in(cast, "noor")
    kinds = {}
    for link in links(cast, sent):
        answer = noor.get(f"{link}file/")
        assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        kinds[answer.headers["Content-Type"]] = answer.headers["Content-Disposition"].partition(";")[0]
    assert kinds == {"image/jpeg": "inline", "application/pdf": "attachment", "text/plain; charset=utf-8": "inline"}


def test_every_look_at_a_file_is_in_the_journal(cast: Cast, sent: Case) -> None:
    noor, (picture, text, _) = signed_in(cast, "noor"), links(cast, sent)
    for link in (picture, picture, text):
        noor.get(f"{link}file/")
    looked = [line.member for line in cast.read(sent, "tomas").journal() if line.what == "opened an attachment"]
    assert looked == [str(cast.noor.member.id)] * 3
    assert read_on(noor.get(f"/cases/{sent.id}/journal/")).count("opened a file") == 3


def test_a_holder_who_has_not_opened_the_case_and_a_member_without_it_may_see_no_file(cast: Cast, sent: Case) -> None:
    for link in links(cast, sent):
        for path in (link, f"{link}file/"):
            assert signed_in(cast, "tomas").get(path).status_code == 302
            assert signed_in(cast, "kwame").get(path).status_code == 404
            assert Visitor().get(path).status_code == 302


def test_a_reporter_may_send_a_file_later_and_cannot_have_it_back(cast: Cast, reporting: Reporting) -> None:
    code = code_on(reporting.sends(what_happened=ACCOUNT))
    once = hidden(reporting.comes_back(code), "once")
    answer = reporting.comes_back(code, message="one more", once=once, attachments=file(b"they wrote this", "said.txt"))
    assert "With 1 file." in read_on(answer)
    assert "they wrote this" not in read_on(answer)
    case = Case.objects.get()
    cast.open(case, "noor")
    (link,) = [
        part for part in read_on(signed_in(cast, "noor").get(f"/cases/{case.id}/")).split('"') if "/attachm" in part
    ]
    assert bytes_of(signed_in(cast, "noor").get(f"{link}file/")) == b"they wrote this"


def test_a_message_whose_file_is_no_good_comes_back_with_what_was_typed(reporting: Reporting) -> None:
    code = code_on(reporting.sends(what_happened=ACCOUNT))
    once = hidden(reporting.comes_back(code), "once")
    with nothing_written():
        answer = reporting.comes_back(
            code, message="one more", once=once, attachments=file(b"\xff\xd8\xff\x00", "x.jpg")
        )
    assert answer.status_code == 422
    page = read_on(answer)
    assert "“x.jpg” could not be read" in page
    assert "one more" in page
    assert "Please choose your files again" in page


def test_a_holder_may_put_a_file_to_a_note(cast: Cast) -> None:
    case = cast.report()
    cast.open(case, "noor")
    noor, path = signed_in(cast, "noor"), f"/cases/{case.id}/note/"
    fields = {"seen": str(cast.read(case, "noor").case.revision), "text": "a screenshot"}
    refused = noor.sends(path, {**fields, "attachments": file(b"GIF89a\x00", "funny.gif")})
    assert refused.status_code == 422
    assert "“funny.gif” is of a kind that can’t be kept" in read_on(refused)
    assert "a screenshot" in read_on(refused)
    assert noor.sends(path, {**fields, "attachments": file(samples.png())}).status_code == 302
    note = cast.read(case, "noor").file.last(Note)
    assert [one.media for one in note.attachments] == ["image/png"]


def test_a_note_whose_session_ended_says_that_its_file_was_not_kept(cast: Cast) -> None:
    case = cast.report()
    fields = {"seen": str(case.revision), "text": "a screenshot", "attachments": file(samples.png())}
    page = read_on(Visitor().sends(f"/cases/{case.id}/note/", fields))
    assert "Your file was not kept" in page
    assert "a screenshot" in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xd8\xff\xe0 nothing more", "“photo.jpg” could not be read"),
        (b"MZ\x90\x00\x03", "“photo.jpg” is of a kind that can’t be kept"),
        (samples.pdf(pages=41), "“photo.jpg” has more to it than can be kept"),
        (bytes(10 * MB + 1), "“photo.jpg” has more than 10 MB"),
        (b"words, and no picture", "“photo.jpg” could not be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_beside_it_and_nothing_is_lost(
    reporting: Reporting, content: bytes, said: str
) -> None:
    assert said in refused(reporting, file(content))
    code_on(reporting.sends(what_happened=ACCOUNT))  # sent without it
    assert reporting.file().report.attachments == ()


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "letter.pdf"])
def test_text_that_is_called_something_else_is_of_no_kind_that_is_kept(reporting: Reporting, name: str) -> None:
    assert f"“{name}” is of a kind that can’t be kept" in refused(reporting, file(b"<svg>words</svg>", name))


@pytest.mark.parametrize("name", ["said.txt", "said", "chat.log", "notes.md", "SAID.TXT"])
def test_text_is_text_whatever_else_it_is_called(reporting: Reporting, name: str) -> None:
    code_on(reporting.sends(what_happened=ACCOUNT, attachments=file(b"words", name)))
    assert len(reporting.file().report.attachments) == 1


def test_a_report_is_compared_with_names_in_a_text_that_came_along(cast: Cast, reporting: Reporting) -> None:
    code_on(reporting.sends(what_happened=ACCOUNT, attachments=file("It was Tomás Rivera.".encode(), "said.txt")))
    assert cast.tomas.member not in cast.read(Case.objects.get(), "noor").holders


def test_five_files_may_be_sent_and_no_sixth(reporting: Reporting) -> None:
    assert "“6.txt” is one too many" in refused(reporting, *(file(b"text", f"{number}.txt") for number in range(1, 7)))
    code_on(reporting.sends(what_happened=ACCOUNT, attachments=[file(b"text", "said.txt") for _ in range(5)]))
    assert len(reporting.file().report.attachments) == 5


def test_files_of_ten_megabytes_leave_nothing_in_a_temporary_folder(
    reporting: Reporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data_folder: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = {path.name for path in data_folder.rglob("*")}
    code_on(reporting.sends(what_happened=ACCOUNT, attachments=file(b"ZEBRA ZOO\n" * (MB - 10), "long.txt")))
    assert Part.objects.count() == 10
    assert list(tmp_path.iterdir()) == []
    new = {path.name for path in data_folder.rglob("*")} - before
    assert {name for name in new if not name.endswith("-journal")} == set()


def test_a_file_for_another_page_is_dropped(cast: Cast) -> None:
    answer = Visitor().sends("/sign-in/", {"email": "x@conf.example", "password": "x", "picture": file(bytes(MB))})
    assert answer.status_code == 422


def test_when_many_files_arrive_at_once_the_next_is_asked_to_wait_and_room_comes_back(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(MB)
    monkeypatch.setattr(InMemory, "room", room)
    half = b"half a megabyte\n" * (MB // 32)
    page = refused(reporting, file(half, "half.txt"), file(half, "half.txt"), file(b"x" * 100, "last.txt"))
    assert "“last.txt” could not be taken: many files arrive at this moment" in page
    assert "half.txt" not in page
    assert room.left == MB
    broken = b'--b\r\nContent-Disposition: form-data; name="attachments"; filename="a"\r\n'
    broken += b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * 10_000 + b"Q\r\n--b--\r\n"
    assert reporting.visitor.sends_raw("/conf/report/", broken, "multipart/form-data; boundary=b").status_code == 400
    assert room.left == MB
