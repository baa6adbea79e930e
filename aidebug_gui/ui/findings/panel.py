"""The bottom of a tab: one line that is always there, and below it the findings and the pages that answer questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QTabWidget, QVBoxLayout, QWidget

from aidebug_gui.ui.findings.detail import FindingDetail
from aidebug_gui.ui.findings.entries import Entry, Group
from aidebug_gui.ui.findings.listing import FindingList
from aidebug_gui.ui.findings.search_result import Rates
from aidebug_gui.ui.findings.sensitivity import SensitivityBar
from aidebug_gui.ui.findings.summary import SummaryBar
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import count_text

OPEN_HEIGHT = 14  # line heights
LEAST_HEIGHT = 7


class FindingsPanel(QFrame):
    """Shows entries. What to do with them is the business of who listens.

    Signals:
        entry_chosen(object): the user goes to an :class:`Entry`.
        opened(bool): the list was opened or closed.
        went_round(): the walk went on from the other end of the list.
    """

    entry_chosen = Signal(object)
    opened = Signal(bool)
    went_round = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rates = Rates()
        self._is_searching = False
        self._has_searched = False  # while the log is read nothing is known, and so nothing is said
        self._problem = ""
        self._offer = ""
        self.summary = SummaryBar(self)
        self.list = FindingList(self)
        self.detail = FindingDetail(self)
        self.found = QSplitter(Qt.Orientation.Horizontal, self)
        self.found.addWidget(self.list)
        self.found.addWidget(self.detail)
        self.found.setChildrenCollapsible(False)
        self.found.setStretchFactor(0, 3)
        self.found.setStretchFactor(1, 2)
        self.body = QTabWidget(self)
        self.body.setDocumentMode(True)
        self.body.setAccessibleName(self.tr("Findings and answers"))
        self.body.addTab(self.found, self.tr("Findings"))
        self.sensitivity = SensitivityBar(self.rates, self)
        self.body.setCornerWidget(self.sensitivity)
        self.body.currentChanged.connect(self._on_page)
        self.body.setMinimumHeight(em(LEAST_HEIGHT))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.summary)
        layout.addWidget(self.body, 1)
        self.setAccessibleName(self.tr("Findings"))
        self.summary.toggled.connect(self.toggle)
        self.summary.group_requested.connect(self._on_group)
        self.summary.step_requested.connect(self.step)
        self.list.entry_chosen.connect(self._on_chosen)
        self.body.hide()
        self._limit_height()
        self.set_entries([])

    @property
    def is_open(self) -> bool:
        """Whether the list is open."""
        return not self.body.isHidden()

    def toggle(self) -> None:
        """Open or close the list."""
        self.set_open(not self.is_open)

    def add_page(self, page: QWidget, title: str) -> None:
        """Add a page beside the list."""
        self.body.addTab(page, title)

    def show_page(self, page: QWidget) -> None:
        """Open the panel with a page in front."""
        self.body.setCurrentWidget(page)
        self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Open or close the list."""
        if is_open != self.is_open:
            self.body.setVisible(is_open)
            self.summary.show_open(is_open)
            self._limit_height()
            self._show_headline()
            self.opened.emit(is_open)

    def _limit_height(self) -> None:
        """A closed panel is as high as its line; the splitter around it must not make it higher."""
        self.setMaximumHeight(16_777_215 if self.is_open else self.summary.sizeHint().height())

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other findings; the current one stays current if it is among them."""
        muted = [entry for entry in entries if entry.muted]
        self.summary.show_muted(len(muted))
        entries = [entry for entry in entries if not entry.muted]
        self.list.set_entries([*entries, *muted] if self.summary.muted.isChecked() else entries)
        self.summary.show_counts(entries)
        self.detail.show_entry(self.list.current())
        self._show_headline()

    def show_search(self, is_running: bool, problem: str = "") -> None:
        """Return whether the search goes on, or why it failed."""
        self._is_searching, self._problem, self._offer = is_running, problem, ""
        self._has_searched |= is_running
        self.summary.show_search(is_running)
        self._show_headline()

    def offer_search(self, words: str) -> None:
        """Say why nothing was looked for yet; the button offers to."""
        self._is_searching, self._problem, self._offer = False, "", words
        self.summary.show_search(False)
        self.summary.search.setText(self.tr("Look for findings"))
        self._show_headline()

    def step(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1), and on from the other end."""
        count = self.list.count()
        if not count:
            return
        self.show_page(self.found)
        row = self.list.currentRow()
        target = row + by if row >= 0 else (0 if by > 0 else count - 1)
        if not 0 <= target < count:
            self.went_round.emit()
        self.list.choose(target % count)

    def _on_page(self, at: int) -> None:
        self.sensitivity.setVisible(at == 0)

    def _on_group(self, group: Group) -> None:
        row = next((at for at, entry in enumerate(self.list.entries()) if entry.group is group), -1)
        if row >= 0:
            self.show_page(self.found)
            self.list.choose(row)

    def _on_chosen(self, entry: Entry) -> None:
        self.detail.show_entry(entry)
        self._show_headline()
        self.entry_chosen.emit(entry)

    def _show_headline(self) -> None:
        """Name the worst finding while the list is closed; else where the walk is."""
        entries, row = self.list.entries(), self.list.currentRow()
        parts = []
        if self._offer:
            parts.append(self._offer)
        if self._problem:
            parts.append(self.tr("The search ended: {0}").format(self._problem))
        elif self._is_searching:
            parts.append(self.tr("looking …"))
        if not entries and not parts and self._has_searched:
            parts.append(self.tr("Nothing odd was found."))
        if row >= 0:
            parts.append(self.tr("{0} of {1}").format(count_text(row + 1), count_text(len(entries))))
        if entries and not self.is_open:
            parts.append(entries[max(row, 0)].finding.title)
        self.summary.headline.set_text(" · ".join(parts))
