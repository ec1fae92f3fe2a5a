"""The pages of a PDF, drawn as pictures, and a new PDF of nothing but these."""

from io import BytesIO
from math import sqrt

from pypdfium2 import PdfDocument, PdfImage, PdfiumError, PdfMatrix, PdfPage
from pypdfium2.raw import FPDF_ERR_PASSWORD

from . import BROKEN, LARGE, LARGEST, LOCKED, PDF, Remade, Unusable
from .pictures import saved

MOST_PAGES = 40
_DOTS = (2.0, 1.25)  # for each point of the page: 144 an inch, or 90 where that comes to too much
_MOST_DOTS = 4_000_000  # a page


def remake_pages(sent: bytes) -> Remade:
    """A PDF without text, links, scripts, forms or attached files. Raises ``Unusable``, or what PDFium raises."""
    try:
        document = PdfDocument(sent)
    except PdfiumError as problem:
        raise Unusable(LOCKED if problem.err_code == FPDF_ERR_PASSWORD else BROKEN) from None
    document.init_forms()  # so that what was filled in is drawn, too
    if not len(document):
        raise Unusable(BROKEN)
    if len(document) > MOST_PAGES:
        raise Unusable(LARGE)
    drawn = (_drawn(document, dots) for dots in _DOTS)
    content = next((content for content in drawn if len(content) <= LARGEST), None)
    if content is None:
        raise Unusable(LARGE)
    return Remade(PDF, content)


def _drawn(document: PdfDocument, dots: float) -> bytes:
    made, content = PdfDocument.new(), BytesIO()
    for number in range(len(document)):
        page = document[number]
        _add(made, page, dots)
        page.close()
    made.save(content)
    made.close()
    return content.getvalue()


def _add(made: PdfDocument, page: PdfPage, dots: float) -> None:
    width, height = page.get_size()
    bitmap = page.render(scale=min(dots, sqrt(_MOST_DOTS / (width * height))))
    drawn = saved(bitmap.to_pil().convert("RGB"), "JPEG", quality=75)
    bitmap.close()
    picture = PdfImage.new(made)
    picture.load_jpeg(BytesIO(drawn), inline=True)
    picture.set_matrix(PdfMatrix().scale(width, height))
    fresh = made.new_page(width, height)
    fresh.insert_obj(picture)
    fresh.gen_content()
    fresh.close()
