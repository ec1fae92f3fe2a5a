"""Pictures, drawn again on a fresh canvas: nothing that was noted in the file comes along."""

from io import BytesIO

from PIL import ExifTags, Image, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin

from . import JPEG, LARGE, LARGEST, PNG, Remade, Unusable

MOST_PIXELS = 16_000_000  # a telephone's picture keeps all of its own; a larger JPEG is decoded at a half or less
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip

Image.MAX_IMAGE_PIXELS = None  # we look ourselves, before anything is decoded
Image.preinit()
BEFOREHAND = (
    MpoImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)  # Pillow would open their files later


def remake_picture(sent: bytes) -> Remade:
    """A JPEG; a PNG of a PNG, where that is not too large. Raises ``Unusable``, or what Pillow raises."""
    kind, canvas = _drawn(sent)
    if kind == "PNG" and len(content := saved(canvas, "PNG")) <= LARGEST:
        return Remade(PNG, content)
    return Remade(JPEG, saved(canvas, "JPEG", quality=85))


def _drawn(sent: bytes) -> tuple[str | None, Image.Image]:
    """What kind of picture it was, and what is seen on it, upright."""
    with Image.open(BytesIO(sent), formats=["JPEG", "PNG", "WEBP"]) as picture:
        _shrink(picture)
        if picture.width * picture.height > MOST_PIXELS:
            raise Unusable(LARGE)
        turn = _TURN.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
        canvas = _on_white(picture)
        kind = picture.format
    del picture
    return kind, canvas if turn is None else canvas.transpose(turn)


def _shrink(picture: Image.Image) -> None:
    """Have a large JPEG decoded at a half, a quarter or an eighth; other kinds cannot be."""
    width, height = picture.size
    for scale in (1, 2, 4, 8):
        if width * height <= MOST_PIXELS * scale**2:
            picture.draft("RGB", (width // scale, height // scale))
            return


def _on_white(picture: Image.Image) -> Image.Image:
    canvas = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        seen = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        canvas.paste(seen, mask=seen)
    else:
        canvas.paste(picture)
    return canvas


def saved(canvas: Image.Image, kind: str, **how: int) -> bytes:
    """A picture as a file of that kind."""
    content = BytesIO()
    canvas.save(content, kind, **how)
    return content.getvalue()
