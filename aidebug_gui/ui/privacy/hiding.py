"""Hides personal data and secrets on the whole screen of a tab, for sharing it: everything is read through a veil."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aidebug_gui.analysis.pii.record_scanner import MaskingVeil, RecordScanner
from aidebug_gui.store.log import FileLog
from aidebug_gui.ui.banner import Banner

if TYPE_CHECKING:
    from aidebug_gui.ui.findings.panel import FindingsPanel
    from aidebug_gui.ui.log_view import LogView

_JOBS_WITH_VALUES = ("table rows", "record", "cell menu", "suggestions", "copy")
_KEY_BYTES = 32


class Hiding(QObject):
    """Puts the veil over a tab and takes it away.

    Signals:
        changed(): hidden or shown again.
        show_requested(): the user wants to see everything again.
    """

    changed = Signal()
    show_requested = Signal()

    def __init__(self, view: LogView, log: FileLog, scanner: RecordScanner) -> None:
        super().__init__(view)
        self._view = view
        self._log = log
        self._scanner = scanner
        self._pages: FindingsPanel | None = None
        self._own: QWidget | None = None
        self.sign = Banner(view)
        self.sign.closer.hide()
        self.sign.action_requested.connect(self.show_requested)
        view.insert_below_filter(self.sign)
        view.filter_bar.shown = self.text
        self._edits = (view.filter_bar.edit, view.find_bar.edit)
        for edit in self._edits:
            edit.textChanged.connect(self._guard_edits)

    @property
    def is_on(self) -> bool:
        """Whether personal data is hidden."""
        return self._log.veil is not None

    @property
    def veil(self) -> MaskingVeil | None:
        """What hides, None while nothing is hidden."""
        veil = self._log.veil
        return veil if isinstance(veil, MaskingVeil) else None

    def set_on(self, on: bool) -> None:
        """Hide from now on, or show everything again. What is on the screen and on its way there is read again."""
        if on == self.is_on:
            return
        self._log.veil = MaskingVeil(self._scanner, os.urandom(_KEY_BYTES)) if on else None
        self.read_again()
        self._view.filter_bar.suggesting.hide()
        self._hide_words()
        self._guard_edits()
        self.guard_pages()
        self._show_sign()
        self.changed.emit()

    def read_again(self) -> None:
        """Read all that is on the screen and on its way there again, through the veil as it is now."""
        view = self._view
        for kind in _JOBS_WITH_VALUES:
            view.jobs.cancel(kind)
        view.table.read_again()
        view.record_pane.read_again()
        view.bookmarks.read_again()
        view.following.read_again()
        for panel in (view.panels.fields, view.panels.findings):
            if panel is not None:
                panel.read_again()

    def text(self, text: str) -> str:
        """Return a text as it may be shown now."""
        veil = self._log.veil
        return text if veil is None else veil.text(text)

    def refuses(self, value: str) -> bool:
        """Return whether a value stands for a hidden one, so that nothing can be found by it."""
        return self.veil is not None and self.veil.made(value)

    def _show_sign(self) -> None:
        if self.is_on:
            words = self.tr(
                "Personal data and secrets are hidden, also in what you copy. What no rule recognises is still shown."
            )
            self.sign.show_message(words, self.tr("Show them again"))
        else:
            self.sign.hide()

    def watch_pages(self, findings: FindingsPanel, own: QWidget) -> None:
        """Guard the pages at the bottom of the tab; ``own``: the page that knows what it may show."""
        self._pages, self._own = findings, own
        findings.body.currentChanged.connect(self._on_page)
        self.guard_pages()

    def _on_page(self) -> None:
        if self.guard_pages():
            self._view.message.emit(self.tr("This page is not shown while personal data is hidden."))

    def guard_pages(self) -> bool:
        """Take pages away that read the log by themselves and know nothing of the veil; return whether one was open."""
        if self._pages is None:
            return False
        body = self._pages.body
        safe = (self._pages.found, self._own, self._view.bookmarks.page)
        was_open = self.is_on and body.currentWidget() not in safe
        if was_open:
            body.setCurrentWidget(self._pages.found)
        for at in range(body.count()):
            body.setTabVisible(at, not self.is_on or body.widget(at) in safe)
        return was_open

    def _hide_words(self) -> None:
        """Say again, or no more, what was said of the log before."""
        view = self._view
        view.session.pin_changed.emit()
        if self.is_on:
            view.filter_bar.message.hide()
            view.banner.hide()
            if view.filter_offer.banner is not None:
                view.filter_offer.banner.hide()

    def _guard_edits(self) -> None:
        """Show dots where somebody typed what is to be hidden."""
        for edit in self._edits:
            hides = self.is_on and self.text(edit.text()) != edit.text()
            mode = QLineEdit.EchoMode.Password if hides else QLineEdit.EchoMode.Normal
            if edit.echoMode() != mode:
                edit.setEchoMode(mode)
