"""In which time zone a log is shown: as it is written, UTC or local. Columns, axes, go-to and filter agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.store.zone import Clock, zone_for
from aidebug_gui.ui.settings.values import current_settings
from aidebug_gui.ui.shown_zone import show_zone, shown_zone

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.main_window import MainWindow

SETTING = "time_zone"
CHOICES = ("log", "utc", "local")


class TimeZones(QObject):
    """Shows the open tab in the zone that was chosen. A log whose times name no zone is shown as it is written."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = current_settings()
        self._settings.changed.connect(self._on_setting)
        window.tabs.currentChanged.connect(self.apply)
        self._show_choice()

    @property
    def choice(self) -> str:
        """What was chosen: ``log``, ``utc`` or ``local``."""
        return str(self._settings.value(SETTING))

    def use_log(self) -> None:
        self._choose("log")

    def use_utc(self) -> None:
        self._choose("utc")

    def use_local(self) -> None:
        self._choose("local")

    def _choose(self, choice: str) -> None:
        self._settings.set(SETTING, choice)
        self._show_choice()

    def _on_setting(self, name: str) -> None:
        if name == SETTING:
            self._show_choice()
            self.apply()

    def _show_choice(self) -> None:
        for name in CHOICES:
            self._window.actions_[f"zone_{name}"].setChecked(self.choice == name)

    def watch(self, view: LogView) -> None:
        """A tab was opened: its clock is known once it has rows."""
        view.table.first_painted.connect(self.apply)

    def apply(self) -> None:
        """Show the open tab in its zone."""
        view = self._window.view
        if view is None:
            return
        clock = view.clock
        if clock is None:
            if view.session.state.records:
                view.jobs.run("clock", _ReadClock(view), self._on_clock)
            return
        zone = zone_for(self.choice, clock)
        is_other = view.session.store.zone != zone
        view.session.store.zone = zone
        if zone != shown_zone() or is_other:
            show_zone(zone)
            _refresh_times(view)
        if is_other and "time" in view.session.query:
            view.session.apply(view.session.query)

    def _on_clock(self, found: tuple[LogView, Clock]) -> None:
        view, clock = found
        view.clock = clock
        self.apply()


def _refresh_times(view: LogView) -> None:
    """Write all times of a tab again."""
    view.table.log_model.refresh_texts()
    view.table.header.fit_columns()
    view.table.viewport().update()
    if not view.record_pane.isHidden():
        view.record_pane.read_again()
    plots, findings = view.panels.plots, view.panels.findings
    if plots is not None:
        plots.window_x.changed.emit()
        plots.update()
    if findings is not None:
        findings.read_again()


class _ReadClock:
    """Asks a log for its clock (pool thread)."""

    def __init__(self, view: LogView) -> None:
        self._view = view
        self._store: LogStore = view.session.store

    def __call__(self, cancel: CancelToken) -> tuple[LogView, Clock]:
        return self._view, self._store.clock()
