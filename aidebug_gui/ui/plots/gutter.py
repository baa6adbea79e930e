"""What stands at the left of a plot: its name, how many values it has, and a button for its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from aidebug_gui.ui.theme.fonts import em
from aidebug_gui.ui.values import count_text, short_count, tooltip_text

_BETWEEN_WORDS = " _./-,"
_SHORTENED = 1_000_000  # counts from here on are written 1.3M


class ElidedLabel(QLabel):
    """A label that is cut with an ellipsis where it does not fit into its one or two lines of ``width`` px."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def wrap(self, width: int) -> None:
        """Take a second line where the text needs one at a width in px."""
        lines = 2 if self.fontMetrics().horizontalAdvance(self.text()) > width else 1
        self.setFixedHeight(lines * self.fontMetrics().height())

    def lines(self) -> list[str]:
        """Return the text as it is shown."""
        metrics, text, width = self.fontMetrics(), self.text(), self.width()
        if self.height() < 2 * metrics.height() or metrics.horizontalAdvance(text) <= width:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
        fits = max(1, next(n for n in range(len(text), -1, -1) if metrics.horizontalAdvance(text[:n]) <= width))
        words = [at + 1 for at in range(fits // 4, fits) if text[at] in _BETWEEN_WORDS]
        end = words[-1] if words else fits
        return [text[:end], metrics.elidedText(text[end:], Qt.TextElideMode.ElideRight, width)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = "\n".join(self.lines())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


class Gutter(QWidget):
    """Title, a quiet line below it, and buttons.

    Signals:
        menu_requested(QPoint): the menu button was pressed; global position.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(self.standard_width())
        self.title = ElidedLabel(title, self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setToolTip(tooltip_text(title))
        self.note = ElidedLabel("", self)
        self.note.setForegroundRole(self.note.foregroundRole().PlaceholderText)
        self.menu_button = QToolButton(self)
        self.menu_button.setText("⋯")
        self.menu_button.setAutoRaise(True)
        self.menu_button.setAccessibleName(self.tr("Options of the plot {0}").format(title))
        self.menu_button.clicked.connect(self._on_menu)
        self.title.wrap(self.standard_width() - em(0.4) - 2 - self.menu_button.sizeHint().width())
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.title, 1)
        top.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(em(0.4), 0, 2, 0)
        self.column.setSpacing(0)
        self.column.addLayout(top)
        self.column.addWidget(self.note)
        self.column.addStretch()

    def show_count(self, text: str, count: int) -> None:
        """Show a count in the quiet line, shortened where it is long; exact in the tool tip."""
        self.note.setText(text.format(count_text(count) if count < _SHORTENED else short_count(count)))
        self.note.setToolTip(text.format(count_text(count)))

    def add_button(self, button: QToolButton) -> None:
        """Put a button below the note."""
        self.column.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def standard_width() -> int:
        """Width in px that all gutters share, so that the plots stand below each other."""
        return em(8.5)

    def _on_menu(self) -> None:
        self.menu_requested.emit(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
