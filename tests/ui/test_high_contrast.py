"""The edges of what can be typed into, chosen and moved can be seen on black."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QSlider, QSpinBox, QWidget

from aidebug_gui.ui.theme import ThemeManager


@pytest.fixture
def page(qtbot):
    themes = ThemeManager()
    themes.choose("high_contrast")
    page = QWidget()
    qtbot.addWidget(page)
    yield page
    themes.choose("light")
    themes.deleteLater()


def bright(widget: QWidget, parent: QWidget) -> list[tuple[int, int]]:
    """Return the bright points of a widget of 120 x 30, with nothing typed and nothing chosen."""
    widget.setParent(parent)
    widget.setFixedSize(120, 30)
    widget.show()
    parent.resize(120, 30)
    parent.show()
    picture = widget.grab().toImage()
    ratio = picture.devicePixelRatio()
    points = ((x, y) for y in range(30) for x in range(120))
    return [(x, y) for x, y in points if picture.pixelColor(int(x * ratio), int(y * ratio)).lightness() > 200]


@pytest.mark.parametrize("kind", [QSpinBox, QPlainTextEdit, QLineEdit, QComboBox])
def test_the_frame_is_seen(page, kind):
    points = bright(kind(), page)
    for y in (0, 29):
        assert sum(point[1] == y for point in points) > 90
    assert sum(point[0] == 0 for point in points) > 25


def test_arrows_rings_and_handles_are_seen(page):
    arrows = [point for point in bright(QSpinBox(), page) if 104 < point[0] < 116]
    assert len({y for _, y in arrows if 2 < y < 27}) >= 6
    assert len([point for point in bright(QRadioButton(), page) if point[0] < 14]) > 12
    assert len(bright(QSlider(Qt.Orientation.Horizontal), page)) > 120
