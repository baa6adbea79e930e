"""A small LogStore over the real lines of a JSONL file, in memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import orjson

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Field, FilterError, Record, Row, StoreState

LEVELS = {"DEBUG": 10, "INFO": 20, "WARNING": 30, "ERROR": 40, "CRITICAL": 50}
ALIASES = {"time": "timestamp"}


class MemoryStore:
    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.lines = path.read_bytes().splitlines()
        self.callback = None

    def state(self):
        size = sum(map(len, self.lines))
        n = len(self.lines)
        return StoreState(size, size, n, n, 0, 0, 0, {"JSON": n}, True)

    def on_change(self, callback):
        self.callback = callback

    def cancel_reading(self): ...
    def close(self): ...

    def fields(self):
        keys = orjson.loads(self.lines[0]) if self.lines else {}
        known = [Field(c.name, c.title, c.kind, c.unit, True) for c in CANONICAL.values() if ALIASES.get(c.name, c.name) in keys]
        return known

    def _value(self, data, name):
        value = data.get(ALIASES.get(name, name))
        if name == "level":
            return LEVELS.get(value, 0)
        if name == "time" and value:
            return int(np.datetime64(value.rstrip("Z"), "ns").astype(np.int64))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        return value if value is None or isinstance(value, str) else orjson.dumps(value).decode()

    def rows(self, numbers, columns):
        out = []
        for n in numbers:
            d = orjson.loads(self.lines[n])
            out.append(Row(int(n), int(n) + 1, self._value(d, "level"), Flag(0), tuple(self._value(d, c) for c in columns)))
        return out

    def record(self, number, *, max_bytes=1_000_000):
        raw = self.lines[number].decode()
        d = orjson.loads(raw)
        values = {c: self._value(d, c) for c in CANONICAL if ALIASES.get(c, c) in d}
        return Record(int(number), int(number) + 1, 1, "JSON", values.get("level", 0), values.get("time"), Flag(0), values, d, str(d.get("message", "")), "", raw, len(raw))

    def select(self, query, *, first=0, cancel=None):
        if not query.strip():
            return None
        if query.startswith("("):
            raise FilterError("unclosed parenthesis", 0, 1)
        return np.array([i for i, l in enumerate(self.lines) if i >= first and query.strip('"').encode() in l], dtype=np.int64)

    def sort(self, selection, column, *, descending, cancel=None):
        rows = np.arange(len(self.lines)) if selection is None else selection
        keys = [self._value(orjson.loads(self.lines[n]), column) for n in rows]
        return rows[np.argsort(np.array(keys), kind="stable")[:: -1 if descending else 1]]

    def level_counts(self, selection=None):
        rows = range(len(self.lines)) if selection is None else selection
        values, counts = np.unique([self._value(orjson.loads(self.lines[n]), "level") for n in rows], return_counts=True)
        return dict(zip(values.tolist(), counts.tolist(), strict=True))

    def values(self, field, selection=None, *, limit=100):
        return []

    def time_range(self):
        return None

    def find(self, text, *, regex=False, match_case=False, start=0, backwards=False, order=None, cancel=None):
        n = len(self.lines) if order is None else len(order)
        for i in (range(start, -1, -1) if backwards else range(start, n)):
            if text.lower() in self.lines[i if order is None else order[i]].decode().lower():
                return i
        return -1

    def record_at_line(self, line):
        return max(0, min(line - 1, len(self.lines) - 1))

    def record_at_time(self, time_ns):
        return 0

    def text(self, numbers, style, columns=()):
        return "\n".join(self.lines[n].decode() for n in numbers)
