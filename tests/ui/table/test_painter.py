"""What the painter writes: dates where they change, long texts in several lines, matches in their colours."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.ui.highlights.found import Highlighted
from aidebug_gui.ui.table.columns import LINE, TableColumn
from aidebug_gui.ui.table.painter import RowPainter, Visible
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.table.wrapping import wrapped
from aidebug_gui.ui.theme import cell_font, load_theme, set_row_lines


class Recorder:
    """Takes the place of the QPainter and remembers the texts and their colours."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.colours: list[QColor] = []
        self._pen = QColor()
        self._font = QFont()
        self.slanted: list[bool] = []
        self.places: list[tuple[int, int]] = []

    def setPen(self, pen: QColor) -> None:
        self._pen = pen

    def setFont(self, font: QFont) -> None:
        self._font = font

    def drawText(self, x: int, y: int, text: str) -> None:
        self.texts.append(text)
        self.slanted.append(self._font.italic())
        self.places.append((x, y))
        self.colours.append(self._pen)

    def __getattr__(self, name: str) -> object:
        return lambda *given: None


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


@pytest.fixture
def three_lines():
    set_row_lines(3)
    yield RowPainter(cell_font(), load_theme("light"), QGuiApplication.palette())
    set_row_lines(1)


def test_long_messages_take_several_lines(qapp, three_lines):
    """What the search finds is marked in each line that it stands in."""
    painter, recorder = three_lines, Recorder()
    text = "the first line and the second one, then what follows and much more that is cut"
    level, message = TableColumn("level", "Level", Kind.LEVEL), TableColumn("message", "Message", Kind.TEXT)
    row = PaintRow(0, 1, 20, Flag.NONE, (), ("INFO", text), "", "", 1)
    width = round(20.5 * painter.metrics.horizontalAdvance("0")) + 2 * painter.padding
    columns = [(0, level, 0, 80), (1, message, 80, width)]
    painter.paint(recorder, QRect(0, 0, 80 + width, painter.row_height), Visible([(0, 0, row)], columns))
    assert recorder.texts == ["INFO", "the first line and", "the second one, then", "what follows and mu…"]
    height = painter.metrics.height()
    first, *lines = [y for _, y in recorder.places]
    assert lines == [first, first + height, first + 2 * height]
    assert painter.row_height >= 3 * height

    recorder = Recorder()
    painter.extras.matcher = lambda cell: [(cell.index("and the"), cell.index(" second"))]
    painter.paint(recorder, QRect(0, 0, 80 + width, painter.row_height), Visible([(0, 0, row)], columns[1:]))
    assert recorder.texts[3:] == ["and", "the"]
    assert recorder.colours[3:] == [painter.theme.colors["match_text"]] * 2

    x = painter.padding + painter.metrics.horizontalAdvance("the ") + 1
    for number, begins in enumerate(("first", "second", " follows")):
        at = painter.character_at(row, message, text, width, QPoint(x, 2 + number * height + height // 2))
        assert text[at:].startswith(begins)
    assert painter.character_at(row, message, "short", width, QPoint(x, 2 * height)) == -1


def test_a_highlight_gives_its_colour_to_row_and_edge(qapp):
    painter = RowPainter(cell_font(), load_theme("dark"), QGuiApplication.palette())
    fills: list[tuple[int, QColor]] = []
    recorder = Recorder()
    recorder.fillRect = lambda *given: fills.append((given[0] if len(given) == 5 else -1, given[-1]))
    line = TableColumn(LINE, "Line", Kind.NUMBER)
    rows = [(at, 20 * at, PaintRow(at, at + 1, 0, Flag.NONE, (), (str(at + 1),), "", "", 1)) for at in range(3)]
    painter.extras.highlights = Highlighted([("teal", np.array([0, 2]))])
    painter.paint(recorder, QRect(0, 0, 80, 60), Visible(rows, [(0, line, 0, 80)], selected={2}))
    colours = painter.theme.highlights["teal"]
    assert [colour for _, colour in fills].count(colours.tint) == 1  # the selected one has the colour of the selection
    assert [x for x, colour in fills if colour == colours.mark] == [80, 80]
    quiet, text = painter.theme.colors["line_number"], painter.palette.text().color()
    assert recorder.colours[:2] == [text, quiet]


@pytest.mark.parametrize("text", ["日本語の長い文章です " * 20, "größer " * 60 + "日本語", "x" * 500])
def test_wrapped_lines_are_no_wider_than_their_room(qapp, three_lines, text):
    painter = three_lines
    for room in (90, 233, 700):
        lines = wrapped(text, [room] * 3, painter.fit)
        assert max(painter.metrics.horizontalAdvance(line) for _, line in lines) <= room
        assert len(lines) == 3
