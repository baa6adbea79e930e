"""What the format dialog asks of a log."""

from __future__ import annotations

from pathlib import Path

import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.format.offer import HasForm
from aidebug_gui.ui.format.questions import ReadSamples

LINES = "words of our own\n2026-03-03 08:15:01 INFO app.model: ready\nmore words\n"


def test_samples_are_values_that_say_something(tmp_path: Path) -> None:
    path = tmp_path / "own.log"
    path.write_text(LINES.replace("more", "{}\nmore"))  # a closed object, so that the words stand for themselves
    log = open_log(path)
    assert log.wait(60)
    samples = ReadSamples(log, ["level", "logger"])(CancelToken())
    assert samples.values["level"].split(",  ")[0] == "INFO"
    assert samples.values["logger"] == "app.model"
    assert "words of our own" in samples.lines
    log.close()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("@@ 12.03.2026 10:00:00,123 @@ W @@ slow", True),
        ("20/Nov 08-00-00.080 at once", True),
        ("W3 | slow | req 17", True),
        ("7;cat;0.93;34", True),
        ("just words | and more", False),
        ("just words", False),
    ],
)
def test_lines_with_times_that_nobody_reads_are_told_from_words(tmp_path: Path, line: str, expected: bool) -> None:
    path = tmp_path / "own.log"
    path.write_text(f"{line}\n" * 5)
    log = open_log(path)
    assert log.wait(60)
    assert HasForm(log)(CancelToken()) is expected
    log.close()
