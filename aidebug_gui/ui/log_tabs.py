"""The tabs of the window, with a quiet button to close each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from aidebug_gui.ui.theme import em

_SIDE = QTabBar.ButtonPosition.RightSide


class LogTabs(QTabWidget):
    """Tabs that can be moved and closed. The style's own button to close is a red box on most systems."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Open logs"))
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)

    def name_tab(self, index: int, text: str) -> None:
        """Give a tab another name, and its button."""
        self.setTabText(index, text)
        button = self.tabBar().tabButton(index, _SIDE)
        if button is not None:
            button.setAccessibleName(self._close_words(index))

    def _close_words(self, index: int) -> str:
        return self.tr("Close %s") % self.tabText(index).replace("&&", "&")

    def _on_close_clicked(self) -> None:
        bar, button = self.tabBar(), self.sender()
        at = next((at for at in range(self.count()) if bar.tabButton(at, _SIDE) is button), -1)
        if at >= 0:
            self.tabCloseRequested.emit(at)

    # Qt's own names from here on

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        button = QToolButton(self)
        button.setText("✕")
        button.setAutoRaise(True)
        button.setFixedSize(em(1.4), em(1.4))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("Close this log"))
        button.setAccessibleName(self._close_words(index))
        button.clicked.connect(self._on_close_clicked)
        self.tabBar().setTabButton(index, _SIDE, button)
