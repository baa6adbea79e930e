"""Bytes of a log as text that the engine can take: damaged UTF-8 is replaced, and the lines are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.sources.blocks import Content

_NEWLINE = 10


@dataclass(frozen=True, slots=True)
class ValidText:
    """Lines ``data[starts[i]:starts[i + 1]]`` in valid UTF-8.

    ``damaged``: numbers of the lines that were repaired or hold NUL bytes.
    """

    data: NDArray[np.uint8]
    starts: NDArray[np.int32]
    damaged: NDArray[np.int64]

    def with_line_end(self) -> ValidText:
        """Return the same lines, the last of which ends with a line break."""
        starts = self.starts.copy()
        starts[-1] += 1
        return ValidText(np.append(self.data, np.uint8(_NEWLINE)), starts, self.damaged)


def valid_text(data: NDArray[np.uint8], starts: NDArray[np.int32], content: Content = Content.ANY) -> ValidText:
    """Return the lines with broken UTF-8 replaced by U+FFFD. Sound text is returned as it is, without a copy.

    ``content``: what is known of the bytes.
    """
    nothing = np.empty(0, dtype=np.int64)
    if content is Content.PLAIN or not len(data):
        return ValidText(data, starts, nothing)
    is_free = content is Content.CLEAN or data.min()
    with_nul = nothing if is_free else np.unique(_line_of(np.flatnonzero(data == 0), starts))
    if (content is Content.ANY and data.max() < 0x80) or _is_valid(data, starts):
        return ValidText(data, starts, with_nul)
    lines = [data[begin:end].tobytes() for begin, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)]
    broken = []
    for number, line in enumerate(lines):
        try:
            line.decode()
        except UnicodeDecodeError:
            lines[number] = line.decode(errors="replace").encode()
            broken.append(number)
    fixed_starts = np.zeros(len(starts), dtype=np.int32)
    np.cumsum([len(line) for line in lines], out=fixed_starts[1:])
    fixed = np.frombuffer(b"".join(lines), dtype=np.uint8)
    return ValidText(fixed, fixed_starts, np.union1d(with_nul, np.array(broken, dtype=np.int64)))


def _is_valid(data: NDArray[np.uint8], starts: NDArray[np.int32]) -> bool:
    buffers = [None, pa.py_buffer(np.ascontiguousarray(starts)), pa.py_buffer(data)]
    try:
        pa.Array.from_buffers(pa.string(), len(starts) - 1, buffers).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _line_of(positions: NDArray[np.int64], starts: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.searchsorted(starts, positions, side="right") - 1
