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


def painted_columns(seconds: float) -> int:
    """Return how many pixel columns a single point takes in a lane that shows so many seconds."""
    pixel = (seconds / WIDTH, 1.0 / HEIGHT)
    item = SeriesItem()
    item.cover(1000.0, 1000.0 + seconds, 0.0, 1.0)
    x, y = np.array([1000.0 + seconds / 2]), np.array([0.5])
    look = SeriesLook(PlotColours.of(load_theme("light")), pixel=pixel)
    item.set_picture(Picture(x, y, y, y, exact=True), look)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1 / pixel[0], 1 / pixel[1])
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    ink = {x for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y) != QColor("white")}
    return len(ink)


@pytest.mark.parametrize("seconds", [0.001, 0.02, 1.0, 86_400.0])
def test_a_point_is_a_point_however_short_the_time(qapp, seconds):
    assert 1 <= painted_columns(seconds) <= POINT_PX + 1
