"""Decoding happens in a process that can do nothing else, and a file that was made to do harm ends it alone."""

import resource
import subprocess
import sys
import zlib

import pytest
from PIL import Image
from tests.remake import samples
from tests.remake.test_remake import why_not

from trivet.remake import apart

HARM = {
    "opens a file": "open('/etc/hostname')",
    "connects": "_socket.socket()",
    "starts a program": "assert os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)[1] == 0",
    "takes much memory": "bytearray(1 << 30)",
}


def tried(what: str) -> int:
    """What becomes of a child that tries something after its doors were closed."""
    script = f"import os, _socket\nfrom trivet.remake import child\nchild._close_the_doors()\n{what}"
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True).returncode


@pytest.mark.parametrize("what", HARM.values(), ids=HARM)
def test_the_process_that_decodes_can_do_nothing_else(what: str) -> None:
    assert tried(what) != 0


def test_the_process_that_decodes_has_no_surroundings_of_ours() -> None:
    assert tried("pass") == 0
    with pytest.MonkeyPatch.context() as asking:
        asking.setattr(apart, "_COMMAND", [sys.executable, "-c", "import os; print(dict(os.environ), os.getcwd())"])
        assert apart._answer(b"").split(b"}")[-1] == b" /\n"
        assert b"TRIVET" not in apart._answer(b"")


def test_a_picture_that_wants_more_memory_than_there_is_ends_in_a_sentence() -> None:
    assert why_not(samples.png_of(20_000, 20_000, (b"IDAT", zlib.compress(bytes(1_000_000))))) == "large"
    assert why_not(samples.saved(Image.new("RGBA", (4_000, 4_000)), "WEBP", method=0)) in ("large", "broken")


def test_a_process_that_comes_to_no_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.5)
    monkeypatch.setattr(apart, "_COMMAND", [sys.executable, "-c", "while True: pass"])
    assert why_not(b"hello" * 100_000) == "broken"


def test_an_endless_answer_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import sys\nwhile True: sys.stdout.buffer.write(b'no nonsense' + bytes(1 << 20))"
    monkeypatch.setattr(apart, "_COMMAND", [sys.executable, "-c", script])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert why_not(b"hello") == "broken"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_one_is_worked_on_at_a_time_and_the_next_waits_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hasty, apart._place:
        hasty.setattr(apart, "PATIENCE", 0.05)
        with pytest.raises(apart.Busy):
            apart.remake(b"hello")
    assert apart.remake(b"hello").content == b"hello"
