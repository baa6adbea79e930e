from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis import texts
from aidebug_gui.analysis.growing_columns import GrowingColumns
from aidebug_gui.analysis.patterns import line_shapes
from aidebug_gui.store import open_log
from aidebug_gui.store.analytics import Analytics
from aidebug_gui.store.log import FileLog

CORPUS = Path(__file__).parents[3] / "../shared/corpus"
Open = Callable[[str], FileLog]


def both_ways(log: FileLog, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """Yield (message, failure) of each record: by the shapes of lines, then line by line."""
    for is_plain in (True, False):
        monkeypatch.setattr(Analytics, "has_plain_lines", is_plain)
        monkeypatch.setattr(line_shapes, "_MOST_NEW", 1.0)
        found = texts.read_texts(log.analytics, (log.analytics.records,) * 2, GrowingColumns())
        yield [
            (found.shapes[message], found.failures[failure])
            for message, failure in zip(found.shape.tolist(), found.failure.tolist(), strict=True)
        ]


def some_lines(count: int) -> str:
    lines = []
    for number in range(count):
        level = ("INFO", "WARNING", "ERROR")[number % 3]
        lines.append(f"2026-05-04 08:{number // 60 % 60:02}:{number % 60:02},{number % 1000:03} - app - {level} - ")
        lines.append(f"step {number} took {number * 7 % 900} ms for {number * 2654435761 % 2**32:08x}\n")
        if number % 10 == 0:
            lines.append(f"Traceback (most recent call last):\n  File a.py, line {number}\nValueError: {number} é\n")
    return "".join(lines)


def test_texts_are_the_same_by_the_shapes_of_lines(open_text: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    log = open_text(some_lines(600))
    assert log.analytics.has_plain_lines
    by_shape, by_line = both_ways(log, monkeypatch)
    assert by_shape == by_line
    assert {failure for _, failure in by_line} == {
        "", "Traceback (most recent call last):   File a.py, line 0 ValueError: 0 é",
    }  # fmt: skip


def test_real_logs_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        "python_logging/11abd_agentic_rag_app.log",
        "uvicorn_gunicorn/*.log",
        "torchserve/ts_log.log",
        "ollama/*.log",
    )
    paths = [path for name in names for path in sorted(CORPUS.glob(name))]
    if not paths:
        pytest.skip("the corpus is not there")
    looked_at = 0
    for path in paths:
        log = open_log(path)
        try:
            assert log.wait(60)
            if not log.analytics.has_plain_lines or set(texts._expressions(log.analytics.layout)) - {
                "message",
                "failure",
            }:
                continue
            looked_at += 1
            by_shape, by_line = both_ways(log, monkeypatch)
            assert by_shape == by_line, path
        finally:
            log.close()
            monkeypatch.undo()
    assert looked_at


def test_lines_with_nothing_in_common_are_read_one_by_one(open_text: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    words = np.random.default_rng(4).permuted(np.tile(list("abcdefghij"), (300, 1)), axis=1)
    log = open_text("".join(f"2026-05-04 08:00:00,000 - app - INFO - {''.join(row)}\n" for row in words))
    found = texts.read_texts(log.analytics, (log.analytics.records,) * 2, GrowingColumns())
    assert len(found.shapes) == 1 + len({"".join(row) for row in words})
    assert found.shapes[found.shape[-1]] == "".join(words[-1])
