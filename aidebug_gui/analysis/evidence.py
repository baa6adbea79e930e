"""The evidence of a log: its columns and texts, the records that rules pick out of them, and the findings they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools, Columns, Ints
from aidebug_gui.analysis.findings.explanations import Explanation, explanations
from aidebug_gui.analysis.findings.finding import Finding, Severity, spread
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import clock
from aidebug_gui.analysis.ranks import Ranks
from aidebug_gui.analysis.selected import Part, Range, Selected
from aidebug_gui.analysis.texts import TextPass, read_texts
from aidebug_gui.formats.tracebacks import TRACEBACK_START
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

_MOST_READ = 2000  # records whose texts are kept
_REQUEST = re.compile(r"(?:[λε] )?(?:[A-Z]{3,7} \S+)?(?: *\d{3})?")  # λ, ε: Vercel's kinds of functions
DAY_NS = 86_400 * 1_000_000_000


class Evidence(Columns):
    """What a log says of the records that it has when this is made; what is read later is left out."""

    def forget(self) -> None:
        """Let go of what takes much memory and can be had again: texts, numbers and codes; times and levels stay.

        Of a log that grows numbers and texts (of each record the number of its shape) are kept: they would be read
        again and again.
        """
        self._numbers, self._codes, self._no_numbers = {}, {}, {}
        self.forget_texts()

    def forget_texts(self) -> None:
        """Let go of the texts alone."""
        self.__dict__.pop("texts", None)

    def value_ranks(self, field: str) -> Ranks:
        """Return the order statistics of the finite values of a number."""
        values = self.numbers(field)
        return self.ranks(f"values of {field}", lambda at: values[at][np.isfinite(values[at])])

    def selected(self, name: str, mask: Callable[[slice], Bools], parameter: Hashable = None) -> Selected:
        """Return the records that a mask picks; ``mask`` returns that of a chunk."""

        def part(at: slice) -> Part | None:
            offsets = np.flatnonzero(mask(at))
            return self._part(at.start, offsets) if len(offsets) else None

        found = self.each(f"rows: {name}", part, parameter)
        return Selected((part for part in found if part is not None), parameter)

    def picked(self, parts: tuple[Part, ...], rows: Rows) -> tuple[Part, ...]:
        """Return picked records with further ones, which may be in any chunk."""
        if not len(rows):
            return parts
        by_first = {part.first: part for part in parts}
        begins = rows // CHUNK * CHUNK
        for first in np.unique(begins).tolist():
            offsets = rows[begins == first] - first
            known = by_first.get(first)
            offsets = np.unique(offsets if known is None else np.append(offsets, known.offsets))
            by_first[first] = self._part(first, offsets)
        return tuple(by_first[first] for first in sorted(by_first))

    def within(self, chosen: Selected, first: int, stop: int) -> Selected:
        """Return those of picked records that lie in [first, stop)."""
        parts = []
        for part in chosen.parts:
            begin, end = np.searchsorted(part.offsets, (first - part.first, stop - part.first)).tolist()
            if begin == 0 and end == len(part.offsets):
                parts.append(part)
            elif begin < end:
                parts.append(self._part(part.first, part.offsets[begin:end].astype(np.int64)))
        return Selected(parts)

    def _part(self, first: int, offsets: NDArray[Any]) -> Part:
        """Return records of one chunk with their times and highest level; ``offsets`` from its first one, not none."""
        rows = first + offsets
        times, own = self.time[rows], self.timed[rows]
        timed = times if own.all() else times[own]
        return Part(
            first,
            offsets.astype(np.uint16),
            (int(times.min()), int(times.max())),
            (int(timed.min()), int(timed.max())) if len(timed) else None,
            int(self.level[rows].max()),
        )

    @cached_property
    def texts(self) -> TextPass:
        """The one pass over the text of all records."""
        found = read_texts(
            self.analytics, (self.records, self._settled), self._kept.columns, self._kept.texts, self._cancel
        )
        if self._grows:
            self._kept.texts = found
        else:
            self._kept.columns.forget(found.asked)
        return found

    def read(self, record: int) -> tuple[str, str]:
        """Return (message, error text and traceback) of one record, as they stand in the log."""
        message, error, traceback = self._read(record)
        return message, "\n".join(text for text in (error, traceback) if text)

    def headline(self, record: int) -> str:
        """Return what an error says of itself: of an exception its type and text, else the message, else the error.

        A message that only announces (``Failed to validate:``), or names a request (``POST /predict 500``), is followed by
        the first line behind it.
        """
        message, error, traceback = self._read(record)
        is_exception = bool(error) and self.has("error_type") and ": " in error
        said = message.strip()
        only_announces = said.endswith(":") or _REQUEST.fullmatch(said)
        if only_announces and traceback and not traceback.startswith(TRACEBACK_START):
            said = f"{said} {traceback.strip().partition(chr(10))[0]}"
        return error if is_exception else said or error or traceback

    def _read(self, record: int) -> tuple[str, str, str]:
        known = self._kept.read.get(record)
        if known is not None:
            return known
        found = self._log.record(int(record), max_bytes=20_000)
        error = ": ".join(str(found.values[name]) for name in ("error_type", "error") if found.values.get(name))
        texts = found.message, error if found.values.get("error") else "", found.traceback
        if record < self._settled and len(self._kept.read) < _MOST_READ:
            self._kept.read[record] = texts
        return texts

    @cached_property
    def spans_days(self) -> bool:
        return self._times.high - self._times.low > DAY_NS

    def clock(self, time_ns: int) -> str:
        return clock(int(time_ns), date=self.spans_days)

    def at(self, record: int) -> Text:
        """Return " at 12:03:11" for a record, nothing where the log has no times."""
        return self._at(int(self.time[record])) if self.has_times else Text("")

    def _at(self, time_ns: int) -> Text:
        return translatable(" at {time}", time=self.clock(time_ns))

    def between(self, rows: Rows | Selected) -> Text:
        """Return " between 12:03:11 and 12:09:40" for records, " at ..." for one moment."""
        if not self.has_times or not len(rows):
            return Text("")
        begin, end = _extent(self.time[rows]) if isinstance(rows, np.ndarray) else rows.times
        first, last = self.clock(begin), self.clock(end)
        return self._at(begin) if first == last else translatable(" between {first} and {last}", first=first, last=last)

    def union(self, parts: Sequence[Rows]) -> Rows:
        """Return the records of all parts, ascending, each once."""
        filled = [rows for rows in parts if len(rows)]
        if len(filled) == 1 and bool((filled[0][1:] > filled[0][:-1]).all()):
            return filled[0]
        inside = np.zeros(self.records, dtype=np.bool_)  # sorting takes several times as long
        for rows in filled:
            inside[rows] = True
        return np.flatnonzero(inside).astype(np.int64)

    def finding(
        self,
        kind: str,
        sentence: Text,
        *,
        rows: Rows | Selected,
        count: int | None = None,
        subject: str = "",
        severity: Severity | None = None,
        explanation: Explanation | None = None,
    ) -> Finding:
        """Make a finding; its times are those of its records.

        ``explanation``: what it means, by default that of its kind; ``severity``: if other than it is there.
        """
        meaning = explanation or explanations()[kind]
        title = Text(meaning.title, sentence.values)
        if isinstance(rows, Selected):
            shown, own = rows.at(spread(len(rows))), rows.own if self.has_times else None
        else:
            rows = self.union([np.asarray(rows, dtype=np.int64)])
            times = self.time[rows[self.timed[rows]]] if len(rows) and self.has_times else np.empty(0, dtype=np.int64)
            shown, own = rows[spread(len(rows))], _extent(times) if len(times) else None
        total = len(rows) if count is None else count
        return Finding(
            kind,
            meaning.severity if severity is None else severity,
            title,
            sentence,
            meaning.cause,
            meaning.fix,
            shown,
            total,
            own[0] if own else None,
            own[1] if own else None,
            subject,
        )


def _extent(times: Ints) -> Range:
    return int(times.min()), int(times.max())
