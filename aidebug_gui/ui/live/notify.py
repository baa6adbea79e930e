"""Notifications of new records for a user who looks elsewhere: a number on the tab, the task bar, sound, message."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from aidebug_gui.analysis.watch import AnomalyWatch
from aidebug_gui.store.protocol import CancelToken, FilterError, LogStore
from aidebug_gui.ui.live.notify_dialog import NotifyDialog
from aidebug_gui.ui.live.notify_rules import NotifyRule, RateLimit, rules_data, rules_from
from aidebug_gui.ui.state import remembered
from aidebug_gui.ui.values import count_text, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.main_window import MainWindow

LOOK_MS = 1000
MESSAGE_MS = 8000
KEY = "notify"


@dataclass(slots=True)
class _Watched:
    """What is known of one tab: how far it was looked at, and what its tab should say."""

    checked: int
    bytes_read: int = 0  # at the last look
    is_read: bool = True  # whether what the log held when it was opened is known
    unseen: int = 0
    numbers: dict[str, AnomalyWatch] = field(default_factory=dict)  # by name


class Notifier(QObject):
    """Looks at what comes into the tabs of a window, by the user's rules."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._rules: list[NotifyRule] = []
        self._limits: dict[NotifyRule, RateLimit] = {}
        self._watched: dict[LogView, _Watched] = {}
        self._found_in: dict[NotifyRule, LogView] = {}  # the tab that a rule spoke of last
        self._asked: LogView | None = None
        self._tray: QSystemTrayIcon | None = None
        self._dialog: NotifyDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.check)
        window.tabs.currentChanged.connect(self._on_seen)

    def start(self) -> None:
        """Use the rules that were remembered."""
        self.use(rules_from(remembered.kept(KEY)))

    def use(self, rules: Sequence[NotifyRule]) -> None:
        """Use these rules from now on; what is here already is not notified."""
        self._rules = list(rules)
        self._limits = {rule: self._limits.get(rule, RateLimit()) for rule in self._active()}
        self._watched.clear()
        if self._active():
            self._timer.start()
            self.check()
        else:
            self._timer.stop()

    def show_rules(self) -> None:
        """Open the list of rules."""
        if self._dialog is None:
            self._dialog = NotifyDialog(self._window)
            self._dialog.rules_changed.connect(self._on_rules_changed)
        self._dialog.show_rules(self._rules or rules_from(None))
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_rules_changed(self, rules: list[NotifyRule]) -> None:
        remembered.keep(KEY, rules_data(rules))
        self.use(rules)

    def _active(self) -> list[NotifyRule]:
        return [rule for rule in self._rules if rule.is_on and rule.query.strip()]

    def badge(self, view: LogView) -> int:
        """Return how many records came into a tab that its rules name, and that nobody has looked at."""
        watched = self._watched.get(view)
        return watched.unseen if watched is not None else 0

    # looking

    def check(self) -> None:
        """Look at one tab with something new; the next one has its turn after that."""
        self._on_seen()
        views = self._window.views()
        for view in [known for known in self._watched if known not in views]:
            del self._watched[view]
        self._notify_gathered()
        if self._asked is not None and self._asked in views:
            return
        for view in views:
            state = view.session.store.state()
            watched = self._watched.get(view)
            if watched is None or not watched.is_read:  # what was here already is not told
                is_read = state.complete or not state.bytes_total
                self._watched[view] = _Watched(state.records, state.bytes_read, is_read=is_read)
                continue
            rests = state.complete and state.bytes_read == watched.bytes_read
            watched.bytes_read = state.bytes_read
            until = state.records if rests and not state.provisional else state.settled
            if until > watched.checked:
                self._ask(view, watched, until)
                return

    def _ask(self, view: LogView, watched: _Watched, until: int) -> None:
        first, watched.checked = watched.checked, until
        self._asked = view
        rules = self._active()
        for name in {rule.watched for rule in rules} - {"", *watched.numbers}:
            watched.numbers[name] = AnomalyWatch(name)
        job = _CountMatches(view.session.store, rules, watched.numbers, (first, until))
        view.jobs.run("notify", job, self._on_counted, self._on_failed)

    def _on_counted(self, counts: dict[NotifyRule, int]) -> None:
        view, self._asked = self._asked, None
        if view is None or view not in self._watched:
            return
        for rule, count in counts.items():
            if count and rule in self._limits:
                self._found_in[rule] = view
                self._offer(rule, count)
        total = sum(counts.values())
        if total and not self._is_seen(view):
            self._watched[view].unseen += total
            self._window.show_titles()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None

    def _is_seen(self, view: LogView) -> bool:
        return view is self._window.view and self._window.isActiveWindow()

    def _on_seen(self) -> None:
        view = self._window.view
        if view is not None and self._is_seen(view) and self.badge(view):
            self._watched[view].unseen = 0
            self._window.show_titles()

    # telling

    def _offer(self, rule: NotifyRule, count: int) -> None:
        count_now = self._limits[rule].offer(count, time.monotonic())
        if count_now:
            self._notify(self._found_in[rule], rule, count_now)

    def _notify_gathered(self) -> None:
        """Tell what came while a rule rested: nothing more may come after it."""
        self._found_in = {rule: view for rule, view in self._found_in.items() if view in self._watched}
        for rule in [rule for rule in self._limits if rule in self._found_in]:
            self._offer(rule, 0)

    def _notify(self, view: LogView, rule: NotifyRule, count: int) -> None:
        name = visible(view.privacy.shown_name(view.session.store.name))
        text = self.tr("{0} new: {1}").format(count_text(count), visible(view.privacy.shown(rule.query)))
        self._window.status.showMessage(f"{name} · {text}", MESSAGE_MS)
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
        if rule.sound:
            QApplication.beep()
        if rule.message and QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
                self._tray.messageClicked.connect(self._window.activateWindow)
            self._tray.show()
            self._tray.showMessage(name, text)


class _CountMatches:
    """Counts what each rule finds among the records first..until-1 (pool thread)."""

    def __init__(
        self,
        store: LogStore,
        rules: Sequence[NotifyRule],
        numbers: Mapping[str, AnomalyWatch],
        span: tuple[int, int],
    ) -> None:
        self._store, self._rules, self._numbers, self._span = store, rules, numbers, span

    def __call__(self, cancel: CancelToken) -> dict[NotifyRule, int]:
        counts = {}
        first, until = self._span
        for rule in self._rules:
            try:
                if rule.watched:
                    counts[rule] = self._numbers[rule.watched].count(self._store, first, until, cancel)
                else:
                    rows = self._store.select(rule.query, first=first, cancel=cancel)
                    counts[rule] = int((rows < until).sum()) if rows is not None else 0
            except (FilterError, KeyError, ValueError):  # a field that this log does not have, or that is no number
                continue
        return counts
