from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from aidebug_gui.ui.findings.underlines import Underlines


@pytest.fixture
def area(qtbot, jobs):
    area = QPlainTextEdit()
    qtbot.addWidget(area)
    area.underlines = Underlines(area, jobs)
    return area


def underlined(area) -> list[str]:
    return [mark.cursor.selectedText() for mark in area.extraSelections()]


def test_personal_data_is_underlined_behind_wide_characters_and_line_breaks(area, jobs, qtbot):
    area.setPlainText("größe 🙂 ok\r\nwrite to anna.meier@web.de today")
    qtbot.waitUntil(jobs.is_idle, timeout=20_000)
    assert underlined(area) == ["anna.meier@web.de"]


def test_another_text_has_other_lines(area, jobs, qtbot):
    area.setPlainText("write to anna.meier@web.de")
    area.setPlainText("nothing here")
    qtbot.waitUntil(jobs.is_idle, timeout=20_000)
    assert underlined(area) == []
