"""The request that a record belongs to, as steps with durations. Needs no analysis of the log where it has ids."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.joined_requests import Requests
from aidebug_gui.analysis.requests import ID_COLUMNS
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.sql.quoting import identifier

MOST_STEPS = 200
_OF_A_STEP = 2.0  # times as long as what is logged: that is the latency of a step, as of an agent's model


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a request. ``after_ns``: time since the step before, None where times are missing."""

    record: int
    text: str
    level: int
    after_ns: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """One request. ``column``: the id that joins its records, "" where their order does; ``key``: its value.

    ``rows``: all its records; ``steps`` the first ``MOST_STEPS`` of them. ``latency_ms``: the longest that is logged, or from
    first to last record (``derived``) where none is, or only those of single steps. ``returned``: None where that is not known (yet).
    """

    column: str
    key: str
    rows: Rows
    steps: tuple[Step, ...]
    latency_ms: float | None
    derived: bool
    returned: bool | None


def request_of(log: FileLog, record: int, known: Requests | None = None) -> Request | None:
    """Return the request of a record, None if it belongs to none.

    ``known``: all requests, if they are joined by now: they tell what never returned, and join records without ids.
    """
    alone = None
    for column in ID_COLUMNS:
        if column not in log.analytics.columns:
            continue
        name = identifier(column)
        found = log.analytics.execute(f"SELECT {name} FROM records WHERE rowid = ?", [record]).fetchone()
        if found is not None and found[0] is not None:
            sql = f"SELECT rowid AS v FROM records WHERE {name} = ? ORDER BY rowid"
            rows = np.asarray(log.analytics.execute(sql, [found[0]]).fetchnumpy()["v"], dtype=np.int64)
            if len(rows) > 1:
                return _request(log, column, str(found[0]), rows, _has_returned(known, column, record))
            alone = alone or _request(log, column, str(found[0]), rows, _has_returned(known, column, record))
    if known is None or known.column in ID_COLUMNS:
        return alone
    number = known.of(record)
    if number < 0:
        return alone
    return _request(log, known.column, known.key(number), known.rows(number), not known.is_lost(number))


def _number(known: Requests | None, column: str, record: int) -> int:
    """Return the number of a record's request among those that are joined by a column, -1 for none."""
    return known.of(record) if known is not None and known.column == column else -1


def _has_returned(known: Requests | None, column: str, record: int) -> bool | None:
    number = _number(known, column, record)
    return None if known is None or number < 0 else not known.is_lost(number)


def _request(log: FileLog, column: str, key: str, rows: Rows, returned: bool | None) -> Request:
    shown = rows[:MOST_STEPS]
    steps: list[Step] = []
    before: int | None = None
    latency = None
    for row in log.rows(shown, ("message", "time", "latency_ms")):
        message, time_ns, logged = row.cells
        time_ns = time_ns if isinstance(time_ns, int) else None
        after = max(0, time_ns - before) if time_ns is not None and before is not None else None
        steps.append(Step(row.record, "" if message is None else str(message), row.level, after))
        before = before if time_ns is None else time_ns
        if isinstance(logged, float | int):
            latency = max(float(logged), latency or 0.0)
    span = _span_ms(log, rows, steps, before)
    derived = span is not None and (latency is None or span > _OF_A_STEP * latency)
    return Request(column, key, rows, tuple(steps), span if derived else latency, derived, returned)


def _span_ms(log: FileLog, rows: Rows, steps: list[Step], before: int | None) -> float | None:
    """Return the time from the first to the last record; ``before``: the time of the last step that is shown."""
    timed = [step.after_ns for step in steps if step.after_ns is not None]
    if not timed or before is None:
        return None
    span = sum(timed)
    if len(rows) > len(steps):
        last = log.rows(rows[-1:], ("time",))[0].cells[0]
        span += max(0, last - before) if isinstance(last, int) else 0
    return span / 1e6
