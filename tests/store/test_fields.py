"""Fields that are extracted when somebody asks for them, and several who ask at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import Cancelled
from tests.conftest import OpenText

PATIENCE_S = 60.0


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FileLog]:
    path = tmp_path / "values.jsonl"
    path.write_text("".join(json.dumps({"message": "m", "depth": number}) + "\n" for number in range(100)))
    log = open_log(path)
    assert log.wait(PATIENCE_S)
    yield log
    log.close()


def test_who_waits_for_a_field_gets_it_though_the_first_one_gives_up(
    log: FileLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, released = threading.Event(), threading.Event()
    fill = Fields._catch_up
    told: list[object] = []

    def catch_up(fields: Fields, *given: object) -> None:
        if not reached.is_set():
            reached.set()
            assert released.wait(PATIENCE_S)
            raise Cancelled
        fill(fields, *given)

    def ask() -> None:
        try:
            told.append(log.series("depth", x_axis="record").size)
        except Cancelled:
            told.append("cancelled")

    monkeypatch.setattr(Fields, "_catch_up", catch_up)
    first, second = threading.Thread(target=ask), threading.Thread(target=ask)
    first.start()
    assert reached.wait(PATIENCE_S)
    second.start()
    second.join(0.3)  # by now it waits for the first one; where it does not, there is nothing to go wrong
    released.set()
    first.join(PATIENCE_S)
    second.join(PATIENCE_S)
    assert sorted(map(str, told)) == ["100", "cancelled"]


@pytest.mark.parametrize(
    ("line", "distinct"),
    [
        ('{{"event": "chat_turn", "input": "a {0}"}}', 1),
        ('{{"message": "took {0} ms"}}', 30),
        ("2026-01-01 10:00:00,000 - app - INFO - ready", 0),
    ],
)
def test_how_many_messages_there_are_is_told_where_the_sample_knows(
    open_text: OpenText, line: str, distinct: int
) -> None:
    log = open_text("".join(line.format(number) + "\n" for number in range(30)))
    assert next(field.distinct for field in log.fields() if field.name == "message") == distinct


@pytest.mark.parametrize("name", ["t.", ".t", "a..b", "."])
def test_a_name_may_begin_or_end_with_a_dot(tmp_path: Path, name: str) -> None:
    path = tmp_path / "dots.log"
    lines = [json.dumps({"message": "m", "depth": 1})] * 3 + [f"2026-03-03 08:15:01 INFO read {name}=5 and more"] * 3
    path.write_text("\n".join(lines) + "\n")
    log = open_log(path)
    assert log.wait(PATIENCE_S)
    assert [count for _, count in log.values(name)] in ([], [3])
    log.close()


@pytest.mark.parametrize(
    ("line", "time_fill", "is_composed"),
    [
        ('{"step": 1, "loss": 2.5}', 0.0, True),
        ('{"time": "2026-01-01T10:00:00Z", "message": "hello"}', 1.0, False),
        ("INFO:root:hello", 0.0, False),
    ],
)
def test_a_field_tells_that_no_record_has_a_time_and_that_messages_are_composed(
    open_text: OpenText, line: str, time_fill: float, is_composed: bool
) -> None:
    fields = {field.name: field for field in open_text(f"{line}\n" * 20).fields()}
    assert (fields["time"].fill, fields["message"].composed) == (time_fill, is_composed)


@pytest.mark.parametrize(
    "line",
    [
        "2026-01-01 10:00:00,000 - app - INFO - {}",
        '{{"time": "2026-01-01T10:00:00Z", "message": "{}"}}',
        "2026-01-01 10:00:00,000 - app - INFO - all is well\n2026-01-01 10:00:00,000 - app - INFO - {}",
    ],
)
def test_a_value_that_messages_tell_fills_as_many_records_as_tell_it(open_text: OpenText, line: str) -> None:
    told = [line.format("finished in 12 ms" if number % 10 == 3 else "ready") for number in range(400)]
    log = open_text("\n".join(told) + "\n")
    having = log.select("has:latency_ms")
    assert having is not None
    assert len(having) == 40
    fill = next(field.fill for field in log.fields() if field.name == "latency_ms")
    assert fill == pytest.approx(40 / log.state().records, abs=0.06)


def test_a_distance_of_two_times_fills_as_many_records_as_have_both(open_text: OpenText) -> None:
    both = {"start_time": "2026-01-01T10:00:00Z", "end_time": "2026-01-01T10:00:01.5Z"}
    lines = [json.dumps({"message": "ran", **both} if number % 4 else {"message": "idle"}) for number in range(200)]
    fields = {field.name: field for field in open_text("\n".join(lines) + "\n").fields()}
    assert fields["latency_ms"].fill == pytest.approx(0.75)


def test_a_column_that_is_filled_by_what_fills_another_one_is_as_full(open_text: OpenText) -> None:
    failed = {"level": "error", "event": "failed", "exception": "Traceback (most recent call last):\nKeyError: 'a'"}
    log = open_text(
        "".join(json.dumps(failed if n % 4 == 0 else {"level": "info", "event": "ok"}) + "\n" for n in range(40))
    )
    fields = {field.name: field for field in log.fields()}
    assert fields["traceback"].fill == fields["error"].fill == pytest.approx(0.25)


def test_numbered_fields_are_in_the_order_of_their_numbers_and_the_last_are_left_out(tmp_path: Path) -> None:
    names = [f"feature_{number}" for number in range(310)]
    path = tmp_path / "wide.csv"
    row = ",".join(f"{number}.5" for number in range(310))
    path.write_text(",".join(names) + "\n" + f"{row}\n" * 20)
    log = open_log(path)
    assert log.wait(PATIENCE_S)
    shown = [entry.name for entry in log.fields() if not entry.canonical]
    assert shown[:12] == names[:12]
    assert shown == names[: len(shown)]
    log.close()


def test_fields_of_json_that_a_container_cut_into_parts(open_text: OpenText) -> None:
    head = "2026-03-03T08:15:30.000000123Z stdout"
    text = "x" * 40
    lines = [f'{head} F {{"level":"info","msg":"whole","depth":1}}']
    lines += [
        f'{head} P {{"level":"info","msg":"cut","text":"{text}',
        f"{head} P {text}",
        f'{head} F {text}","depth":2}}',
    ]
    lines += [f"{head} F plain words", f"{head} F more words"]
    log = open_text("\n".join([*lines * 3, ""]))
    for query, count in [("depth:2", 3), ("depth>=1", 6), (f"text={text * 3}", 3), ("has:depth", 6)]:
        found = log.select(query)
        assert found is not None
        assert len(found) == count, query
