"""The strip as a widget. Painting costs its height, whatever the size of the log."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.minimap.places import NOWHERE, Places
from aidebug_gui.ui.theme import current_theme, em

_WIDTH = 0.9  # line heights
_LEAST_PX = 2  # height of a mark
_REACH_PX = 4  # how near to a mark a click means it


class Channel(Enum):
    """What is marked, each in a column of its own: where it stands tells it apart without its colour."""

    ERRORS = "errors"
    FINDINGS = "findings"
    MATCHES = "matches"


class MinimapStrip(QWidget):
    """Columns of marks, and which rows are in view.

    Signals:
        position_requested(object): go to the row at this position in the table.
    """

    position_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[Channel, Places] = dict.fromkeys(Channel, NOWHERE)
        self._spans: dict[Channel, tuple[Places, int, list[tuple[int, int]]]] = {}  # as they were painted last
        self._count = 0
        self._view = (0, -1)
        self._top = 0
        self.setFixedWidth(em(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of the rows shown"))
        self.setToolTip(self.tr("Errors, findings and matches of the search in the rows shown. Click to go there."))

    def sizeHint(self) -> QSize:
        return QSize(em(_WIDTH), em(4))

    def set_top(self, top: int) -> None:
        """Begin below the header of the table (px)."""
        self._top = top

    def set_places(self, channel: Channel, places: Places) -> None:
        """Mark other places."""
        self._places[channel] = places
        self.update()

    def places(self, channel: Channel) -> Places:
        """Return what is marked."""
        return self._places[channel]

    def set_view(self, first: int, last: int, count: int) -> None:
        """Tell which of ``count`` rows are in view."""
        if (first, last, count) != (*self._view, self._count):
            self._view, self._count = (first, last), count
            self.update()

    def _rows_height(self) -> int:
        return max(1, self.height() - self._top)

    def colour(self, channel: Channel) -> QColor:
        """Return the colour of a channel."""
        theme = current_theme()
        if channel is Channel.ERRORS:
            return theme.levels[Level.ERROR].bar
        return theme.levels[Level.WARNING].bar if channel is Channel.FINDINGS else theme.colors["match"]

    # Qt's own names from here on

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height, width = self._rows_height(), self.width()
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self._count and self._view[1] - self._view[0] + 1 < self._count:
            first = self._top + self._view[0] * height // self._count
            last = self._top + (self._view[1] + 1) * height // self._count
            veil = QColor(self.palette().color(QPalette.ColorRole.Text))
            veil.setAlphaF(0.16)
            painter.fillRect(QRect(0, first, width, max(em(0.2), last - first)), veil)
        column = width / len(Channel)
        for number, channel in enumerate(Channel):
            colour = self.colour(channel)
            left, right = round(number * column), round((number + 1) * column)
            for first, last in self._spans_of(channel, height):
                painter.fillRect(left, self._top + first, right - left - 1, max(_LEAST_PX, last - first + 1), colour)
        painter.end()

    def _spans_of(self, channel: Channel, height: int) -> list[tuple[int, int]]:
        places = self._places[channel]
        known = self._spans.get(channel)
        if known is None or known[0] is not places or known[1] != height:
            known = self._spans[channel] = (places, height, places.spans(height))
        return known[2]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().x(), event.position().y(), exact=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x(), event.position().y(), exact=True)

    def _go(self, x: float, y: float, *, exact: bool) -> None:
        """Go to the place under the mouse, or to the mark beside it."""
        if not self._count:
            return
        rows_a_pixel = self._count / self._rows_height()
        position = min(self._count - 1, max(0, int((y - self._top) * rows_a_pixel)))
        if not exact:
            number = min(len(Channel) - 1, max(0, int(x * len(Channel) / self.width())))
            channels = list(Channel)
            order = [channels[number], *(channel for channel in channels if channel is not channels[number])]
            for channel in order:
                near = self._places[channel].nearest(position)
                if near >= 0 and abs(near - position) <= max(1.0, _REACH_PX * rows_a_pixel):
                    position = near
                    break
        self.position_requested.emit(position)
