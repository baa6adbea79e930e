"""Usage as text for people, and as JSON and CSV for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidebug_gui.analysis.formatting import milliseconds, number
from aidebug_gui.analysis.usage import UsageLine
from aidebug_gui.store.export import csv_lines, iso_time

_COLUMNS = (
    "calls",
    "failed",
    "tokens_in",
    "tokens_out",
    "tokens_total",
    "cost_usd",
    "latency_ms_p50",
    "latency_ms_p95",
    "latency_ms_p99",
    "tokens_per_s",
    "finish",
    "cut",
    "empty",
    "first",
    "last",
)
_HEAD = ("calls", "errors", "tokens in", "tokens out", "cost", "p50", "p95", "p99", "tokens/s", "empty", "ended with")
_WIDEST_VALUE = 40


def usage_mapping(by: str, line: UsageLine) -> dict[str, object]:
    """Return a line for JSON. ``by``: the field that was counted by; None for what the log does not say."""
    p50, p95, p99 = line.latency_ms or (None, None, None)
    return {
        by: line.value,
        "calls": line.calls,
        "failed": line.failed,
        "tokens_in": line.tokens_in,
        "tokens_out": line.tokens_out,
        "tokens_total": line.tokens_total,
        "cost_usd": line.cost_usd,
        "latency_ms_p50": p50,
        "latency_ms_p95": p95,
        "latency_ms_p99": p99,
        "tokens_per_s": line.tokens_per_s,
        "finish": dict(line.finish) or None,
        "cut": line.cut,
        "empty": line.empty,
        "first": iso_time(line.first_ns, naive=False) if line.first_ns is not None else None,
        "last": iso_time(line.last_ns, naive=False) if line.last_ns is not None else None,
    }


def usage_csv(by: str, lines: Sequence[UsageLine], file: str = "") -> Iterator[str]:
    """Yield lines of CSV, the head first.

    ``file``: the log that they are of, where there are several: those may be counted by different fields, so that each
    line names its log and its field, and all have the same head.
    """
    if not file:
        return csv_lines((usage_mapping(by, line) for line in lines), (by, *_COLUMNS))
    rows = ({"file": file, "by": by, **usage_mapping("value", line)} for line in lines)
    return csv_lines(rows, ("file", "by", "value", *_COLUMNS))


def usage_text(by: str, lines: Sequence[UsageLine]) -> str:
    """Return a table for a terminal, without the columns of which the log says nothing."""
    rows = [(by, *_HEAD), *(_cells(line) for line in lines)]
    kept = [at for at in range(len(rows[0])) if at <= 1 or any(row[at] for row in rows[1:])]
    widths = {at: max(len(row[at]) for row in rows) for at in kept}
    last = len(rows[0]) - 1
    texts = []
    for row in rows:
        cells = [row[at].ljust(widths[at]) if at in (0, last) else row[at].rjust(widths[at]) for at in kept]
        texts.append("  ".join(cells).rstrip())
    return "\n".join(texts) + "\n"


def _cells(line: UsageLine) -> tuple[str, ...]:
    value = line.value if len(line.value) <= _WIDEST_VALUE else line.value[: _WIDEST_VALUE - 1] + "…"
    endings = sum(count for _, count in line.finish)
    return (
        " ".join(value.split()),
        number(line.calls),
        _percent(line.failed, line.calls) if line.failed else "",
        *(number(value) if value is not None else "" for value in (line.tokens_in, line.tokens_out)),
        f"${number(line.cost_usd)}" if line.cost_usd is not None else "",
        *(milliseconds(value) for value in line.latency_ms or ()),
        *([""] * (0 if line.latency_ms else 3)),
        number(line.tokens_per_s) if line.tokens_per_s is not None else "",
        _percent(line.empty, line.calls) if line.empty else "",
        ", ".join(f"{reason} {_percent(count, endings)}" for reason, count in line.finish),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.2g} %" if part < whole else "100 %"
