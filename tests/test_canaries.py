"""The searcher finds a planted word however it was written down."""

import base64
import gzip
import zlib

import pytest

from canaries import found_in, ways_in

WORD = "canaryx0123456789ab"


@pytest.mark.parametrize(
    ("how", "content"),
    [
        ("raw", f"a {WORD} b".encode()),
        ("raw", WORD.upper().encode()),
        ("hex", WORD.encode().hex().upper().encode()),
        ("utf-16", f"a {WORD}".encode("utf-16-be")),
        ("base64", base64.b64encode(f"{WORD} at an end".encode())),
        ("base64", base64.urlsafe_b64encode(f"ü{WORD} b".encode())),
        ("base64", base64.b64encode(f"1234{WORD}5".encode())),
        ("deflated", b"head" + zlib.compress(f"a {WORD} ".encode() * 9)),
        ("deflated", gzip.compress(f"a {WORD} ".encode() * 9, mtime=0)),
    ],
)
def test_a_planted_word_is_found(how, content):
    assert how in ways_in(content, WORD)


def test_nothing_is_found_where_nothing_is(tmp_path):
    (tmp_path / "file").write_bytes(zlib.compress(b"other words") + b"canary")
    assert found_in([tmp_path / "file"], [WORD]) == []
