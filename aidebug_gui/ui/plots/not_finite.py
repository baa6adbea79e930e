"""Shaded stretches of a lane where values are NaN or infinite: an empty plot would look as if nothing was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Stretches
from aidebug_gui.ui.plots.items import PlotItem
from aidebug_gui.ui.plots.ticks import point_time
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.plots.lane_canvas import LaneCanvas

_ROOM_PX = 4.0  # between the points around a stretch: with less, the eye sees no gap that asks for a reason
_LEAST_PX = 3.0  # width of a stretch that is shown
_MARGIN_PX = 4.0  # around the word
_NONE = np.empty(0)


class NotFiniteItem(PlotItem):
    """The stretches on one canvas, which calls :meth:`place` with each frame."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas: LaneCanvas | None = None
        self._found = Stretches.none()
        self._shown: NDArray[np.int64] = np.empty(0, dtype=np.int64)  # of the stretches
        self._first = self._last = _NONE  # view coordinates of those shown
        self.setZValue(-5)

    def place(self, canvas: LaneCanvas, found: Stretches | None) -> None:
        """Follow the visible range of the canvas."""
        self._canvas = canvas
        self._found = found if found is not None else Stretches.none()
        visible_first, visible_last = canvas.window_x.visible
        begin = int(np.searchsorted(self._found.last, canvas.to_series(visible_first)))
        stop = int(np.searchsorted(self._found.first, canvas.to_series(visible_last), side="right"))
        room = self._found.room[begin:stop]
        self._shown = begin + np.flatnonzero(room >= _ROOM_PX * canvas.series_pixel)
        first, last = (
            np.array([canvas.from_series(x) for x in ends[self._shown].tolist()])
            for ends in (self._found.first, self._found.last)
        )
        wider = np.maximum(_LEAST_PX * canvas.pixel_size[0] - (last - first), 0.0) / 2
        self._first, self._last = np.maximum(first - wider, visible_first), np.minimum(last + wider, visible_last)
        self.cover(visible_first, visible_last, *canvas.y_range)

    def words(self) -> list[str]:
        """Return what is said of each stretch that is shown, for the room that it has."""
        return [_word(int(count), int(infinite)) for count, infinite in self._numbers()]

    def _numbers(self) -> list[tuple[int, int]]:
        found = self._found
        return list(zip(found.counts[self._shown].tolist(), found.infinite[self._shown].tolist(), strict=True))

    def spans(self) -> list[tuple[float, float]]:
        """Return the first and last x of the stretches that are shown (view coordinates)."""
        return list(zip(self._first.tolist(), self._last.tolist(), strict=True))

    def record_at(self, x: float) -> int:
        """Return the first record of the stretch at a view x, -1 where there is none."""
        at = self._at(x)
        return int(self._found.records[at]) if at >= 0 else -1

    def _at(self, x: float) -> int:
        inside = np.flatnonzero((self._first <= x) & (x <= self._last))
        return int(self._shown[inside[0]]) if len(inside) else -1

    def describe(self, x: float) -> str:
        """Return what the stretch at a view x is, empty where there is none."""
        at = self._at(x)
        if self._canvas is None or at < 0:
            return ""
        count, infinite = int(self._found.counts[at]), int(self._found.infinite[at])
        one = QCoreApplication.translate("NotFiniteItem", "{0} in {1} record")
        many = QCoreApplication.translate("NotFiniteItem", "{0} in {1} records")
        lines = [(one if count == 1 else many).format(_word(count, infinite), count_text(count))]
        if self._canvas.window_x.axis == "time":
            ends = [point_time(float(end[at])) for end in (self._found.first, self._found.last)]
            lines.append(" – ".join(dict.fromkeys(ends)))
        return "\n".join(lines)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        canvas = self._canvas
        if canvas is None or not len(self._shown):
            return
        low, high = canvas.y_range
        colour = canvas.colours.level(Level.ERROR, pale=True)
        font = canvas.font()
        for (first, last), word in zip(self.spans(), self.words(), strict=True):
            painter.fillRect(QRectF(first - self._origin, low, last - first, high - low), colour)
            self._write(painter, font, word, first, last)

    def _write(self, painter: QPainter, font: QFont, word: str, first: float, last: float) -> None:
        """Write a word into the middle of a stretch that has room for it."""
        canvas = self._canvas
        assert canvas is not None
        metrics = QFontMetricsF(font)
        x_pixel, y_pixel = canvas.pixel_size
        width = metrics.horizontalAdvance(word)
        if width + 2 * _MARGIN_PX > (last - first) / x_pixel or metrics.height() > canvas.plot_rect.height():
            return
        low, high = canvas.y_range
        painter.save()
        painter.translate((first + last) / 2 - self._origin, (low + high) / 2)
        painter.scale(x_pixel, -y_pixel)  # letters are as large as elsewhere, whatever the zoom
        painter.setFont(font)
        painter.setPen(canvas.colours.text)
        painter.drawText(QPointF(-width / 2, metrics.ascent() - metrics.height() / 2), word)
        painter.restore()


def _word(count: int, infinite: int) -> str:
    if not infinite:
        return "NaN"
    return "∞" if infinite == count else "NaN, ∞"
