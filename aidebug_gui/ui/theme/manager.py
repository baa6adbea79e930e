"""Applies a theme to the application: the one chosen, or the system's, followed while it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from aidebug_gui.ui.theme.icons import forget_icons
from aidebug_gui.ui.theme.model import Theme, load_theme

SYSTEM = "system"
_active: list[Theme] = []


def current_theme() -> Theme:
    """Return the theme in use, the light one before any was applied."""
    return _active[0] if _active else load_theme("light")


class ThemeManager(QObject):
    """Chooses and applies the theme.

    Signals:
        theme_changed: another theme is in use; widgets that keep colours read them again.
        choice_changed(str): ``system`` or a theme was chosen.
    """

    theme_changed = Signal()
    choice_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = SYSTEM
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        accessibility = getattr(hints, "accessibility", None)  # Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> str:
        """What was chosen: ``system`` or a theme name."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Use ``system`` or a theme by name from now on."""
        is_other, self._choice = choice != self._choice, choice
        self._apply(load_theme(system_theme_name() if choice == SYSTEM else choice))
        if is_other:
            self.choice_changed.emit(choice)

    def _apply(self, theme: Theme) -> None:
        _active[:] = [theme]
        forget_icons()
        QApplication.setStyle("Fusion")
        QApplication.setPalette(theme.palette)
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.styleSheet() != theme.style_sheet:
            application.setStyleSheet(theme.style_sheet)
        self.theme_changed.emit()

    def _on_system_changed(self) -> None:
        if self._choice == SYSTEM:
            self.choose(SYSTEM)


def system_theme_name() -> str:
    """Return the theme that fits what the system asks for."""
    hints = QGuiApplication.styleHints()
    if _wants_high_contrast(hints):
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _wants_high_contrast(hints: QObject) -> bool:
    # QStyleHints.accessibility() came with Qt 6.10; older versions cannot tell.
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
