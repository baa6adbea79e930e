"""The filter of a log: the line to type it, suggestions, what is wrong with it, and the level buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from aidebug_gui.store.filter import edit as filter_text
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError, LogStore
from aidebug_gui.ui.filter.chosen_levels import chosen_levels
from aidebug_gui.ui.filter.edit import FilterEdit
from aidebug_gui.ui.filter.level_buttons import LevelButtons
from aidebug_gui.ui.filter.pin_chip import PinChip
from aidebug_gui.ui.filter.suggesting import Suggesting
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.shown_zone import shown_zone
from aidebug_gui.ui.theme import cell_font, current_theme, em

APPLY_AFTER_MS = 300
SHOWN_CHARS = 100


class FilterBar(QWidget):
    """Edits the filter text; the session applies it.

    Signals:
        filter_requested(str): apply this text.
        left(): Escape: the focus goes back to the table.
        entered(): Enter, and the filter is one: the focus goes to what it shows.
        unpin_requested(): the chip of the fixed selection was closed.
    """

    filter_requested = Signal(str)
    left = Signal()
    entered = Signal()
    unpin_requested = Signal()

    def __init__(self, store: LogStore, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._applied = ""
        self._buttons: list[QToolButton] = []
        self.shown: Callable[[str], str] = str  # what may be shown of a text
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APPLY_AFTER_MS)
        self._timer.timeout.connect(self._apply_if_readable)
        self._build()
        self.suggesting = Suggesting(self.edit, store, jobs)
        self.suggesting.taken.connect(self._timer.start)

    def _build(self) -> None:
        self.edit = FilterEdit(self)
        self.edit.setFont(cell_font())
        self.edit.setPlaceholderText(
            self.tr('Filter: level>=warning  model:gpt-4o  latency_ms>500  "exact text"  /regex/')
        )
        self.edit.setAccessibleName(self.tr("Filter"))
        self.edit.setClearButtonEnabled(True)
        for button in self.edit.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Remove filter"))
        self.edit.textEdited.connect(self._on_edited)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.returnPressed.connect(self._on_return)
        self.edit.left.connect(self.left)
        self.chip = PinChip(self)
        self.chip.clicked.connect(self.unpin_requested)
        self.levels = LevelButtons(self)
        self.levels.tab_after = self.edit
        self.levels.levels_chosen.connect(self._on_levels_chosen)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.hide()
        row = self._row = QHBoxLayout()
        row.setSpacing(em(0.4))
        row.addWidget(self.chip)
        row.addWidget(self.edit, 1)
        row.addWidget(self.levels)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(0.3), em(0.3), em(0.3), em(0.2))
        layout.setSpacing(em(0.15))
        layout.addLayout(row)
        layout.addWidget(self.message)

    # what the tab asks

    def add_button(self, button: QToolButton) -> None:
        """Put a button directly behind the line."""
        self._row.insertWidget(self._row.indexOf(self.edit) + 1, button)
        self._buttons.append(button)

    def set_compact(self, is_compact: bool) -> None:
        """Show the levels as letters and the buttons as pictures, or both with their words."""
        self.levels.set_compact(is_compact)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_compact else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons:
            if button.text():
                button.setToolButtonStyle(style)

    def text(self) -> str:
        """Return what stands in the line."""
        return self.edit.text()

    def set_filter(self, query: str) -> None:
        """Put a filter into the line and ask for it to be applied."""
        self.edit.setText(query)
        self._apply(query)

    def show_filter(self, query: str) -> None:
        """Put the filter that is in force into the line: another one was given up."""
        self._timer.stop()
        self._applied = query
        self.edit.setText(query)

    def show_applied(self, query: str) -> None:
        """Tell that a filter is in force."""
        self._applied = query
        if query == self.edit.text().strip():
            self._show_error(None)
            self.edit.remember(query)
        self._show_levels()

    def show_error(self, error: FilterError) -> None:
        """Mark what is wrong in the text."""
        self._show_error(error)

    def show_counts(self, counts: dict[int, int]) -> None:
        """Show the records of each level."""
        self.levels.set_counts(counts)
        self._show_levels()

    def add_term(self, field: str, operator: str, value: str, *, exclude: bool = False) -> None:
        """Add a term to the filter in force and apply it."""
        self._edit_filter(lambda query: filter_text.add_term(query, field, operator, value, exclude=exclude))  # type: ignore[arg-type]

    def set_bound(self, term: str) -> None:
        """Bound a number by a term such as ``score>0.8``, instead of what bounded it before."""
        self._edit_filter(lambda query: filter_text.set_bound(query, term))

    def set_patterns(self, templates: Sequence[str], *, exclude: bool, not_meant: Sequence[str] = ()) -> None:
        """Show only messages like some templates, or hide them; the rest of the filter stays."""

        def change(query: str) -> str:
            return filter_text.set_patterns(query, templates, exclude=exclude, not_meant=not_meant)

        self._edit_filter(change)

    def set_time(self, first_ns: int | None, last_ns: int | None) -> None:
        """Bound the time of the filter; None, None takes the bounds away."""
        self._edit_filter(lambda query: filter_text.set_time(query, first_ns, last_ns, shown_zone()))

    def is_idle(self) -> bool:
        """Return whether what is typed was applied."""
        return not self._timer.isActive()

    def focus(self) -> None:
        """Put the cursor into the line."""
        self.edit.setFocus()
        self.edit.selectAll()

    def _edit_filter(self, change: object) -> None:
        """Change the text in the line; one that cannot be read gives way to the filter in force."""
        assert callable(change)
        for query in (self.edit.text(), self._applied):
            try:
                changed = change(query)
            except FilterError as error:
                self._show_error(error)
                continue
            self.set_filter(changed)
            return

    # typing

    def _on_edited(self, text: str) -> None:
        self._timer.start()

    def _on_changed(self, text: str) -> None:
        self._show_error(None)
        if not text and self._applied and not self._timer.isActive():  # the clear button
            self._timer.start()

    def _on_return(self) -> None:
        if self._apply(self.edit.text()):
            self.entered.emit()

    def _apply_if_readable(self) -> None:
        """Apply while typing; an unfinished text waits for more, and is called wrong only on Enter."""
        text = self.edit.text()
        if text.strip() == self._applied:
            return
        try:
            parse(text)
        except FilterError:
            return
        self.filter_requested.emit(text)

    def _apply(self, text: str) -> bool:
        """Ask for a filter and return whether it can be read."""
        self._timer.stop()
        try:
            parse(text)
        except FilterError as error:
            self._show_error(error)
            return False
        self.edit.remember(text.strip())
        self.filter_requested.emit(text)
        return True

    def _show_error(self, error: FilterError | None) -> None:
        if error is None:
            if self.message.isVisible():
                self.edit.clear_error()
            self.message.hide()
            return
        self.edit.mark_error(error.position, error.length)
        palette = self.message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["error"])
        self.message.setPalette(palette)
        self.message.setText(self.shown(f"{localized(error.message)} {self._still_in_force()}"))
        self.message.show()

    def _still_in_force(self) -> str:
        """Say what the table shows while the text in the line cannot be used."""
        if not self._applied:
            return self.tr("Nothing is filtered so far.")
        shown = self._applied if len(self._applied) <= SHOWN_CHARS else self._applied[:SHOWN_CHARS] + "…"
        return self.tr("The table still shows: {0}").format(shown)

    # levels

    def _show_levels(self) -> None:
        self.levels.show_chosen(chosen_levels(self._applied, self.levels.levels()))

    def _on_levels_chosen(self, levels: set[int] | None) -> None:
        self._edit_filter(lambda query: filter_text.set_levels(query, levels))
