"""The list of highlight rules at the bottom of a tab, and the line in which one of them is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError, LogStore
from aidebug_gui.ui.filter.edit import FilterEdit
from aidebug_gui.ui.filter.suggesting import Suggesting
from aidebug_gui.ui.highlights.found import Found
from aidebug_gui.ui.highlights.rule_list import RuleList
from aidebug_gui.ui.highlights.rules import COLOURS, MOST_RULES, HighlightRule, free_colour, moved
from aidebug_gui.ui.highlights.swatch import colour_name, swatch
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.theme import cell_font, current_theme, em


class HighlightPage(QWidget):
    """Shows the rules and changes them; a change counts at once.

    Signals:
        rules_changed(object, str): the list of HighlightRule, and the filter that was written or switched, if one was.
        step_requested(str, bool): go to the next row of this filter, or to the one before.
        filter_requested(str): show only what this filter finds.
    """

    rules_changed = Signal(object, str)
    step_requested = Signal(str, bool)
    filter_requested = Signal(str)

    def __init__(self, store: LogStore, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: list[HighlightRule] = []
        self.list = RuleList(self)
        self.edit = FilterEdit(self)
        self.suggesting = Suggesting(self.edit, store, jobs)
        self.colour = QToolButton(self)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.empty = QLabel(
            self.tr("No highlights. Rows that a filter finds get a colour; all other rows stay. Write a filter below."),
            self,
        )
        self._set_up_line()
        self._lay_out()
        self.show_rules([])

    def _set_up_line(self) -> None:
        self.edit.setFont(cell_font())
        self.edit.setAccessibleName(self.tr("Filter of the highlight"))
        self.edit.setPlaceholderText(self.tr("Filter of the rows to highlight, then Enter"))
        self.list.itemActivated.connect(self._on_next)
        self.list.currentItemChanged.connect(self._show_current)
        # Later: the list is made anew, and Qt still uses the item that was switched.
        self.list.switched.connect(self._on_switched, Qt.ConnectionType.QueuedConnection)
        self.list.removal_requested.connect(self._on_remove)
        self.edit.returnPressed.connect(self._on_written)
        self.edit.textEdited.connect(self._clear_problem)
        self.edit.left.connect(self._on_left)
        self.colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.colour.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.colour.setToolTip(self.tr("Colour"))
        self._colours = QActionGroup(self)
        self._colours.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._colours.triggered.connect(self._on_colour)
        self.colour.setMenu(Menu(self.colour))
        for name in COLOURS:
            action = QAction(swatch(name), colour_name(name), self._colours)
            action.setData(name)
            self.colour.menu().addAction(action)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)

    def _lay_out(self) -> None:
        self.add = self._button(self.tr("Add"), self._on_add)
        self.remove = self._button(self.tr("Remove"), self._on_remove)
        self.up = self._button(self.tr("Up"), self._on_up)
        self.down = self._button(self.tr("Down"), self._on_down)
        self.previous = self._button(self.tr("Previous row"), self._on_previous)
        self.next = self._button(self.tr("Next row"), self._on_next)
        self.only = self._button(self.tr("Show only these"), self._on_only)
        self.up.setToolTip(self.tr("Where two rules find a row, the upper one gives it its colour."))
        side = QVBoxLayout()
        side.setContentsMargins(em(0.3), em(0.3), em(0.3), 0)
        side.setSpacing(em(0.15))
        for button in (self.add, self.remove, self.up, self.down):
            side.addWidget(button)
        side.addStretch(1)
        upper = QHBoxLayout()
        upper.addWidget(self.empty, 1)
        upper.addWidget(self.list, 1)
        upper.addLayout(side)
        line = QHBoxLayout()
        line.setSpacing(em(0.3))
        for widget in (self.colour, self.edit, self.previous, self.next, self.only):
            line.addWidget(widget)
        lower = QVBoxLayout()
        lower.setContentsMargins(em(0.3), em(0.3), em(0.3), em(0.3))
        lower.addLayout(line)
        lower.addWidget(self.problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addLayout(lower)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    # what the controller shows

    def show_rules(self, rules: Sequence[HighlightRule], current: int = -1) -> None:
        """List these rules; ``current``: the one to be the current one, else the one that was."""
        at = current if current >= 0 else max(0, self.list.at())
        self._rules = list(rules)
        self.list.show_rules(rules, at)
        self.list.setVisible(bool(rules))
        self.empty.setVisible(not rules)
        self._show_current()

    def show_found(self, found: Mapping[str, Found]) -> None:
        """Show how many rows each filter finds, or what is wrong with it in this log."""
        self.list.show_found(found)

    def write_new(self) -> None:
        """Put the cursor into the line of a new rule."""
        if all(rule.query.strip() for rule in self._rules) and len(self._rules) < MOST_RULES:
            self._rules.append(HighlightRule("", free_colour(self._rules)))
        self.show_rules(self._rules, len(self._rules) - 1)
        self.edit.setFocus()

    # what the user does

    def _rule(self) -> HighlightRule | None:
        at = self.list.at()
        return self._rules[at] if 0 <= at < len(self._rules) else None

    def _show_current(self) -> None:
        rule, at = self._rule(), self.list.at()
        self._clear_problem()
        self.edit.setText(rule.query if rule is not None else "")
        self._show_colour(rule.colour if rule is not None else free_colour(self._rules))
        has_filter = rule is not None and bool(rule.query.strip())
        for button in (self.previous, self.next, self.only):
            button.setEnabled(has_filter)
        self.remove.setEnabled(rule is not None)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self._rules) - 1)
        self.add.setEnabled(bool(self._rules) and len(self._rules) < MOST_RULES)

    def _show_colour(self, colour: str) -> None:
        self.colour.setIcon(swatch(colour))
        self.colour.setAccessibleName(self.tr("Colour: {0}").format(colour_name(colour)))
        for action in self._colours.actions():
            action.setIcon(swatch(action.data()))

    def _change(self, rules: Sequence[HighlightRule], written: str = "", current: int = -1) -> None:
        self.show_rules(rules, current)
        self.rules_changed.emit(list(rules), written)

    def _replace(self, rule: HighlightRule) -> None:
        """Let the current rule be another, or add it where there is none."""
        at = self.list.at()
        rules = [*self._rules]
        rules[at : at + 1] = [rule]
        self._change(rules if at >= 0 else [*self._rules, rule], rule.query)

    def _on_written(self) -> None:
        query = self.edit.text().strip()
        try:
            is_filter = parse(query) is not None
        except FilterError as error:
            self._show_problem(error)
            return
        if is_filter:
            self._replace(replace(self._rule() or HighlightRule("", free_colour(self._rules)), query=query, is_on=True))

    def _show_problem(self, error: FilterError) -> None:
        self.edit.mark_error(error.position, error.length)
        palette = self.problem.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["error"])
        self.problem.setPalette(palette)
        self.problem.setText(localized(error.message))
        self.problem.show()

    def _clear_problem(self) -> None:
        if not self.problem.isHidden():
            self.edit.clear_error()
            self.problem.hide()

    def _on_left(self) -> None:
        """Escape: what was written is given up."""
        self._show_current()
        self.list.setFocus()

    def _on_colour(self, action: QAction) -> None:
        rule = self._rule()
        if rule is not None:
            self._replace(replace(rule, colour=action.data()))

    def _on_switched(self, at: int, is_on: bool) -> None:
        rules = list(self._rules)
        rules[at] = replace(rules[at], is_on=is_on)
        self._change(rules, rules[at].query, at)

    def _on_add(self) -> None:
        self.write_new()

    def _on_remove(self) -> None:
        at = self.list.at()
        if at >= 0:
            self._change([rule for number, rule in enumerate(self._rules) if number != at])

    def _on_up(self) -> None:
        self._change(moved(self._rules, self.list.at(), -1), current=self.list.at() - 1)

    def _on_down(self) -> None:
        self._change(moved(self._rules, self.list.at(), 1), current=self.list.at() + 1)

    def _on_next(self) -> None:
        self._step(backwards=False)

    def _on_previous(self) -> None:
        self._step(backwards=True)

    def _step(self, *, backwards: bool) -> None:
        rule = self._rule()
        if rule is not None and rule.query.strip():
            self.step_requested.emit(rule.query, backwards)

    def _on_only(self) -> None:
        rule = self._rule()
        if rule is not None:
            self.filter_requested.emit(rule.query)

    # Qt's own names from here on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._rules:
            written = self.edit.text()
            self.show_rules(self._rules)  # in the colours of the theme
            self.edit.setText(written)  # what is half written stays
