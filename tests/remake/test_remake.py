"""A file made anew shows what the old one showed, and has nothing else of it."""

from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from tests.remake import samples

from canaries import canary, ways_in
from trivet.remake import LARGEST, Unusable
from trivet.remake.apart import remake

PICTURES = {"jpeg": samples.jpeg, "png": samples.png, "webp": samples.webp}


def shown(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def why_not(sent: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        remake(sent)
    return refused.value.why


@pytest.mark.parametrize("kind", [*PICTURES, "pdf"])
def test_what_a_file_hides_does_not_come_along(kind: str) -> None:
    word = canary("hidden")
    sent = {**PICTURES, "pdf": samples.pdf}[kind](word)
    assert ways_in(sent, word)  # it was there
    assert ways_in(remake(sent).content, word) == []


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_shows_what_it_showed(kind: str) -> None:
    made = remake(PICTURES[kind]())
    assert made.media == ("image/png" if kind == "png" else "image/jpeg")
    drawn = shown(made.content)
    assert drawn.size == samples.SIZE
    (start, _, _), (_, _, end) = drawn.getpixel((5, 20)), drawn.getpixel((60, 20))
    assert (start > 200, end > 200) == (True, True)


def test_a_picture_taken_sideways_stands_upright() -> None:
    drawn = shown(remake(samples.jpeg(turn=6)).content)
    assert drawn.size == samples.SIZE[::-1]
    assert drawn.getpixel((20, 5))[0] > 200  # what was at the start is at the top


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16"])
def test_any_way_to_store_colours_is_understood(mode: str) -> None:
    drawn = samples.picture().convert("L").convert(mode) if mode == "I;16" else samples.picture().convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    if mode == "PA":
        drawn = samples.picture().quantize()
        drawn.info["transparency"] = 0
    assert shown(remake(samples.saved(drawn, kind)).content).size == samples.SIZE


def test_what_is_transparent_becomes_white() -> None:
    assert shown(remake(samples.saved(Image.new("RGBA", (9, 9)), "PNG")).content).getpixel((4, 4)) == (255, 255, 255)


def test_a_large_jpeg_becomes_smaller_and_a_large_png_is_refused() -> None:
    large = Image.new("L", (5000, 4000))
    made = shown(remake(samples.saved(large, "JPEG")).content)
    assert made.size == (2500, 2000)
    assert why_not(samples.saved(large, "PNG")) == "large"


def test_a_pdf_is_drawn_page_by_page() -> None:
    document = PdfDocument(remake(samples.pdf(pages=3)).content)
    assert [page.get_size() for page in document] == [(200, 300)] * 3
    assert not document.count_attachments()
    assert "".join(page.get_textpage().get_text_range() for page in document) == ""


def test_a_pdf_with_too_many_pages_or_a_password_is_refused() -> None:
    assert why_not(samples.pdf(pages=41)) == "large"
    assert why_not(LOCKED) == "locked"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_usual_alphabets(code: str) -> None:
    made = remake("Café\r\nzwei\x1b[0m".encode(code))
    assert made.media == "text/plain"
    assert made.content.decode() == "Café\nzwei[0m"


def test_whatever_is_too_large_or_of_no_kind_is_refused() -> None:
    assert why_not(bytes(LARGEST + 1)) == "large"
    assert [why_not(sent) for sent in (b"", b" \n", b"PK\x03\x04\x00", bytes(range(256)))] == ["kind"] * 4


LOCKED = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    b"3 0 obj\n<</Filter/Standard/V 1/R 2/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">/P -4>>\nendobj\n"
    b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n0000000105 00000 n \n"
    b"trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\nstartxref\n292\n%%EOF"
)
