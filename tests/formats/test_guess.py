"""First patterns for lines of a form that is not known."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.guess import guess_header
from aidebug_gui.formats.model import TimeStyle
from aidebug_gui.store.preview import preview


@pytest.mark.parametrize(
    ("line", "style", "level", "message"),
    [
        ("@@ 12.03.2026 10:00:00,123 @@ svc=a @@ W @@ slow", TimeStyle.NUMBERS, "", "svc=a @@ W @@ slow"),
        ("<2026-01-01 10:00:00> [W] api -> slow", TimeStyle.ISO, "W", "api -> slow"),
        ("node-7 #12 2026-01-01T10:00:00Z WARNING: slow (2)", TimeStyle.ISO, "WARNING", "slow (2)"),
        ("gpu0 {03/Mar/2026:08:15:30 +0000} slow", TimeStyle.CLF, "", "slow"),
    ],
)
def test_a_pattern_that_fits_is_found(line: str, style: TimeStyle, level: str, message: str) -> None:
    lines = (line, line.replace("slow", "slower"), line.replace("node-7", "rank-12"))
    found = guess_header(lines)
    assert found is not None
    assert found[1] is style
    shown = preview("own", found[0], style.value, lines)
    assert shown.matching == 3
    row = shown.rows[0]
    assert row is not None
    assert row["time"]
    assert not shown.doubts
    assert row.get("level", "") == level
    assert row["message"] == message


@pytest.mark.parametrize("lines", [(), ("just words",), ("at 2026-01-01 10:00:00 it began", "words", "more words")])
def test_lines_without_a_common_form_get_none(lines: tuple[str, ...]) -> None:
    assert guess_header(lines) is None
