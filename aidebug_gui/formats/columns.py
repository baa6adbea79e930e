"""The canonical columns: the names that every format is projected to, and what kind of value each holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a column holds; decides how it is stored, filtered, counted and drawn."""

    TIME = "time"  # int64 nanoseconds since the epoch, UTC
    LEVEL = "level"  # Level number, 0 where unknown
    NUMBER = "number"  # float64
    CATEGORY = "category"  # few distinct strings: counted in facets
    ID = "id"  # many distinct strings: exact match only
    TEXT = "text"  # long text: stays in the file, read on demand


@dataclass(frozen=True, slots=True)
class Column:
    """A canonical column. ``unit`` is shown behind numbers ("ms"), empty where there is none."""

    name: str
    kind: Kind
    title: str
    unit: str = ""


CANONICAL: dict[str, Column] = {
    column.name: column
    for column in (
        Column("time", Kind.TIME, "Time"),
        Column("level", Kind.LEVEL, "Level"),
        Column("logger", Kind.CATEGORY, "Logger"),
        Column("message", Kind.TEXT, "Message"),
        Column("event", Kind.CATEGORY, "Event"),
        Column("model", Kind.CATEGORY, "Model"),
        Column("model_version", Kind.CATEGORY, "Model version"),
        Column("score", Kind.NUMBER, "Score"),
        Column("label", Kind.CATEGORY, "Label"),
        Column("target", Kind.CATEGORY, "Target"),
        Column("threshold", Kind.NUMBER, "Threshold"),
        Column("latency_ms", Kind.NUMBER, "Latency", "ms"),
        Column("ttft_ms", Kind.NUMBER, "First token", "ms"),
        Column("tokens_in", Kind.NUMBER, "Tokens in"),
        Column("tokens_out", Kind.NUMBER, "Tokens out"),
        Column("tokens_total", Kind.NUMBER, "Tokens"),
        Column("cost_usd", Kind.NUMBER, "Cost", "USD"),
        Column("finish_reason", Kind.CATEGORY, "Finish reason"),
        Column("endpoint", Kind.CATEGORY, "Endpoint"),
        Column("method", Kind.CATEGORY, "Method"),
        Column("status", Kind.CATEGORY, "Status"),
        Column("client", Kind.ID, "Client"),
        Column("request_id", Kind.ID, "Request"),
        Column("trace_id", Kind.ID, "Trace"),
        Column("span_id", Kind.ID, "Span"),
        Column("parent_id", Kind.ID, "Parent"),
        Column("session_id", Kind.ID, "Session"),
        Column("user_id", Kind.ID, "User"),
        Column("tool", Kind.CATEGORY, "Tool"),
        Column("step", Kind.NUMBER, "Step"),
        Column("epoch", Kind.NUMBER, "Epoch"),
        Column("since_start_s", Kind.NUMBER, "Since start", "s"),  # where a log has no time of day
        Column("error_type", Kind.CATEGORY, "Error type"),
        Column("source", Kind.CATEGORY, "Source"),
        Column("origin", Kind.CATEGORY, "Origin"),  # of merged logs: what their files call source
        Column("input", Kind.TEXT, "Input"),
        Column("output", Kind.TEXT, "Output"),
        Column("error", Kind.TEXT, "Error"),
        Column("traceback", Kind.TEXT, "Traceback"),
    )
}
