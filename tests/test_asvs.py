"""The table of OWASP's ASVS: complete, with a reason or a test in each line, and every test exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "docs" / "asvs.md"
# How many requirements each section of version 5.0.0 has.
SECTIONS = {
    "6.1": 3, "6.2": 12, "6.3": 8, "6.4": 6, "6.5": 8, "6.6": 4, "6.7": 2, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 3, "7.6": 2,
    "8.1": 4, "8.2": 4, "8.3": 3, "8.4": 2,
    "11.1": 4, "11.2": 5, "11.3": 5, "11.4": 4, "11.5": 2, "11.6": 2, "11.7": 2,
    "14.1": 2, "14.2": 8, "14.3": 3,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 4,
}  # fmt: skip
ROW = re.compile(r"\| (\d+\.\d+\.\d+) \| ([123]) \| (.+?) \| (met|\*\*unmet\*\*|–) \| (.*?) ?\|")
LINES = [match.groups() for line in TABLE.read_text().splitlines() if (match := ROW.fullmatch(line))]
TESTS = [name for *_, by in LINES for name in re.findall(r"`(tests/[\w/]+\.py::\w+)`", by)]


def test_every_requirement_stands_in_the_table_once() -> None:
    wanted = [f"{section}.{number + 1}" for section, count in SECTIONS.items() for number in range(count)]
    assert [number for number, *_ in LINES] == wanted


@pytest.mark.parametrize("line", LINES, ids=[number for number, *_ in LINES])
def test_every_line_names_what_shows_it_or_says_why_not(line: tuple[str, ...]) -> None:
    number, _, asks, state, by = line
    assert asks
    if state == "met":
        assert re.search(r"`tests/|\]\(|`make check`|`\w+/|As \d|^By|^One line|Below", by), number
    else:
        assert len(by) > 10 or by == "There are none" or by.startswith("As "), number


@pytest.mark.parametrize("name", sorted(set(TESTS)))
def test_every_test_that_is_named_exists(name: str) -> None:
    path, _, function = name.partition("::")
    assert re.search(rf"^def {function}\(", (ROOT / path).read_text(), re.MULTILINE), name


def test_the_sums_are_those_of_the_table() -> None:
    sums = {level: (int(met), int(unmet), int(not_ours)) for level, met, unmet, not_ours in re.findall(
        r"^\| ([123]) \| (\d+) \| (\d+) \| (\d+) \|$", TABLE.read_text(), re.MULTILINE
    )}  # fmt: skip
    for level, numbers in sums.items():
        states = [state for _, its, _, state, _ in LINES if its == level]
        assert numbers == (states.count("met"), states.count("**unmet**"), states.count("–"))
    assert set(sums) == {"1", "2", "3"}
