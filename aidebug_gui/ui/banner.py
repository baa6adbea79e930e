"""A line above the table that tells something without being in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from aidebug_gui.ui.theme import current_theme, em


class Banner(QFrame):
    """Message, an optional action and a button that closes it.

    Signals:
        action_requested(): the action was clicked.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setAutoFillBackground(True)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.action_requested)
        self.closer = QToolButton(self)
        self.closer.setText("✕")
        self.closer.setAutoRaise(True)
        self.closer.setToolTip(self.tr("Close"))
        self.closer.setAccessibleName(self.tr("Close this message"))
        self.closer.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(0.5), em(0.2), em(0.3), em(0.2))
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.closer)
        self.hide()

    def show_message(self, text: str, action: str = "") -> None:
        """Show a message, with a button if ``action`` names one."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, current_theme().colors["notice"])
        ink = current_theme().colors["notice_text"]
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)
        self.label.setPalette(palette)  # where a style sheet is in use, children do not follow their parent
        if current_theme().style_sheet:
            palette.setColor(QPalette.ColorRole.ButtonText, ink)
            for button in (self.button, self.closer):
                button.setPalette(palette)
        self.label.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.show()

    def tell(self, text: str) -> None:
        """Show a message that holds for long: once it was closed it stays away until there is another one."""
        if text != self._told:
            self._told = text
            self.show_message(text)

    def hide_if_action(self) -> None:
        """Hide the message if it is one with an action: what it was about is over."""
        if not self.button.isHidden():
            self.hide()
