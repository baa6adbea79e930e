"""The window: menus, tabs, status bar, and the ways by which files come in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from aidebug_gui.resources import resource_path
from aidebug_gui.sources.addresses import LogAddress, Merged
from aidebug_gui.store.protocol import LogStore
from aidebug_gui.ui.actions import ACTIONS, MENUS, Actions, call_slot, menu_text
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.command_palette import Command, CommandPalette, ShortcutsDialog
from aidebug_gui.ui.empty_state import EmptyState
from aidebug_gui.ui.files.opener import Opener
from aidebug_gui.ui.help.windows import FilterHelp, about
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.live.notify import Notifier
from aidebug_gui.ui.live.receiving import Receiving
from aidebug_gui.ui.log_tabs import LogTabs
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.opening import OpenLog, path_beside
from aidebug_gui.ui.privacy.mode import HideMode
from aidebug_gui.ui.settings.apply import WindowSettings
from aidebug_gui.ui.state import remembered
from aidebug_gui.ui.state.recent import forget_files
from aidebug_gui.ui.state.session_keeper import SessionKeeper
from aidebug_gui.ui.status_bar import StatusBar
from aidebug_gui.ui.theme import ThemeManager, em, import_icons
from aidebug_gui.ui.time_zone import TimeZones
from aidebug_gui.ui.values import tooltip_text

EXAMPLE = ("examples", "incident.jsonl")
MESSAGE_MS = 6000
ROOMY = (1600, 1000)  # px of the window from which the record pane is open unasked
TITLE = "AiDebug"


class MainWindow(QMainWindow):
    """One window with a tab for each open log.

    Signals:
        ending(): the window is being closed; what is asked to be opened now would be lost.
    """

    ending = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.jobs = Jobs(self)
        self.actions_ = Actions(self)
        self.hide_mode = HideMode(self)
        self.keeper = SessionKeeper(self)
        self.receiving = Receiving(self)
        self.preferences = WindowSettings(self, themes)
        self._remembers = False
        self._icons_requested = self._icons_loaded = False
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(em(40), em(24))
        self._build()
        self._build_menus()
        self.opener = Opener(self)
        self.time_zone = TimeZones(self)
        self.notifier = Notifier(self)
        self.actions_.asked.connect(self._on_action)
        themes.theme_changed.connect(self._on_theme_changed)
        self._show_theme_choice()
        self._on_tab_changed(-1)

    def _build(self) -> None:
        self.banner = Banner(self)
        self.tabs = LogTabs(self)
        self.tabs.tabCloseRequested.connect(self.close_tab)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.empty = EmptyState(self)
        self.empty.open_requested.connect(self.open_dialog)
        self.empty.example_requested.connect(self.open_example)
        self.empty.recent_requested.connect(self._on_recent_requested)
        self.empty.session_requested.connect(self.keeper.reopen)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.tabs)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.status = StatusBar(self)
        self.status.cancel_requested.connect(self._on_cancel)
        self.status.others_requested.connect(self._on_others)
        self.setStatusBar(self.status)
        self.palette_ = CommandPalette(self.actions_, self, self._saved_filters)
        self.palette_.closed.connect(self._focus_view)

    def _build_menus(self) -> None:
        menus = {title: Menu(menu_text(title), self.menuBar()) for title in MENUS}
        for menu in menus.values():
            self.menuBar().addMenu(menu)
        for spec in ACTIONS:
            if spec.separator_before:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self.actions_[spec.name])
        self._recent_menu = Menu(self.tr("Open &recent"), self)
        self._recent_menu.aboutToShow.connect(self._fill_recent_menu)
        self._recent_group = QActionGroup(self)
        self._recent_group.triggered.connect(self._on_recent_action)
        menus["File"].insertMenu(self.actions_["open_example"], self._recent_menu)

    def use_remembered(self, *, with_geometry: bool) -> None:
        """Look as the last time from now on, and remember how it looks at the end."""
        self._remembers = True
        self.keeper.start()
        self.empty.offer_session(self.keeper.kept_logs)
        self.receiving.offer_recoverable()
        self.notifier.start()
        self.preferences.start()
        stored = remembered.geometry()
        if with_geometry and stored is not None:
            self.restoreGeometry(stored)

    # tabs

    @property
    def view(self) -> LogView | None:
        """The open tab."""
        widget = self.tabs.currentWidget()
        return widget if isinstance(widget, LogView) else None

    def views(self) -> list[LogView]:
        """Return all tabs."""
        return [widget for at in range(self.tabs.count()) if isinstance(widget := self.tabs.widget(at), LogView)]

    def is_idle(self) -> bool:
        """Return whether everything that was asked for is open and on screen."""
        return self.opener.is_idle and self.jobs.is_idle() and all(view.is_idle() for view in self.views())

    def open_paths(self, paths: Iterable[LogAddress], *, offers_joined: bool = True) -> None:
        """Open logs, each as a tab, the parts of a rotated one together; what cannot be opened is reported in the window.

        A file that a tab follows is shown there.
        """
        self.opener.open_paths(paths, offers_joined=offers_joined)

    def add_tab(self, job: OpenLog, store: LogStore) -> LogView:
        """Show a log that was opened as a tab, in the order in which they were asked for."""
        view = LogView(store, job.path, self.actions_, self.tabs, remembers=self._remembers)
        self.hide_mode.on_opened(view)
        view.status_changed.connect(self._show_status)
        view.message.connect(self._show_message)
        view.open_requested.connect(self._on_recent_requested)
        view.files.instead_requested.connect(self._on_instead_requested)
        self.time_zone.watch(view)
        view.following.name_changed.connect(self.show_titles)
        numbers = [self.tabs.tabBar().tabData(at) for at in range(self.tabs.count())]
        later = (at for at, number in enumerate(numbers) if number > job.number)
        at = self.tabs.insertTab(next(later, len(numbers)), view, store.name.replace("&", "&&"))
        self.tabs.tabBar().setTabData(at, job.number)
        self.show_titles()
        if not any(job.first < number < job.number for number in numbers):  # of several files the first one is shown
            self.tabs.setCurrentIndex(at)
        self.stack.setCurrentWidget(self.tabs)
        view.record_room.open_at_first(is_roomy=self.width() >= ROOMY[0] and self.height() >= ROOMY[1])
        view.focus_table()
        view.panels.loaded.connect(self._ask_for_icons)
        return view

    def show_not_opened(self, reason: str) -> None:
        """Say why a log could not be opened."""
        self.banner.show_message(reason)
        if not self.tabs.count() and self.opener.is_idle:
            self._show_start_page()

    def _on_instead_requested(self, view: LogView, address: LogAddress) -> None:
        self.opener.open_instead([view], address)

    def close_tab(self, at: int) -> None:
        """Close a tab and its log."""
        view = self.tabs.widget(at)
        if isinstance(view, LogView):
            if not self.receiving.may_close(view):
                return
            if not self.receiving.owns(view):
                self.keeper.on_closing(view)
        self.tabs.removeTab(at)
        if isinstance(view, LogView):
            view.close_log()
            view.deleteLater()
        if not self.tabs.count():
            self._show_start_page()

    def _show_start_page(self) -> None:
        self.list_recent()
        self.stack.setCurrentWidget(self.empty)
        self._ask_for_icons()

    def list_recent(self) -> None:
        """List the logs opened last on the start page."""
        self.empty.set_recent(self.hide_mode.recent_files())

    def close_current_tab(self) -> None:
        if self.tabs.count():
            self.close_tab(self.tabs.currentIndex())

    def next_tab(self) -> None:
        self._step_tab(1)

    def previous_tab(self) -> None:
        self._step_tab(-1)

    def _step_tab(self, step: int) -> None:
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _on_tab_changed(self, at: int) -> None:
        self.actions_.set_view_open(self.view is not None)
        self.show_titles()
        self._show_status()

    def show_titles(self) -> None:
        """Name the tabs and the window, as they may be shown now."""
        for at in range(self.tabs.count()):
            if isinstance(view := self.tabs.widget(at), LogView):
                badge = f"({count}) " if (count := self.notifier.badge(view)) else ""
                self.tabs.name_tab(at, badge + view.privacy.shown_name(view.session.store.name).replace("&", "&&"))
                self.tabs.setTabToolTip(at, tooltip_text(view.privacy.shown_address(view.path)))
        view = self.view
        self.setWindowTitle(TITLE if view is None else f"{view.privacy.shown_name(view.session.store.name)} – {TITLE}")

    # status

    def _show_status(self) -> None:
        view = self.view
        if view is None:
            self.status.show_state(None, 0)
            self.status.show_job("")
            self.status.show_live("", "")
            return
        self.status.show_state(view.session.state, view.session.shown)
        self.status.show_job(view.awaited.word())
        self.status.show_live(*view.following.sign())

    def _show_message(self, text: str) -> None:
        self.status.showMessage(text, MESSAGE_MS)

    def _on_cancel(self) -> None:
        if self.view is not None:
            self.view.awaited.cancel_or_stop_reading()

    def _on_others(self) -> None:
        if self.view is not None:
            self.view.filter_bar.set_filter("is:raw")

    # the actions of the menus; their names stand in actions.py

    def open_dialog(self) -> None:
        """Ask for files to open."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open logs"),
            self._folder(),
            self.tr("Logs (*.log *.jsonl *.ndjson *.json *.txt *.out *.err);;All files (*)"),
        )
        self.open_paths(Path(name) for name in names)

    def open_as_one(self) -> None:
        """Ask for files to open as one log, merged by time."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open as one log"), self._folder())
        if names:
            self.open_paths([Merged(tuple(map(Path, names)))])

    def open_directory(self) -> None:
        """Ask for a directory whose logs are opened as one."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Open the logs of a directory as one"), self._folder())
        if name:
            self.open_paths([Path(name)])

    def _folder(self) -> str:
        return str(path_beside(self.view.path, "").parent) if self.view is not None else ""

    def open_example(self) -> None:
        """Open the log that is shipped with the program."""
        self.open_paths([resource_path(*EXAMPLE)])

    def show_command_palette(self) -> None:
        self.palette_.open()

    def _saved_filters(self) -> list[Command]:
        return self.view.saved_filters.commands() if self.view is not None else []

    def show_shortcuts(self) -> None:
        dialog = ShortcutsDialog(self.actions_, self)
        dialog.change_requested.connect(self.preferences.show_shortcuts)
        dialog.show()

    def show_guide(self) -> None:
        from aidebug_gui.ui.help.guide import GuideWindow

        GuideWindow(self).show()

    def show_filter_help(self) -> None:
        FilterHelp(self).show()

    def show_about(self) -> None:
        about(self).show()

    def use_system_theme(self) -> None:
        self.themes.choose("system")

    def use_light_theme(self) -> None:
        self.themes.choose("light")

    def use_dark_theme(self) -> None:
        self.themes.choose("dark")

    def use_high_contrast_theme(self) -> None:
        self.themes.choose("high_contrast")

    def _on_action(self, slot: str) -> None:
        call_slot(slot, self, self.view)

    def _focus_view(self) -> None:
        if self.view is not None:
            self.view.focus_table()

    def _on_theme_changed(self) -> None:
        self._show_theme_choice()
        if self._icons_loaded:
            self._load_icons()

    def _show_theme_choice(self) -> None:
        for name in ("system", "light", "dark", "high_contrast"):
            self.actions_[f"theme_{name}"].setChecked(self.themes.choice == name)

    def _load_icons(self) -> None:
        self._icons_loaded = True
        self.actions_.load_icons()
        self.empty.load_icons()

    def _ask_for_icons(self) -> None:
        """Import the icons' font in the background; while a log is being opened that would delay its rows and plots."""
        if not self._icons_requested:
            self._icons_requested = True
            self.jobs.run("icons", import_icons, self._on_icons_imported)

    def _on_icons_imported(self, _: None) -> None:
        self._load_icons()

    # recent files

    def _fill_recent_menu(self) -> None:
        self._recent_menu.clear()
        for path in self.hide_mode.recent_files():
            action = QAction(self.hide_mode.shown_address(path).replace("&", "&&"), self._recent_menu)
            action.setData(str(path))
            self._recent_group.addAction(action)
            self._recent_menu.addAction(action)
        self._recent_menu.addSeparator()
        self._recent_menu.addAction(self.tr("Clear this list")).triggered.connect(forget_files)

    def _on_recent_action(self, action: QAction) -> None:
        self._on_recent_requested(action.data())

    def _on_recent_requested(self, path: str | Path) -> None:
        self.open_paths([Path(path)])

    # Qt's own names from here on

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.opener.is_idle and not self.tabs.count():
            self._show_start_page()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.receiving.may_quit():
            event.ignore()
            return
        self.ending.emit()
        if self._remembers:
            remembered.remember_geometry(self.saveGeometry())
        self.keeper.close()
        for view in self.views():
            view.close_log()
        self.jobs.close()
        super().closeEvent(event)


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
