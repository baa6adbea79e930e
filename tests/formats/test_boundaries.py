"""Lines fold into records by the rule, whatever the block cut."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.boundaries import Carry, record_heads, shape_of
from aidebug_gui.formats.model import FIRST_TEXT, JSON, RAW
from aidebug_gui.sources.blocks import join_lines

# One letter a kind of line: text header, JSON, blank, indented, last line of a traceback, plain.
LINES = {
    "H": b"INFO:root:hello\n",
    "J": b'{"a": 1}\n',
    "B": b"   \t\r\n",
    "I": b"  File x\n",
    "E": b"ValueError: x\n",
    "P": b"something\n",
}


def heads(kinds: str, carry: Carry | None = None, *, loose: bool = False) -> str:
    data, starts = join_lines([LINES[kind] for kind in kinds])
    shape = shape_of(data, starts)
    codes = np.array([FIRST_TEXT if kind == "H" else JSON if kind == "J" else RAW for kind in kinds], dtype=np.uint8)
    assert shape.json.tolist() == [kind == "J" for kind in kinds]
    assert shape.blank.tolist() == [kind == "B" for kind in kinds]
    error_like = np.array([kind == "E" for kind in kinds])
    found = record_heads(shape, codes, error_like, carry or Carry(), loose=loose)
    return "".join("^" if head else "." for head in found)


def test_text_records_take_everything_without_a_header() -> None:
    assert heads("HPIEBPHP") == "^.....^."


def test_lines_after_json_stand_for_themselves_but_a_traceback_stays_whole() -> None:
    assert heads("JPPJ") == "^^^^"
    assert heads("JPIIE") == "^^..."
    assert heads("JEP") == "^^^"


def test_lines_of_a_log_that_has_few_headers_stand_for_themselves() -> None:
    assert heads("HPPIEPH", loose=True) == "^^^..^^"


def test_what_comes_before_the_first_record_is_a_record() -> None:
    assert heads("IIH") == "^.^"
    assert heads("BBP") == "..^"
    assert heads("BB") == ".."


def test_headerless_files_give_a_record_a_line_and_fold_indented_ones() -> None:
    assert heads("PPIP") == "^^.^"


@given(st.text(alphabet="HJBIEP", min_size=1, max_size=40), st.integers(0, 40))
def test_a_cut_between_blocks_changes_nothing(kinds: str, cut: int) -> None:
    carry = Carry()
    first, second = kinds[:cut], kinds[cut:]
    parts = "".join(heads(part, carry) for part in (first, second) if part)
    assert parts == heads(kinds)


def test_crlf_and_a_missing_last_newline() -> None:
    data, starts = join_lines([b'{"a":1}\r\n', b"\r\n", b"\n", b'{"b":2}'])
    shape = shape_of(data, starts)
    assert shape.json.tolist() == [True, False, False, True]
    assert shape.blank.tolist() == [False, True, True, False]
