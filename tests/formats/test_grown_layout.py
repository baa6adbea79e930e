"""A layout grows by what later lines show, and what it knew keeps its meaning."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import MOST_FIELDS, detect
from aidebug_gui.formats.grown_layout import Traces, grown, traces
from aidebug_gui.formats.model import Layout
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()


def layout_of(lines: Sequence[str]) -> Layout:
    return detect([line.encode() for line in lines], CATALOG)


def as_json(count: int, **values: object) -> list[str]:
    return [json.dumps({"ts": 1_800_000_000 + number, "level": "info", **values}) for number in range(count)]


def is_traced(line: str, found: Traces) -> bool:
    return any(text in line for text in found.texts) or any(re.search(pattern, line) for pattern in found.patterns)


STARTED = [f"2026-11-22 10:00:{number:02d},000 INFO [svc] loading shard {number}" for number in range(50)]


def test_columns_come_in_and_none_goes() -> None:
    before = layout_of(as_json(30, msg="ready", prob=0.25))
    assert before.json_paths["score"] == (("prob",),)
    after = grown(before, layout_of(as_json(30, msg="done", latency_ms=12.5, model="m1")))
    assert after.json_paths["score"] == (("prob",),)
    assert after.json_paths["latency_ms"] == (("latency_ms",),)
    assert {field.name: field.column for field in after.fields}["latency_ms"] == "latency_ms"
    assert {field.name for field in before.fields} < {field.name for field in after.fields}


def test_a_better_name_counts_more_from_now_on_and_the_old_one_stays() -> None:
    before = layout_of(as_json(30, prob=0.25))
    after = grown(before, layout_of(as_json(30, prob=0.25, score=0.75)))
    parser = RecordParser(after, CATALOG)
    assert parser.parse(as_json(1, prob=0.25)[0].encode()).values["score"] == 0.25
    assert parser.parse(as_json(1, prob=0.25, score=0.75)[0].encode()).values["score"] == 0.75


def test_the_scale_of_what_is_known_stays() -> None:
    before = layout_of(as_json(30, duration_s=1.5))
    after = grown(before, layout_of(as_json(30, duration_s=1.5, score=0.5)))
    assert after.scales == before.scales == {"duration_s": 1000.0}


def test_fields_that_come_later_are_known_however_many_there_are() -> None:
    before = layout_of(as_json(30, **{f"a{number}": 1 for number in range(350)}))
    after = grown(before, layout_of(as_json(30, **{f"b{number}": 1 for number in range(100)})))
    assert len(after.fields) == MOST_FIELDS
    assert {f"a{number}" for number in range(350)} < {field.name for field in after.known_fields}
    assert {f"b{number}" for number in range(100)} < {field.name for field in after.known_fields}


def test_nothing_new_is_no_growth() -> None:
    before = layout_of([*STARTED, *as_json(30, score=0.5)])
    assert grown(before, layout_of(STARTED)).reads_like(before)
    assert grown(before, before) == before
    assert traces(before, before) == Traces()


def test_a_special_format_goes_ahead_of_the_general_one_that_took_its_lines() -> None:
    general = ["INFO:     Started server process [1]", "INFO:     Waiting for application startup."] * 20
    special = ['INFO:     127.0.0.1:52781 - "GET /health HTTP/1.1" 200 OK'] * 20
    before = layout_of(general)
    after = grown(before, layout_of([*general, *special]))
    assert RecordParser(after, CATALOG).parse(special[0].encode()).values["endpoint"] == "/health"
    assert is_traced(special[0], traces(before, after))


def test_records_that_the_grown_layout_reads_otherwise_hold_a_trace() -> None:
    later = {
        "json": as_json(30, confidence=0.5),
        "nested": as_json(30, output={"confidence": 0.5}),
        "pairs": [f"{line} confidence=0.5 took_ms=3" for line in STARTED],
        "words": [f"{line[:24]} INFO [svc] Prediction: spam (0.93)" for line in STARTED],
    }
    before = layout_of(STARTED)
    for name, lines in later.items():
        after = grown(before, layout_of([*STARTED, *lines]))
        found = traces(before, after)
        old, new = (RecordParser(layout, CATALOG) for layout in (before, after))
        assert not is_traced(STARTED[0], found), name
        assert "score" in new.parse(lines[0].encode()).values, name
        for line in lines:
            differs = old.parse(line.encode()).values != new.parse(line.encode()).values
            assert not differs or is_traced(line, found), (name, line)
