"""Files of every kind that is taken, with something planted wherever a file can hide it."""

from io import BytesIO
from zlib import crc32

from PIL import Image, PngImagePlugin
from pypdfium2 import PdfDocument

SIZE = (64, 48)


def picture(size: tuple[int, int] = SIZE) -> Image.Image:
    """Red at the start, blue at the end."""
    drawn = Image.new("RGB", size, "red")
    drawn.paste("blue", (size[0] // 2, 0, *size))
    return drawn


def saved(drawn: Image.Image, kind: str, **how: object) -> bytes:
    content = BytesIO()
    drawn.save(content, kind, **how)
    return content.getvalue()


def jpeg(word: str = "", turn: int = 1) -> bytes:
    """With EXIF, XMP, a colour profile, a comment, and more behind its end."""
    plain = saved(
        picture(), "JPEG", exif=exif(word, turn), xmp=xmp(word), icc_profile=word.encode() * 8, comment=word.encode(),
        quality=95,
    )  # fmt: skip
    return plain + word.encode()


def png(word: str = "") -> bytes:
    """With every kind of text chunk, EXIF, a chunk that nobody knows, and more behind its end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", word)
    notes.add_text("Hidden", word, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", xmp(word).decode())
    notes.add(b"teSt", word.encode())
    return saved(picture(), "PNG", pnginfo=notes, exif=exif(word), icc_profile=word.encode() * 8) + word.encode()


def webp(word: str = "") -> bytes:
    return saved(picture(), "WEBP", exif=exif(word), xmp=xmp(word), icc_profile=word.encode() * 8) + word.encode()


def pdf(word: str = "", pages: int = 2) -> bytes:
    """With a title, XMP, a script, an attached file, and more behind its end."""
    document = PdfDocument.new()
    for _ in range(pages):
        document.new_page(200, 300).close()
    document.new_attachment("hidden.txt").set_data(word.encode())
    content = BytesIO()
    document.save(content)
    document.close()
    told = f"\n9 0 obj\n<< /Title ({word}) /JS (app.alert('{word}')) >>\nendobj\n{xmp(word).decode()}"
    return content.getvalue() + told.encode()


def text(word: str = "") -> bytes:
    return f"They wrote:\r\n\x00{word}".replace("\x00", "").encode()


def exif(word: str, turn: int = 1) -> bytes:
    notes = Image.Exif()
    notes[0x010E] = notes[0x013B] = notes[0x8298] = word  # description, artist, copyright
    notes[0x0112] = turn
    notes.get_ifd(0x8825)[29] = word  # where it was taken
    return notes.tobytes()


def xmp(word: str) -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{word}</creator></x:xmpmeta>'.encode()


def png_of(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG that says it has this size, whatever it holds."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    parts = [(b"IHDR", head), *chunks, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4, "big") + name + body + crc32(name + body).to_bytes(4, "big") for name, body in parts
    )
