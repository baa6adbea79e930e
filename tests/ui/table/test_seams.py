from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from aidebug_gui.formats.model import Flag
from aidebug_gui.ui.table.rows import PaintRow
from aidebug_gui.ui.table.seams import paint_seams
from aidebug_gui.ui.theme import current_theme


def painted(qapp, seams: dict[int, str]) -> QImage:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    rows = [(at, at * 20, PaintRow(7 + at, at + 1, 0, Flag(0), (), (), "", "", 1)) for at in range(3)]
    paint_seams(painter, QRect(0, 0, 300, 60), [*rows, (3, 60, None)], seams, current_theme(), QPalette())
    painter.end()
    return image


def lit_rows(image: QImage) -> set[int]:
    black = QColor("black").rgb()
    return {y // 20 for y in range(60) for x in range(0, 300, 1) if image.pixel(x, y) != black}


def test_a_seam_lies_above_its_record_only(qapp):
    assert lit_rows(painted(qapp, {})) == set()
    assert lit_rows(painted(qapp, {8: "renamed", 99: "not here"})) == {1}


def test_the_words_are_drawn_and_cut(qapp):
    line = painted(qapp, {8: ""})
    words = painted(qapp, {8: "the file was renamed " * 20})
    black = QColor("black").rgb()
    assert all(line.pixel(x, 30) == black for x in range(100))
    assert all(words.pixel(x, 30) == black for x in range(100))  # never more than half of the row
    assert any(words.pixel(x, 30) != black for x in range(150, 300))
