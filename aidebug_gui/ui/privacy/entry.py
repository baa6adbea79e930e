"""What a tab has of personal data and secrets from its first moment: a light object that loads the rest when it is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from aidebug_gui.analysis.personal_data import personal_marks
from aidebug_gui.sources.addresses import Merged, read_address
from aidebug_gui.sources.bundle import BundleView, read_view
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs

if TYPE_CHECKING:
    from aidebug_gui.analysis.pii.record_scanner import RecordScanner
    from aidebug_gui.store.log import FileLog
    from aidebug_gui.ui.log_view import LogView
    from aidebug_gui.ui.privacy.bundle import BundleRestore
    from aidebug_gui.ui.privacy.controller import PrivacyController
    from aidebug_gui.ui.privacy.row_marks import RowMarks

_LATEST_MS = 2000
"""After so long the rest is loaded even if the first rows are not marked: another tab may have come before them."""


class Privacy(QObject):
    """The actions of the menus, and the controller behind them, which is made after the first rows are marked.

    First come the rules and the marks of the rows on screen, then all else: the window has much to load at that moment.

    Signals:
        show_requested(): the user wants to see again what is hidden.
    """

    show_requested = Signal()

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self.jobs = Jobs(self)
        self.controller: PrivacyController | None = None
        self._rows: RowMarks | None = None
        self._restore: BundleRestore | None = None
        self._log = _file_log(view)
        if self._log is not None:
            self._log.use_marks(personal_marks)
            view.table.first_painted.connect(self._load)
            if view.path.suffix.lower() == ".zip":
                self.jobs.run("bundle view", _ReadBundle(view.path), self._on_bundle)

    def is_idle(self) -> bool:
        """Return whether everything is looked at and shown."""
        return self.jobs.is_idle() and (self.controller is None or self.controller.is_idle())

    def close(self) -> None:
        """Stop all work; the log is about to be closed."""
        if self.controller is not None:
            self.controller.close()

    def set_hidden(self, on: bool) -> None:
        """Hide personal data and secrets from now on, or show them again."""
        controller = self._ready() if on else self.controller
        if controller is not None:
            controller.hiding.set_on(on)

    def shown(self, text: str) -> str:
        """Return a text of the window as it may be shown now."""
        return text if self.controller is None else self.controller.hiding.text(text)

    def shown_value(self, field: str, value: str) -> str:
        """Return a value of a field as it may be shown now: "Anna Kern" is a name because of its field."""
        return self._view.session.store.shown_values(field, [value])[0]

    def shown_name(self, name: str) -> str:
        """Return the name of a file as it may be shown; its ending would make another word of an address."""
        stem, dot, ending = name.rpartition(".")
        return self.shown(stem) + dot + ending if stem else self.shown(name)

    def suggested(self, ending: str) -> Path:
        """Return a name for a file made of this log, beside it, as it may be shown."""
        from aidebug_gui.ui.opening import path_beside

        path = path_beside(self._view.path, "")
        return path.with_name(self.shown(path.name).replace("/", "-") + ending)

    def shown_address(self, path: Path) -> str:
        """Return where a log lies as it may be shown; of several files all names."""
        address = read_address(path)
        first, *others = address.paths if isinstance(address, Merged) else (path,)
        place = Path(self.shown(str(first.parent))) / self.shown_name(first.name)
        return " + ".join([str(place), *(self.shown_name(other.name) for other in others)])

    def refuses(self, value: str) -> bool:
        """Return whether a value only stands for a hidden one, so that nothing can be found by it."""
        return self.controller is not None and self.controller.hiding.refuses(value)

    def _on_bundle(self, saved: BundleView | None) -> None:
        if saved is not None and self._log is not None:
            from aidebug_gui.ui.privacy.bundle import BundleRestore

            self._restore = BundleRestore(self._view, self._log, saved, self.jobs)

    def _load(self) -> None:
        """Load the rules in the background: they cost a tenth of a second."""
        if self.controller is None and self._log is not None:
            self.jobs.run("load privacy", _LoadRules(self._log), self._on_rules)

    def _on_rules(self, scanner: RecordScanner) -> None:
        if self._rows is None:
            self._mark_rows(scanner).looked.connect(self._load_rest)
            QTimer.singleShot(_LATEST_MS, self._load_rest)

    def _mark_rows(self, scanner: RecordScanner) -> RowMarks:
        from aidebug_gui.ui.privacy.row_marks import RowMarks

        assert self._log is not None
        self._rows = RowMarks(self._view.table, self._log, scanner, self.jobs)
        self._view.table.set_overlay(self._rows)
        return self._rows

    def _load_rest(self) -> None:
        if self.controller is None and "load privacy" not in self.jobs.kinds():
            self.jobs.run("load privacy", _import_rest, self._on_loaded)

    def _on_loaded(self, _: None) -> None:
        self._ready()

    def add_page(self) -> None:
        """Put the page beside the findings, when both are there."""
        findings = self._view.panels.findings
        if self.controller is not None and findings is not None:
            self.controller.add_page(findings.panel)

    def _ready(self) -> PrivacyController | None:
        if self.controller is None and self._log is not None:
            from aidebug_gui.ui.privacy.controller import PrivacyController

            if self._rows is None:
                from aidebug_gui.analysis.pii.record_scanner import RecordScanner, marks_of

                self._mark_rows(RecordScanner(marks_of(self._log)))
            assert self._rows is not None
            self.controller = PrivacyController(self._view, self._log, self.jobs, self._rows)
            self.controller.hiding.show_requested.connect(self.show_requested)
            self.add_page()
        return self.controller

    # the actions of the menus; their names stand in actions.py

    def show_panel(self) -> None:
        if (controller := self._ready()) is not None:
            controller.show_panel()

    def toggle_column(self) -> None:
        if (controller := self._ready()) is not None:
            controller.toggle_column()

    def copy_masked(self) -> None:
        if (controller := self._ready()) is not None:
            controller.output.copy()

    def export_masked(self) -> None:
        if (controller := self._ready()) is not None:
            controller.output.show_dialog()

    def write_bundle(self) -> None:
        if (controller := self._ready()) is not None:
            controller.bundle.ask()


def _file_log(view: LogView) -> FileLog | None:
    from aidebug_gui.store.log import FileLog

    store = view.session.store
    return store if isinstance(store, FileLog) else None


class _LoadRules:
    """Makes what looks at single records (pool thread)."""

    def __init__(self, log: FileLog) -> None:
        self._log = log

    def __call__(self, cancel: CancelToken) -> RecordScanner:
        from aidebug_gui.analysis.pii.record_scanner import RecordScanner, marks_of

        scanner = RecordScanner(marks_of(self._log))
        scanner.get_ready()
        return scanner


def _import_rest(cancel: CancelToken) -> None:
    """Import what the controller imports and has no Qt in it (pool thread)."""
    import aidebug_gui.analysis.bundle  # noqa: F401


class _ReadBundle:
    """Reads how a bundle was seen (pool thread)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, cancel: CancelToken) -> BundleView | None:
        return read_view(self._path)
