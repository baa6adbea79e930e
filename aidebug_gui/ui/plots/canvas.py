"""A plot that shares its x axis with others: a value axis, the plot, and room for a distribution beside it.

The canvas takes the mouse itself instead of leaving it to pyqtgraph's scene: what a drag means depends on where it
starts (a line, a brush, the plot), and moving must cost nothing but the new picture.
"""

from __future__ import annotations

from enum import Enum, auto

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from aidebug_gui.ui.plots.axes import ValueAxis, tabular
from aidebug_gui.ui.plots.colours import PlotColours, line_pen
from aidebug_gui.ui.plots.items import BrushItem, GridItem
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.manager import current_theme

_NOTCH = 120  # wheel units of one click of the wheel
_ZOOM_PER_NOTCH = 0.8
_KEY_PAN = 0.1  # of the visible range


class Gesture(Enum):
    """What the mouse is doing while the left button is down."""

    NONE = auto()
    PAN = auto()
    BRUSH = auto()
    LINE = auto()  # a line of the plot is being moved


class Canvas(pg.GraphicsView):
    """One plot. Drag pans (or brushes, with Shift or where ``brushes``), the wheel zooms, a double click resets.

    Signals:
        brushed(float, float): a stretch of x was dragged over.
        clicked(float, float): x and y of a click that was no drag.
        described(str, QPoint): what is under the mouse and where (global); an empty text when nothing is.
        line_dragged(float): y to which a line is dragged.
        line_dropped: the line is let go.
        reset_requested: double click, or key 0.
        menu_requested(QPoint): global position for a context menu.
        resized: the plot area has another size.
    """

    brushed = Signal(float, float)
    clicked = Signal(float, float)
    described = Signal(str, QPoint)
    line_dragged = Signal(float)
    line_dropped = Signal()
    reset_requested = Signal()
    menu_requested = Signal(QPoint)
    resized = Signal()

    def __init__(self, window: XWindow, *, brushes: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setAntialiasing(False)
        # Everything moves in every frame; working out the parts that moved only leads to a second paint.
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.window_x = window
        self.brushes = brushes
        self.colours = PlotColours.of(current_theme())
        self._gesture = Gesture.NONE
        self._press = QPointF()
        self._last = QPointF()
        self._y_range = (0.0, 1.0)
        self.view = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.view.disableAutoRange()
        self.side_view = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.side_view.disableAutoRange()
        self.axis = ValueAxis(self.view)
        self.grid = GridItem()
        self.brush = BrushItem()
        self.cursor_line = pg.InfiniteLine(angle=90, movable=False)
        self._lay_out()
        self.restyle()

    def _lay_out(self) -> None:
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for column, item in enumerate((self.axis, self.view, self.side_view)):
            layout.addItem(item, 0, column)
        self.setCentralItem(layout)
        self.grid.setZValue(-10)
        self.brush.setZValue(50)
        self.add(self.grid)
        self.add(self.brush)
        self.cursor_line.setZValue(20)
        self.cursor_line.hide()
        self.add(self.cursor_line)

    def add(self, item: pg.GraphicsObject) -> None:
        """Put an item into the plot without asking for its bounds."""
        self.view.addItem(item, ignoreBounds=True)

    def restyle(self) -> None:
        """Take colours and fonts from the palette again."""
        self.colours = PlotColours.of(current_theme())
        metrics = self.fontMetrics()
        self.axis.restyle(self.colours, tabular(self.font()), metrics.height())
        self.axis.setWidth(metrics.horizontalAdvance("00,000") + 12)
        self.setBackground(self.colours.background)
        self.view.setBorder(self.colours.frame)
        self.cursor_line.setPen(line_pen(self.colours.cursor))

    def set_side_width(self, width: int) -> None:
        self.side_view.setFixedWidth(width)

    @property
    def plot_rect(self) -> QRectF:
        """The plot area in pixels of this widget."""
        return self.view.sceneBoundingRect()

    @property
    def pixels(self) -> int:
        """Width of the plot area."""
        return max(1, int(self.plot_rect.width()))

    @property
    def pixel_size(self) -> tuple[float, float]:
        """View units a pixel, x and y."""
        rect = self.plot_rect
        first, last = self.window_x.visible
        low, high = self._y_range
        return (last - first) / max(rect.width(), 1.0), (high - low) / max(rect.height(), 1.0)

    @property
    def y_range(self) -> tuple[float, float]:
        return self._y_range

    def show_ranges(self, low: float, high: float) -> None:
        """Show the shared x range and [low, high]."""
        first, last = self.window_x.visible
        self._y_range = (low, high)
        self.view.setRange(xRange=(first, last), yRange=(low, high), padding=0)
        for item in (self.grid, self.brush):
            item.cover(first, last, low, high)

    @property
    def moves_line(self) -> bool:
        """Whether a line is being dragged."""
        return self._gesture is Gesture.LINE

    def to_view(self, position: QPointF) -> QPointF:
        """Return the view coordinates of a position in pixels."""
        rect = self.plot_rect
        x_pixel, y_pixel = self.pixel_size
        x = self.window_x.visible[0] + (position.x() - rect.left()) * x_pixel
        return QPointF(x, self._y_range[1] - (position.y() - rect.top()) * y_pixel)

    def to_pixels(self, x: float, y: float) -> QPointF:
        """Return the position in pixels of view coordinates."""
        rect = self.plot_rect
        x_pixel, y_pixel = self.pixel_size
        left = rect.left() + (x - self.window_x.visible[0]) / x_pixel
        return QPointF(left, rect.top() + (self._y_range[1] - y) / y_pixel)

    def describe(self, point: QPointF) -> str:
        """Return what is at a place (view coordinates), for the label beside the mouse."""
        return ""

    def set_cursor_x(self, x: float | None) -> None:
        """Put the line of the current record somewhere, None for nowhere."""
        self.cursor_line.setVisible(x is not None)
        if x is not None:
            self.cursor_line.setValue(x)

    def gesture_at(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        """Return what a drag from here does."""
        if not self.plot_rect.contains(position):
            return Gesture.NONE
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        return Gesture.BRUSH if shift != self.brushes else Gesture.PAN

    def _moved_far(self, position: QPointF) -> bool:
        return (position - self._press).manhattanLength() >= QApplication.startDragDistance() / 2

    # Qt overrides: the scene gets no mouse event

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = Gesture.PAN
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = self.gesture_at(event.position(), event.modifiers())
        else:
            return
        self._press = self._last = event.position()
        self.described.emit("", QPoint())  # it would stay where the drag began
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._gesture is Gesture.PAN:
            if self._moved_far(position) or self._last != self._press:
                self.window_x.pan((self._last.x() - position.x()) * self.pixel_size[0])
                self._last = position
        elif self._gesture is Gesture.BRUSH:
            self._last = position
            first, last = self._brush_range()
            self.brush.set_range(first, last, self.colours.brush)
        elif self._gesture is Gesture.LINE:
            self._last = position
            self.line_dragged.emit(self.to_view(position).y())
        else:
            self._hover(position, event.modifiers())

    def _hover(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        shapes = {Gesture.LINE: Qt.CursorShape.SizeVerCursor, Gesture.BRUSH: Qt.CursorShape.SplitHCursor}
        gesture = self.gesture_at(position, modifiers)
        self.viewport().setCursor(shapes.get(gesture, Qt.CursorShape.ArrowCursor))
        text = self.describe(self.to_view(position)) if self.plot_rect.contains(position) else ""
        self.described.emit(text, self.viewport().mapToGlobal(position.toPoint()))

    def _brush_range(self) -> tuple[float, float]:
        ends = sorted((self.to_view(self._press).x(), self.to_view(self._last).x()))
        first, last = self.window_x.visible
        return max(ends[0], first), min(ends[1], last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, Gesture.NONE
        if gesture is Gesture.LINE:
            self.line_dropped.emit()
        position = event.position()
        moved = self._moved_far(position) or self._last != self._press
        if gesture is Gesture.BRUSH:
            self.brush.clear()
            if moved:
                self._last = position
                self.brushed.emit(*self._brush_range())
        if not moved and gesture in (Gesture.BRUSH, Gesture.PAN) and event.button() == Qt.MouseButton.LeftButton:
            point = self.to_view(position)
            self.clicked.emit(point.x(), point.y())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._gesture = Gesture.NONE
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if delta.y():
            centre = self.to_view(event.position()).x()
            self.window_x.zoom(centre, _ZOOM_PER_NOTCH ** (delta.y() / _NOTCH))
        elif delta.x():
            first, last = self.window_x.visible
            self.window_x.pan(-delta.x() / _NOTCH * (last - first) * _KEY_PAN)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.described.emit("", QPoint())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first, last = self.window_x.visible
        step, middle = (last - first) * _KEY_PAN, (first + last) / 2
        key = event.key()
        if key == Qt.Key.Key_Escape and self._gesture is not Gesture.NONE:
            self._gesture = Gesture.NONE
            self.brush.clear()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.window_x.pan(step if key == Qt.Key.Key_Right else -step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.window_x.zoom(middle, _ZOOM_PER_NOTCH)
        elif key == Qt.Key.Key_Minus:
            self.window_x.zoom(middle, 1 / _ZOOM_PER_NOTCH)
        elif key == Qt.Key.Key_0:
            self.reset_requested.emit()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "brush"):
            self.restyle()
            self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.setBorder(self.colours.brush)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.view.setBorder(self.colours.frame)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.resized.emit()
