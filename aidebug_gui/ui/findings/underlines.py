"""Underlines personal data and secrets in the raw text of the record pane."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.rules import load_rules
from aidebug_gui.resources import user_directory
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.findings.entries import Group
from aidebug_gui.ui.findings.marks import mark_colour
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.theme import current_theme

MOST_CHARS = 200_000
Spans = list[tuple[int, int, bool]]
"""First and last position (UTF-16 units, as Qt counts), and whether it is a secret."""


class Underlines(QObject):
    """Follows what a text area shows. The rules are loaded when they are first needed, in the background."""

    def __init__(self, area: QPlainTextEdit, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._area = area
        self._jobs = jobs
        self._finder = _Finder()
        self._text = ""
        area.textChanged.connect(self.look)

    def look(self) -> None:
        """Look at the text that is shown now."""
        self._text = self._area.toPlainText()[:MOST_CHARS]
        self._jobs.cancel("underlines")
        if self._text:
            self._jobs.run("underlines", _Look(self._finder, self._text), self._show, self._on_failed)

    def _show(self, spans: Spans) -> None:
        marks = []
        for first, last, is_secret in spans:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._area.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = _format(is_secret)
            marks.append(mark)
        self._area.setExtraSelections(marks)

    def _on_failed(self, _error: Exception) -> None:
        """Rules that cannot be read are told by the search; the text is shown without lines under it."""
        self._area.setExtraSelections([])


def _format(is_secret: bool) -> QTextCharFormat:
    colour = mark_colour(Group.SECRET if is_secret else Group.PERSONAL, current_theme())
    style = (
        QTextCharFormat.UnderlineStyle.SingleUnderline if is_secret else QTextCharFormat.UnderlineStyle.DashUnderline
    )
    text_format = QTextCharFormat()
    text_format.setUnderlineStyle(style)
    text_format.setUnderlineColor(colour)
    veil = QColor(colour)
    veil.setAlphaF(0.18)
    text_format.setBackground(veil)
    return text_format


class _Finder:
    """A detector that one thread uses at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._detector: Detector | None = None

    def spans(self, text: str, cancel: CancelToken) -> Spans:
        """Return what is likely or certain in a text. Raises Cancelled."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            cancel.check()
            if self._detector is None:
                self._detector = Detector(load_rules(user_directory()))
            entities = self._detector.book.entities
            found = [span for span in self._detector.scan(data) if span.tier >= Tier.LIKELY]
        return [(_units(data, span.start), _units(data, span.end), entities[span.entity].secret) for span in found]


def _units(data: bytes, position: int) -> int:
    """Return how many UTF-16 units stand before a byte of UTF-8 text."""
    return len(data[:position].decode("utf-8", "replace").encode("utf-16-le")) // 2


class _Look:
    def __init__(self, finder: _Finder, text: str) -> None:
        self._finder, self._text = finder, text

    def __call__(self, cancel: CancelToken) -> Spans:
        return self._finder.spans(self._text, cancel)
