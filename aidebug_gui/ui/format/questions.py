"""What the format window asks of a log, in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.guess import guess_header
from aidebug_gui.formats.model import TimeStyle
from aidebug_gui.store.preview import Preview, preview
from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.ui.format.offer import is_hardly_understood
from aidebug_gui.ui.values import cell_text

SAMPLED = 300
MOST_LINES = 200
SHOWN_SAMPLES = 3
SAMPLE_CHARS = 40


@dataclass(frozen=True, slots=True)
class Samples:
    """``values``: field or column -> some texts. ``lines``: first lines of records, those not understood before others.

    ``guess``: a pattern for these lines and how its times are written, where most of the log is not understood.
    """

    values: Mapping[str, str]
    lines: tuple[str, ...]
    guess: tuple[str, TimeStyle] | None = None


class ReadSamples:
    """Reads the first records with these fields, and lines to try a pattern on (pool thread)."""

    def __init__(self, store: LogStore, names: Sequence[str]) -> None:
        self._store, self._names = store, list(names)

    def __call__(self, cancel: CancelToken) -> Samples:
        store = self._store
        count = store.state().records
        rows = store.rows(np.arange(min(count, SAMPLED)), self._names)
        values = {}
        for at, name in enumerate(self._names):
            kind = CANONICAL[name].kind if name in CANONICAL else Kind.TEXT
            texts = dict.fromkeys(_short(row.cells[at], kind) for row in rows if row.cells[at] is not None)
            values[name] = ",  ".join([text for text in texts if text][:SHOWN_SAMPLES])  # no level is no sample
        cancel.check()
        raw = store.select("is:raw", cancel=cancel)
        numbers = np.arange(min(count, MOST_LINES)) if raw is None or not len(raw) else raw[:MOST_LINES]
        shown = store.text(numbers, "raw").splitlines()
        lines = tuple(line for line in shown if line.strip())[:MOST_LINES]
        return Samples(values, lines, guess_header(lines) if is_hardly_understood(store.state()) else None)


def _short(value: object, kind: Kind) -> str:
    text = cell_text(value, kind)
    return text if len(text) <= SAMPLE_CHARS else text[: SAMPLE_CHARS - 1] + "…"


class TryPattern:
    """Tries a pattern on lines (pool thread)."""

    def __init__(self, name: str, pattern: str, time_style: str, lines: Sequence[str]) -> None:
        self._asked = (name, pattern, time_style, lines)

    def __call__(self, cancel: CancelToken) -> Preview:
        return preview(*self._asked)
