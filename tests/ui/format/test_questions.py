"""What the format dialog asks of a log."""

from __future__ import annotations

from pathlib import Path

from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import CancelToken
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
