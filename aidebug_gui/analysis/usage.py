"""Usage: calls, failures, tokens, cost and latency for each model, endpoint or value of another field.

Counted by the engine from the columns that are stored; only empty answers take a pass over the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.contents import BAD_STATUS
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Field, Rows
from aidebug_gui.store.sql.quoting import identifier, quoted

BINS = 48
MOST_LINES = 1000
QUANTILES = (0.5, 0.95, 0.99)
EMPTY_ANSWERS = r"output=/^\s*$/"
"""The filter that finds answers that are there and blank. A call of a tool has no answer, which is something else."""

_USUAL = ("model", "endpoint", "tool", "user_id", "session_id", "event", "logger")
_ONE_BY_ONE = ("request_id", "trace_id")
"""What has mostly a few calls each: of these the dearest are told, of all else those with most calls."""
_LEAST_FILL = 0.02
_MOST_OWN = 30  # fields
_CUT_RULE = "output_cut"
_SUMS = ("tokens_in", "tokens_out", "tokens_total", "cost_usd")

Measure = Literal["calls", "failed", "tokens", "cost"]
MEASURES: tuple[Measure, ...] = ("calls", "failed", "tokens", "cost")


@dataclass(frozen=True, slots=True, eq=False)
class UsageLine:
    """What the calls with one value of a field used. None: the log does not say it.

    ``latency_ms``: the quantiles 0.5, 0.95 and 0.99. ``tokens_per_s``: tokens that came out in a second of latency.
    ``finish``: how often calls ended for which reason, the most frequent first; ``cut``: how many at the token limit.
    ``empty``: answers that are blank, None also while that is not known. ``over_time``: float64 (BINS,) for each
    measure, from the first to the last time of the log.
    """

    value: str
    calls: int
    failed: int
    tokens_in: float | None
    tokens_out: float | None
    tokens_total: float | None
    cost_usd: float | None
    latency_ms: tuple[float, float, float] | None
    tokens_per_s: float | None
    finish: tuple[tuple[str, int], ...]
    cut: int | None
    first_ns: int | None
    last_ns: int | None
    over_time: Mapping[Measure, NDArray[np.float64]]
    empty: int | None = None


def grouping_fields(fields: Sequence[Field]) -> list[str]:
    """Return the fields by which usage may be counted, the usual ones first."""
    groups = [field for field in fields if field.kind is Kind.CATEGORY or field.name in _USUAL]
    usual = [name for name in _USUAL if any(field.name == name for field in groups)]
    own = [field for field in groups if field.name not in usual and field.fill >= _LEAST_FILL and field.distinct != 1]
    names = usual + [
        field.name for field in sorted(own, key=lambda field: (not field.canonical, -field.fill))[:_MOST_OWN]
    ]
    present = {field.name for field in fields}
    return names + [name for name in _ONE_BY_ONE if name in present] if names else []


def usage(log: FileLog, by: str, selection: Rows | None = None, cancel: CancelToken | None = None) -> list[UsageLine]:
    """Return the usage of the selected records (None: all) for each value of a field, most calls first.

    Of requests and traces the dearest come first, or those with most tokens where the log knows no costs. At most ``MOST_LINES`` values. Raises Cancelled.
    """
    calls = _Calls(Evidence(log, cancel), by, selection)
    totals = calls.totals()
    told = [value for value, *_ in totals]
    finish = calls.finish(told)
    over_time = calls.over_time(log.time_range(), told)
    cut = {value for rule in symptom_rules().symptoms if rule.name == _CUT_RULE for value in rule.finish_reason}
    lines = []
    for value, count, failed, first, last, t_in, t_out, total, cost, latency, per_s in totals:
        reasons = finish.get(value, ())
        lines.append(
            UsageLine(
                value,
                count,
                failed,
                t_in,
                t_out,
                total if total is not None or t_in is None or t_out is None else t_in + t_out,
                cost,
                tuple(latency) if latency is not None else None,
                per_s,
                reasons,
                sum(times for reason, times in reasons if reason in cut) if reasons else None,
                first,
                last,
                over_time.get(value, {}),
            )
        )
    return lines


def with_empty_answers(
    log: FileLog, by: str, lines: Sequence[UsageLine], selection: Rows | None = None, cancel: CancelToken | None = None
) -> list[UsageLine]:
    """Return the lines with how many answers are blank, which takes a pass over the text; as they are without answers."""
    if "output" not in {field.name for field in log.fields()}:
        return list(lines)
    rows = log.select(EMPTY_ANSWERS, cancel=cancel)
    if rows is not None and selection is not None:
        rows = rows[np.isin(rows, selection, assume_unique=True)]
    counts = _Calls(Evidence(log, cancel), by, rows).counts()
    return [replace(line, empty=counts.get(line.value, 0)) for line in lines]


class _Calls:
    """The calls of a log as SQL: one row a call, with the value that it is counted for.

    Where several records share a request id, they are one call: numbers that they repeat (Claude Code writes the usage of
    an answer with each of its parts, first how far it got) count once. Prompts of other lengths are further calls of it.
    """

    def __init__(self, evidence: Evidence, by: str, selection: Rows | None) -> None:
        self._evidence = evidence
        self._selection = selection
        self._order = (
            "sum(cost_usd) DESC NULLS LAST, sum(coalesce(tokens_total, coalesce(tokens_in, 0) + coalesce(tokens_out, 0))) DESC, "
            if by in _ONE_BY_ONE
            else ""
        )
        self._has_requests = evidence.repeats("request_id")
        table, column = evidence.source(by)
        self._source = "records" if table == "records" else f"records POSITIONAL JOIN {table} AS other"
        self._value = f"records.{column}" if table == "records" else f"other.{column}"

    def _column(self, name: str) -> str:
        """Return SQL for a column of the log, NULL if it has none."""
        kind = "DOUBLE" if CANONICAL[name].kind is Kind.NUMBER else "VARCHAR"
        return f"records.{identifier(name)}" if self._evidence.has(name) else f"CAST(NULL AS {kind})"

    @cached_property
    def _rows(self) -> str:
        """SQL for the calls."""
        failed = [f"records.level >= {int(Level.ERROR)}"]
        if self._evidence.has("status"):
            known = self._evidence.analytics.execute("SELECT DISTINCT status FROM records WHERE status IS NOT NULL")
            bad = [quoted(value) for (value,) in known.fetchall() if BAD_STATUS.match(value)]
            failed.append(f"coalesce(records.status IN ({', '.join([*bad, 'NULL'])}), false)")
        if self._evidence.has("error_type"):
            failed.append("records.error_type IS NOT NULL")
        is_failed = " OR ".join(failed)
        wanted = "" if self._selection is None else "AND records.rowid IN (SELECT row FROM chosen)"
        where = f"FROM {self._source} WHERE {self._value} IS NOT NULL {wanted}"
        reason = f"trim({self._column('finish_reason')}, '[]\" ')"  # OpenTelemetry writes lists
        latency = self._column("latency_ms")
        if not self._has_requests:
            sums = ", ".join(f"{self._column(name)} AS {name}" for name in _SUMS)
            return (
                f"SELECT {self._value}::VARCHAR AS v, 1 AS calls, ({is_failed})::INT AS failed, records.time AS first, "
                f"records.time AS last, records.rowid AS row, {sums}, {latency} AS latency_ms, {reason} AS reason {where}"
            )
        prompt = self._column("tokens_in")
        sums = ", ".join(f"max({self._column(name)}) AS {name}" for name in _SUMS)
        parts = (
            f"SELECT {self._value}::VARCHAR AS v, coalesce(records.request_id, records.rowid::VARCHAR) AS request, "
            f"{prompt} AS prompt, max(({is_failed})::INT) AS failed, min(records.time) AS first, max(records.time) AS last, "
            f"min(records.rowid) AS row, {sums}, max({latency}) AS latency_ms, max({reason}) AS reason {where} "
            "GROUP BY v, request, prompt"
        )
        if self._evidence.has("tokens_in"):  # what names no prompt belongs to the first call of its request
            parts = f"SELECT * REPLACE (coalesce(prompt, min(prompt) OVER (PARTITION BY v, request)) AS prompt) FROM ({parts})"
        sums = ", ".join(f"max({name}) AS {name}" for name in _SUMS)
        return (
            f"SELECT v, 1 AS calls, max(failed) AS failed, min(first) AS first, max(last) AS last, min(row) AS row, {sums}, "
            f"max(latency_ms) AS latency_ms, max(reason) AS reason FROM ({parts}) GROUP BY v, request, prompt"
        )

    def _ask(self, chosen: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        self._evidence.check()
        sql = f"SELECT {chosen.format(calls=f'({self._rows})')}"
        return self._evidence.analytics.execute(sql, parameters, selection=self._selection).fetchall()

    def totals(self) -> list[tuple[Any, ...]]:
        """Return (value, calls, failed, first, last, sums, quantiles of the latency, tokens a second), in their order."""
        sums = ", ".join(f"sum({name})" for name in _SUMS)
        answered = "FILTER (latency_ms > 0 AND tokens_out > 0)"
        return self._ask(
            f"v, sum(calls)::BIGINT AS n, sum(failed)::BIGINT, min(first), max(last), {sums}, "
            f"quantile_cont(latency_ms, {list(QUANTILES)}), "
            f"1000 * sum(tokens_out) {answered} / sum(latency_ms) {answered} "
            f"FROM {{calls}} GROUP BY v ORDER BY {self._order}n DESC, v LIMIT {MOST_LINES}"
        )

    def counts(self) -> dict[str, int]:
        """Return how many calls each value has."""
        return dict(self._ask("v, sum(calls)::BIGINT FROM {calls} GROUP BY v"))

    def finish(self, values: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
        """Return for each of these values how often calls ended for which reason."""
        if not self._evidence.has("finish_reason"):
            return {}
        found: dict[str, tuple[tuple[str, int], ...]] = {}
        sql = (
            "v, reason, sum(calls)::BIGINT AS n FROM {calls} WHERE reason <> '' AND v IN (SELECT unnest(?::VARCHAR[])) "
            "GROUP BY v, reason ORDER BY n DESC, reason"
        )
        for value, reason, count in self._ask(sql, [values]):
            found[value] = (*found.get(value, ()), (reason, count))
        return found

    def over_time(
        self, span: tuple[int, int] | None, values: list[str]
    ) -> dict[str, dict[Measure, NDArray[np.float64]]]:
        """Return for each of these values each measure in ``BINS`` parts of a span (ns, both ends included), else of the record numbers."""
        first, last = span or (0, max(0, self._evidence.records - 1))
        width = max(1, -(-(last - first + 1) // BINS))
        at = f"({'first' if span else 'row'} - {first}) // {width}"
        tokens = "coalesce(tokens_total, coalesce(tokens_in, 0) + coalesce(tokens_out, 0))"
        rows = self._ask(
            f"v, {at} AS bin, sum(calls), sum(failed), sum({tokens}), coalesce(sum(cost_usd), 0) FROM {{calls}} "
            "WHERE v IN (SELECT unnest(?::VARCHAR[])) GROUP BY v, bin",
            [values],
        )
        found: dict[str, dict[Measure, NDArray[np.float64]]] = {}
        for value, part, *sums in rows:
            if part is None or not 0 <= part < BINS:  # a record without a time
                continue
            series = found.setdefault(value, {measure: np.zeros(BINS) for measure in MEASURES})
            for measure, amount in zip(MEASURES, sums, strict=True):
                series[measure][part] = amount
        return found
