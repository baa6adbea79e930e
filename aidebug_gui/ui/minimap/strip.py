"""The strip as a widget. Painting costs its height, whatever the size of the log."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.minimap.places import NOWHERE, Places
from aidebug_gui.ui.theme import current_theme, em

_COLUMN = 0.3  # width, line heights
_LEAST_PX = 2  # height of a mark
_REACH_PX = 4  # how near to a mark a click means it


class Channel(Enum):
    """What is marked, each in a column of its own: where it stands tells it apart without its colour."""

    ERRORS = "errors"
    FINDINGS = "findings"
    HIGHLIGHTS = "highlights"
    MATCHES = "matches"


_ALWAYS = (Channel.ERRORS, Channel.FINDINGS, Channel.MATCHES)


class _Layer:
    """Places in one colour: of a highlight by its name, else that of the channel."""

    def __init__(self, places: Places, highlight: str = "") -> None:
        self.places, self.highlight = places, highlight
        self._painted: tuple[int, list[tuple[int, int]]] = (-1, [])

    def spans(self, height: int) -> list[tuple[int, int]]:
        """Return the pixels that are marked in a strip of this height."""
        if self._painted[0] != height:
            self._painted = (height, self.places.spans(height))
        return self._painted[1]


class MinimapStrip(QWidget):
    """Columns of marks, and which rows are in view.

    Signals:
        position_requested(object): go to the row at this position in the table.
    """

    position_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[Channel, list[_Layer]] = {channel: [_Layer(NOWHERE)] for channel in _ALWAYS}
        self._count = 0
        self._view = (0, -1)
        self._top = 0
        self.setFixedWidth(self._width())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of the rows shown"))
        self.setToolTip(
            self.tr("Errors, findings, highlights and matches of the search in the rows shown. Click to go there.")
        )

    def sizeHint(self) -> QSize:
        return QSize(self._width(), em(4))

    def _width(self) -> int:
        return em(_COLUMN * len(self._layers))

    def set_top(self, top: int) -> None:
        """Begin below the header of the table (px)."""
        self._top = top

    def set_places(self, channel: Channel, places: Places) -> None:
        """Mark other places."""
        self._layers[channel] = [_Layer(places)]
        self.update()

    def set_highlights(self, highlights: Sequence[tuple[str, Places]]) -> None:
        """Mark the rows of highlights, by the names of their colours, the one that covers the others first.

        They have a column only while there are any.
        """
        layers = {channel: self._layers[channel] for channel in _ALWAYS}
        if highlights:
            layers[Channel.HIGHLIGHTS] = [_Layer(places, name) for name, places in highlights]
        self._layers = {channel: layers[channel] for channel in Channel if channel in layers}
        self.setFixedWidth(self._width())
        self.update()

    def places(self, channel: Channel) -> Places:
        """Return what is marked; of highlights what the first one marks."""
        return self._layers[channel][0].places if channel in self._layers else NOWHERE

    def set_view(self, first: int, last: int, count: int) -> None:
        """Tell which of ``count`` rows are in view."""
        if (first, last, count) != (*self._view, self._count):
            self._view, self._count = (first, last), count
            self.update()

    def _rows_height(self) -> int:
        return max(1, self.height() - self._top)

    def colour(self, channel: Channel) -> QColor:
        """Return the colour of a channel whose marks all have the same."""
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
        column = width / len(self._layers)
        for number, (channel, layers) in enumerate(self._layers.items()):
            left, right = round(number * column), round((number + 1) * column)
            for layer in reversed(layers):
                name = layer.highlight
                colour = current_theme().highlights[name].mark if name else self.colour(channel)
                for first, last in layer.spans(height):
                    extent = max(_LEAST_PX, last - first + 1)
                    painter.fillRect(left, self._top + first, right - left - 1, extent, colour)
        painter.end()

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
            position = self._mark_beside(position, x, max(1.0, _REACH_PX * rows_a_pixel))
        self.position_requested.emit(position)

    def _mark_beside(self, position: int, x: float, reach: float) -> int:
        """Return the position of a mark within reach, of the column under the mouse first; else the position itself."""
        columns = list(self._layers.values())
        meant = columns[min(len(columns) - 1, max(0, int(x * len(columns) / self.width())))]
        for layers in (meant, *(column for column in columns if column is not meant)):
            near = [layer.places.nearest(position) for layer in layers if len(layer.places.positions)]
            best = min(near, key=lambda mark: abs(mark - position), default=-1)
            if best >= 0 and abs(best - position) <= reach:
                return best
        return position
