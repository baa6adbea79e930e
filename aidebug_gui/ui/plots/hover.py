"""A small label beside the mouse. Not a tool tip: Qt would read a field's name as rich text there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from aidebug_gui.ui.plots.axes import tabular

_DISTANCE_PX = 14


class HoverLabel(QLabel):
    """Shows plain text near a place in its parent and never gets in the way of the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = parent
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setMargin(3)
        self.setFont(tabular(self.font()))
        self.hide()

    def show_text(self, text: str, global_position: QPoint) -> None:
        """Show a text beside the mouse; an empty one hides the label."""
        self.setVisible(bool(text))
        if not text:
            return
        self.setText(text)
        self.adjustSize()
        parent = self._panel
        place = parent.mapFromGlobal(global_position) + QPoint(_DISTANCE_PX, _DISTANCE_PX)
        if place.x() + self.width() > parent.width():
            place.setX(place.x() - self.width() - 2 * _DISTANCE_PX)
        if place.y() + self.height() > parent.height():
            place.setY(max(0, place.y() - self.height() - 2 * _DISTANCE_PX))
        self.move(place)
        self.raise_()
