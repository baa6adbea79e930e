"""Damaged text is repaired line by line, and nothing else is touched."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.sources.blocks import join_lines
from aidebug_gui.store.text import valid_text


@given(st.lists(st.binary(max_size=12).map(lambda data: data.replace(b"\n", b"") + b"\n"), max_size=8))
def test_lines_are_decoded_with_replacement_each_for_itself(lines: list[bytes]) -> None:
    data, starts = join_lines(lines)
    text = valid_text(data, starts)
    got = [text.data[a:b].tobytes() for a, b in zip(text.starts[:-1], text.starts[1:], strict=True)]
    assert got == [line.decode(errors="replace").encode() for line in lines]
    broken = [
        number for number, line in enumerate(lines) if b"\0" in line or line.decode(errors="replace").encode() != line
    ]
    assert text.damaged.tolist() == broken


def test_sound_text_is_not_copied() -> None:
    data, starts = join_lines(["käse\n".encode(), b"ok\n"])
    assert valid_text(data, starts).data is data
    assert valid_text(data, starts).damaged.tolist() == []
    empty = valid_text(np.empty(0, dtype=np.uint8), np.zeros(1, dtype=np.int32))
    assert len(empty.data) == 0
