"""What the painter writes: numbers under each other, dates where they change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.ui.table.columns import LINE, TableColumn
from aidebug_gui.ui.table.painter import RowPainter, Visible, aligned
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.theme import cell_font, load_theme


class Recorder:
    """Takes the place of the QPainter and remembers the texts and their colours."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.colours: list[QColor] = []
        self._pen = QColor()
        self._font = QFont()
        self.slanted: list[bool] = []

    def setPen(self, pen: QColor) -> None:
        self._pen = pen

    def setFont(self, font: QFont) -> None:
        self._font = font

    def drawText(self, x: int, y: int, text: str) -> None:
        self.texts.append(text)
        self.slanted.append(self._font.italic())
        self.colours.append(self._pen)

    def __getattr__(self, name: str) -> object:
        return lambda *given: None


def test_numbers_have_as_many_decimals_as_the_longest():
    assert aligned(["0.3596", "0.302", "", "12", "-0.5"]) == ["0.3596", "0.3020", "", "12.0000", "-0.5000"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["2.4146", "146.757", "92.6272"], ["2.415", "146.757", "92.627"]),
        (["51234.6", "0.00123456", "250.5"], ["51234.6    ", "0.00123", "250.50000"]),
        (["0.088636", "6.02368"], ["0.08864", "6.02368"]),
        (["1234567", "0.25"], ["1234567   ", "0.25"]),
    ],
)
def test_large_numbers_get_no_decimals_that_nobody_measured(numbers, expected):
    assert aligned(numbers) == expected


def test_what_has_no_decimals_keeps_its_room():
    assert aligned(["0.25", "NaN", "1.5e-07", "-∞"]) == ["0.25", "NaN   ", "1.5e-07", "-∞   "]
    assert aligned(["0.3596", "NaN"]) == ["0.3596", "NaN   "]


def test_whole_numbers_stay_as_they_are():
    assert aligned(["200", "404", ""]) == ["200", "404", ""]


def test_the_date_is_written_where_it_changes(qapp):
    times = [("2026-01-01", "10:00:00.000"), ("", ""), ("2026-01-01", "10:00:01.000"), ("2026-01-02", "00:00:00.000")]
    rows = [
        PaintRow(at, at + 1, 20, Flag.NONE, (), (f"{date} {clock}".strip(),), date, clock, 1)
        for at, (date, clock) in enumerate(times)
    ]
    painter = RowPainter(cell_font(), load_theme("light"), QGuiApplication.palette())
    recorder = Recorder()
    column = (0, TableColumn("time", "Time", Kind.TIME), 0, 400)
    visible = Visible([(at, 20 * at, row) for at, row in enumerate(rows)], [column])
    painter.paint(recorder, QRect(0, 0, 400, 80), visible)
    assert recorder.texts == ["2026-01-01", "10:00:00.000", "10:00:01.000", "2026-01-02", "00:00:00.000"]


def test_levels_that_no_line_names_are_slanted(qapp):
    flags = (Flag.NONE, Flag.DERIVED_LEVEL, Flag.NONE, Flag.DERIVED_LEVEL)
    rows = [
        (at, 20 * at, PaintRow(at, at + 1, level, flag, (), ("INFO" if level == 20 else "ERROR",), "", "", 1))
        for at, (level, flag) in enumerate(zip((20, 20, 40, 40), flags, strict=True))
    ]
    recorder = Recorder()
    visible = Visible(rows, [(0, TableColumn("level", "Level", Kind.LEVEL), 0, 80)])
    RowPainter(cell_font(), load_theme("dark"), QGuiApplication.palette()).paint(recorder, QRect(0, 0, 80, 80), visible)
    assert recorder.texts == ["INFO", "INFO", "ERROR", "ERROR"]
    assert recorder.slanted == [False, True, False, True]


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_the_line_number_of_a_selected_row_can_be_read(qapp, name):
    theme = load_theme(name)
    rows = [(at, 20 * at, PaintRow(at, at + 1, 20, Flag.NONE, (), (str(at + 1),), "", "", 1)) for at in range(2)]
    recorder = Recorder()
    visible = Visible(rows, [(0, TableColumn(LINE, "Line", Kind.NUMBER), 0, 80)], selected={1})
    RowPainter(cell_font(), theme, theme.palette).paint(recorder, QRect(0, 0, 80, 40), visible)
    assert recorder.texts == ["1", "2"]
    assert recorder.colours == [theme.colors["line_number"], theme.palette.highlightedText().color()]


@pytest.mark.parametrize("points", [8.0, 9.0, 10.0, 10.5, 12.0])
def test_what_was_cut_ends_where_it_is_said_to_end(qapp, points):
    font = cell_font()
    font.setPointSizeF(points)
    painter = RowPainter(font, load_theme("light"), QGuiApplication.palette())
    for text in ("a" * 150, "a" * 30, "ä" * 150):
        fitted, advance = painter.fit(text, 700)
        assert painter.metrics.horizontalAdvance(fitted) <= advance <= 700
