"""Makes the settings count: on the application, the window and its tabs, at once when one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.settings.values import Settings, current_settings
from aidebug_gui.ui.theme import ThemeManager, set_row_lines, set_row_spacing

if TYPE_CHECKING:
    from aidebug_gui.ui.main_window import MainWindow
    from aidebug_gui.ui.settings.dialog import SettingsDialog

SMALLEST_PT, LARGEST_PT = 6, 40
MOST_STEPPED_LINES = 3
_ROW_SPACING = {"compact": 0.05, "normal": 0.2, "roomy": 0.6}  # of the height of the text


def apply_to_application(settings: Settings) -> None:
    """Use the settings that the window is built with: font, lines of a row and room between the rows. Before the window is made."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    known = application.property("systemFontSize")
    system_pt = known if isinstance(known, float) else application.font().pointSizeF()
    application.setProperty("systemFontSize", system_pt)
    font = application.font()
    size = float(settings.value("font_size") or system_pt)
    if size > 0 and size != font.pointSizeF():
        font.setPointSizeF(size)
        application.setFont(font)
    set_row_lines(settings.value("row_lines"))
    set_row_spacing(_ROW_SPACING[settings.value("density")])


class WindowSettings(QObject):
    """The settings of one window. Off (for pictures) it changes nothing."""

    def __init__(self, window: MainWindow, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window = window
        self._themes = themes
        self._dialog: SettingsDialog | None = None
        self.settings = current_settings()

    def start(self) -> None:
        """Look as the user set it, and follow what is set from now on."""
        self._use_shortcuts()
        self.settings.changed.connect(self._on_changed)
        self.settings.shortcuts_changed.connect(self._use_shortcuts)
        self._themes.choice_changed.connect(self._on_theme_chosen)
        if self.settings.problem:
            self._window.banner.show_message(localized(self.settings.problem))

    # actions

    def show(self) -> None:
        """Open the settings."""
        self._open("")

    def show_shortcuts(self) -> None:
        """Open the settings at the keys."""
        self._open("Keyboard")

    def _open(self, group: str) -> None:
        from aidebug_gui.ui.settings.dialog import SettingsDialog  # not for every start

        if self._dialog is None:
            self._dialog = SettingsDialog(self.settings, self._window.actions_, self._window)
            self._dialog.finished.connect(self._on_closed)
        self._dialog.show_group(group)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def larger_text(self) -> None:
        self._step_text(1)

    def smaller_text(self) -> None:
        self._step_text(-1)

    def usual_text(self) -> None:
        self.settings.reset("font_size")

    def _step_text(self, by: int) -> None:
        size = self.settings.value("font_size") or round(QApplication.font().pointSizeF())
        self.settings.set("font_size", max(SMALLEST_PT, min(LARGEST_PT, size + by)))

    def step_lines(self) -> None:
        """Give each row of the table another line, or only one after the third."""
        lines = self.settings.value("row_lines")
        self.settings.set("row_lines", lines + 1 if lines < MOST_STEPPED_LINES else 1)

    # following

    def _on_changed(self, name: str) -> None:
        if name == "theme":
            self._themes.choose(self.settings.value("theme"))
        elif name in ("font_size", "density", "row_lines"):
            apply_to_application(self.settings)
            for view in self._window.views():
                view.table.refresh_theme()
                view.table.header.fit_columns()

    def _on_theme_chosen(self, choice: str) -> None:
        self.settings.set("theme", choice)

    def _use_shortcuts(self) -> None:
        self._window.actions_.use_shortcuts(self.settings.shortcuts())
