"""What the items paint, looked at as pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from aidebug_gui.store.protocol import Picture
from aidebug_gui.ui.plots.colours import PlotColours
from aidebug_gui.ui.plots.items import POINT_PX, SeriesItem, SeriesLook
from aidebug_gui.ui.theme.model import load_theme

WIDTH, HEIGHT = 400, 100


def painted_columns(seconds: float, ratio: float = 1.0) -> int:
    """Return how many pixels of the screen a point is wide in a lane that shows so many seconds."""
    pixel = (seconds / WIDTH, 1.0 / HEIGHT)
    item = SeriesItem()
    item.cover(1000.0, 1000.0 + seconds, 0.0, 1.0)
    x, y = np.array([1000.0 + seconds / 2]), np.array([0.5])
    look = SeriesLook(PlotColours.of(load_theme("light")), pixel=pixel)
    item.set_picture(Picture(x, y, y, y, exact=True), look)
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1 / pixel[0], 1 / pixel[1])
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    rows, columns = range(image.height()), range(image.width())
    ink = {x for x in columns for y in rows if image.pixelColor(x, y) != QColor("white")}
    return len(ink)


@pytest.mark.parametrize("seconds", [0.001, 0.02, 1.0, 86_400.0])
def test_a_point_is_a_point_however_short_the_time(qapp, seconds):
    assert 1 <= painted_columns(seconds) <= POINT_PX + 1


def test_a_point_is_as_large_on_a_screen_of_twice_the_density(qapp):
    assert painted_columns(60.0, 2.0) >= 2 * POINT_PX - 1
