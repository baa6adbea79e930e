"""Which lines with a repeated header continue a traceback."""

from __future__ import annotations

import re

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.repeated_headers import RepeatState, candidate_pattern, continuing, without_repeats

FORMATS = Catalog.load().text_formats
VLLM = next(known for known in FORMATS if known.name == "vllm")
HEAD = "ERROR 06-26 23:10:17 [core.py:420]"

LINES = [
    f"{HEAD} Engine failed.",
    f"{HEAD} Traceback (most recent call last):",
    f'{HEAD}   File "a.py", line 1, in run',
    "ERROR 06-26 23:10:18 [core.py:420]     step()",
    "ERROR 06-26 23:10:18 [core.py:420] ValueError: broken",
    "ERROR 06-26 23:10:18 [core.py:420] RuntimeError: of another call",
    "INFO 06-26 23:10:19 [core.py:7]   indented, but of another place",
    "INFO 06-26 23:10:19 [core.py:8] next",
]


def _continuing(lines: list[str], state: RepeatState) -> tuple[list[int], list[int]]:
    pattern = re.compile(candidate_pattern([VLLM]))
    candidates = [number for number, line in enumerate(lines) if pattern.match(line)]

    def line_at(number: int) -> bytes:
        return lines[number].encode() if number >= 0 else state.last_line

    return continuing(candidates, line_at, [VLLM], state)


def test_a_run_of_one_header_continues() -> None:
    continues, traced = _continuing(LINES, RepeatState())
    assert continues == [1, 2, 3, 4, 5]
    assert traced == [1]


def test_a_run_goes_on_in_the_next_block() -> None:
    for cut in range(1, len(LINES)):
        state = RepeatState()
        first, _ = _continuing(LINES[:cut], state)
        state.number -= cut
        state.last_line = LINES[cut - 1].encode()
        second, _ = _continuing(LINES[cut:], state)
        assert first + [number + cut for number in second] == [1, 2, 3, 4, 5], cut


def test_nothing_is_looked_for_where_no_header_repeats() -> None:
    assert candidate_pattern([known for known in FORMATS if not known.repeats]) == ""


def test_repeated_headers_are_taken_off() -> None:
    assert without_repeats("\n".join(LINES[1:3]), VLLM).splitlines() == [
        "Traceback (most recent call last):",
        '  File "a.py", line 1, in run',
    ]
