from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from aidebug_gui.ui.insights.sheet import Cell, Column, Sheet


@pytest.fixture
def sheet(qtbot, qtmodeltester):
    sheet = Sheet("Numbers", (Column("Word"), Column("Count", 5, is_right=True, descending=True), Column("", 6)))
    qtbot.addWidget(sheet)
    sheet.resize(400, 200)
    sheet.show()
    spark = np.array([0, 3, 1], dtype=np.int64)
    rows = [(Cell(word, word), Cell(str(count), count, bar=count / 30), Cell("", spark=spark)) for word, count in WORDS]
    sheet.set_rows(rows)
    qtmodeltester.check(sheet.sheet_model)
    return sheet


WORDS = (("b<i>", 10), ("a", 30), ("c", 20))


def shown(sheet) -> list[str]:
    return [sheet.sheet_model.index(row, 0).data() for row in range(sheet.sheet_model.rowCount())]


def test_a_click_on_a_header_sorts_large_counts_first_and_words_from_a_on(sheet):
    assert shown(sheet) == ["b<i>", "a", "c"]
    sheet.choose(2)
    header = sheet.horizontalHeader()
    header.sectionClicked.emit(1)
    assert shown(sheet) == ["a", "c", "b<i>"]
    assert sheet.current_row() == 2  # stays the same row
    header.sectionClicked.emit(1)
    assert shown(sheet) == ["b<i>", "c", "a"]
    header.sectionClicked.emit(0)
    assert shown(sheet) == ["a", "b<i>", "c"]


def test_enter_means_the_row_as_it_was_given(sheet, qtbot):
    sheet.sort_by(1, descending=True)
    sheet.selectRow(0)
    with qtbot.waitSignal(sheet.activated_row) as activated:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert activated.args == [1]
    sheet.selectAll()
    assert sheet.selected_rows() == [1, 2, 0]


def test_texts_are_shown_as_they_may_be(sheet):
    model = sheet.sheet_model
    assert shown(sheet)[1] == "a"
    model.shown = lambda text: text.replace("a", "▓")
    assert shown(sheet)[1] == "a"  # until it is told
    model.read_again()
    assert shown(sheet)[1] == "▓"


def test_log_text_is_no_html_in_tool_tips_and_all_is_painted(sheet):
    tip = sheet.sheet_model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<i>" not in tip
    image = sheet.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert len(colours) > 4
