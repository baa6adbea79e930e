"""Ids that stand in messages, as in "Task embed[3f2a...] received": of logs that have no column for them.

A kind of id is taken where it behaves like one in the first records: most values come in equally many records that lie
close together. Numbers of customers come back all through a log, numbers of lines come once: neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import pyarrow as pa

from aidebug_gui.analysis.columns import Codes
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.joined_requests import LEAST_REQUESTS
from aidebug_gui.store.sql.quoting import quoted

_KINDS = (
    r"\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b",
    r"(?i)\b(?:request|req|task|job|call|prediction|inference|correlation)(?:[ _-]?(?:id|no|number))?[ :=#\[(]{1,3}([\w-]*\d[\w-]*)",
    r"\b([A-Za-z]\w*?[_-]\d{2,}(?:\.\w+)?)\b",
    r"\b(\d{5,})\b",
)
"""Regular expressions (common subset of Python's re and RE2) whose group is the id, the surest first."""

SAMPLE = 2000
"""Records that are asked."""

_LEAST_TOLD = 0.3  # of the sample has an id
_LEAST_ALIKE = 0.6  # of the ids come in equally many records
_MOST_STEPS = 20
_NEAR = 200  # records between the first and the last of an id, for the middle one


@dataclass(frozen=True, slots=True, eq=False)
class MessageIds:
    """``codes``: the number of each record's id, -1 for none. ``pattern``: how an id is read from a message."""

    codes: Codes
    pattern: str

    def read(self, message: str) -> str:
        """Return the id of a message, "" for none."""
        found = re.search(self.pattern, message)
        return found.group(1) if found else ""


def message_ids(evidence: Evidence) -> MessageIds | None:
    """Return the ids by which messages can be joined, None where there are none."""
    pattern = _pattern(evidence)
    if not pattern:
        return None
    number = _KINDS.index(pattern)
    extracted = f"hash(regexp_extract(coalesce(message, ''), {quoted(pattern)}, 1))"
    expression = f"coalesce(nullif({extracted}, hash('')), 0)::UBIGINT"
    return MessageIds(evidence.ids_of_texts(f"ids in messages of kind {number}", expression), pattern)


def _pattern(evidence: Evidence) -> str:
    """Return how ids are read here, "" for none; what the first records told once is not asked again."""
    reading = evidence.texts.reading
    known = evidence.memory.get("pattern of ids")
    if known is None or known[0] is not reading:
        count = min(SAMPLE, evidence.records)
        messages: list[str] = []
        for _, table in evidence.analytics.texts({"said": "coalesce(message[:1000], '')"}, 0, count):
            messages += _strings(table["said"])
        pattern = next((kind for kind in _KINDS if _joins(messages, kind)), "")
        known = reading, pattern
        if count == SAMPLE:
            evidence.memory["pattern of ids"] = known
    return str(known[1])


def _strings(column: pa.ChunkedArray) -> Iterable[str]:
    return (str(value) for value in column.to_pylist())


def _joins(messages: Sequence[str], kind: str) -> bool:
    """Return whether the ids of a kind join the messages."""
    pattern = re.compile(kind)
    found = (pattern.search(message) for message in messages)
    return join([one.group(1) if one else "" for one in found])


def join(ids: Sequence[str | None]) -> bool:
    """Return whether ids of the first records come in equally many records each, close together. None and "": no id."""
    places: dict[str, list[int]] = {}
    for place, one in enumerate(ids):
        if one:
            places.setdefault(one, []).append(place)
    told = sum(map(len, places.values()))
    if told < _LEAST_TOLD * len(ids):
        return False
    # what begins near the end of the sample goes on behind it
    whole = list(takewhile(lambda of: of[0] < 0.9 * len(ids), places.values()))
    if len(whole) < LEAST_REQUESTS:
        return False
    steps, counts = np.unique([len(of) for of in whole], return_counts=True)
    usual = int(steps[np.argmax(counts)])
    near = float(np.median([of[-1] - of[0] for of in whole])) <= _NEAR
    return near and 2 <= usual <= _MOST_STEPS and float(counts.max()) >= _LEAST_ALIKE * len(whole)
