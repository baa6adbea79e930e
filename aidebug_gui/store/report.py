"""What is in a log, as plain values and as text: the accounts, formats, levels, times and fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypedDict

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.export import iso_time
from aidebug_gui.store.protocol import Field, LogStore

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class FormatShare(TypedDict):
    """How many records a format claims; ``share`` of all records."""

    records: int
    share: float


class FieldReport(TypedDict):
    """A column or field; ``fill`` is the share of records that have it, ``origin`` its name in the log."""

    name: str
    type: str
    unit: str
    fill: float
    canonical: bool
    origin: str


class Report(TypedDict):
    """``lines == records + continuation + blank``. Shares and fill rates are between 0 and 1."""

    file: str
    bytes: int
    lines: int
    records: int
    continuation: int
    blank: int
    not_understood: int
    formats: dict[str, FormatShare]
    levels: dict[str, int]
    time: dict[str, str] | None
    fields: list[FieldReport]
    notice: str


def report(store: LogStore, file: str) -> Report:
    """Describe a log that is completely read."""
    state = store.state()
    span = store.time_range()
    return {
        "file": file,
        "bytes": state.bytes_total,
        "lines": state.lines,
        "records": state.records,
        "continuation": state.continuation,
        "blank": state.blank,
        "not_understood": state.not_understood,
        "formats": _shares(state.formats, state.records),
        "levels": {_level(level): count for level, count in sorted(store.level_counts().items()) if count},
        "time": None if span is None else {"first": _iso(span[0]), "last": _iso(span[1])},
        "fields": [_field(store, field, state.records) for field in store.fields()] if state.records else [],
        "notice": state.notice,
    }


def _field(store: LogStore, field: Field, records: int) -> FieldReport:
    fill = field.fill
    if field.canonical and field.kind is not Kind.TEXT:
        having = store.select(f"has:{field.name}")  # exact where it is quick; other fields are known from a sample
        fill = (records if having is None else len(having)) / records
    return {
        "name": field.name,
        "type": field.kind.value,
        "unit": field.unit,
        "fill": round(fill, 4),
        "canonical": field.canonical,
        "origin": field.origin,
    }


def _level(level: int) -> str:
    if level == Level.UNKNOWN:
        return "none"
    return Level(level).name if level in Level._value2member_map_ else str(level)


def _iso(time_ns: int) -> str:
    return iso_time(time_ns, naive=False)


def _shares(formats: Mapping[str, int], records: int) -> dict[str, FormatShare]:
    ordered = sorted(formats.items(), key=lambda item: -item[1])
    return {title: {"records": count, "share": round(count / records, 4)} for title, count in ordered if count}


def report_text(found: Report) -> str:
    """Return a report for people. Characters of the log that a terminal would obey are shown as U+FFFD."""
    parts = " + ".join(f"{found[key]:,} {key}" for key in ("records", "continuation", "blank"))
    lines = [
        found["file"],
        f"  lines           {found['lines']:,} = {parts}",
        f"  not understood  {found['not_understood']:,}",
        f"  formats         {_listed({name: entry['share'] for name, entry in found['formats'].items()})}",
        f"  levels          {' · '.join(f'{name} {count:,}' for name, count in found['levels'].items()) or 'none'}",
        f"  time            {_span(found['time'])}",
    ]
    if found["notice"]:
        lines.append(f"  notice          {found['notice']}")
    if found["fields"]:
        lines += ["", *_field_table(found["fields"])]
    return "\n".join(_UNPRINTABLE.sub("\ufffd", line).rstrip() for line in lines) + "\n"


def _listed(shares: Mapping[str, float]) -> str:
    return " · ".join(f"{title} {_percent(share)}" for title, share in shares.items()) or "none"


def _span(time: Mapping[str, str] | None) -> str:
    return "no record has a time" if time is None else f"{time['first']} to {time['last']}"


def _field_table(fields: list[FieldReport]) -> list[str]:
    width = min(40, max(len(field["name"]) for field in fields))
    head = f"  {'field':<{width}}  {'type':<8}  {'filled':>6}"
    rows = [
        f"  {field['name']:<{width}}  {field['type']:<8}  {_percent(field['fill']):>6}  {_remark(field)}"
        for field in fields
    ]
    return [head, *rows]


def _remark(field: FieldReport) -> str:
    origin = f"from {field['origin']}" if field["origin"] not in ("", field["name"]) else ""
    return " ".join(part for part in (field["unit"], origin) if part)


def _percent(share: float) -> str:
    """Return a share in per cent; neither 0 nor 100 where that would hide some records."""
    if 0 < share < 0.01:
        return "< 1 %"
    if 0.99 < share < 1:
        return "> 99 %"
    return f"{share:.0%}".replace("%", " %")
