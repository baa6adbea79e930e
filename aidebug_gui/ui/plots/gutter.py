"""What stands at the left of a plot: its name, how many values it has, and a button for its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from aidebug_gui.ui.theme.fonts import em


class ElidedLabel(QLabel):
    """A label for one line that is cut with an ellipsis where it does not fit; the whole text is its tool tip."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Gutter(QWidget):
    """Title, a quiet line below it, and buttons.

    Signals:
        menu_asked(QPoint): the menu button was pressed; global position.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(self.standard_width())
        self.title = ElidedLabel(title, self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.note = ElidedLabel("", self)
        self.note.setForegroundRole(self.note.foregroundRole().PlaceholderText)
        self.menu_button = QToolButton(self)
        self.menu_button.setText("⋯")
        self.menu_button.setAutoRaise(True)
        self.menu_button.setAccessibleName(self.tr("Options of the plot {0}").format(title))
        self.menu_button.clicked.connect(self._on_menu)
        self.row = QHBoxLayout()
        self.row.setSpacing(0)
        self.row.addWidget(self.menu_button)
        self.row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(0.4), 2, 2, 2)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addLayout(self.row)
        layout.addStretch()

    @staticmethod
    def standard_width() -> int:
        """Width in px that all gutters share, so that the plots stand below each other."""
        return em(7)

    def _on_menu(self) -> None:
        self.menu_asked.emit(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
