"""Connects the highlight rules of the user with the table, the map and the filter of one tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.edit import add_term
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import CancelToken, FilterError
from aidebug_gui.ui.bottom_page import BottomPage
from aidebug_gui.ui.highlights.found import AnyOf, Found, Highlighted, RuleSearch
from aidebug_gui.ui.highlights.page import HighlightPage
from aidebug_gui.ui.highlights.rules import MOST_RULES, HighlightRule, free_colour, rules_data, rules_from
from aidebug_gui.ui.highlights.swatch import colour_name, swatch
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.navigation.walk import Walk
from aidebug_gui.ui.pace import Pace
from aidebug_gui.ui.state import remembered
from aidebug_gui.ui.value_menu import MenuValue
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

KEY = "highlights"
SHOWN_CHARACTERS = 80


class Highlights(QObject):
    """Keeps the rules, looks for what they find while the log grows, and shows it.

    The rules are those of all tabs. A tab takes them over whenever it is shown: only one is seen at a time.
    """

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self.rules: list[HighlightRule] = []
        self.jobs = Jobs(self)
        self._search = RuleSearch(view.session.store)
        self._any = AnyOf(())
        self._walk = Walk(view, "next highlight")
        self._pace = Pace(self.jobs, self._look)
        self._looked_at = (-1, -1, -1)
        self.page: HighlightPage | None = None
        self._place: BottomPage | None = None
        self._menu_value = ("", "")
        self._found: Mapping[str, Found] = {}
        self.button = QToolButton(view.filter_bar)
        self.button.setText(self.tr("Highlight"))
        self.button.setToolTip(self.tr("Highlight instead of filtering: rows that the filter finds get a colour"))
        self.button.clicked.connect(self.add_filter)
        self._show_next_colour()
        view.filter_bar.add_button(self.button)
        view.value_menu.extensions.append(self._extend_menu)
        view.session.state_changed.connect(self._on_state)
        view.session.renumbered.connect(self._on_renumbered)
        view.installEventFilter(self)

    def is_idle(self) -> bool:
        """Return whether everything is found and shown."""
        return self.jobs.is_idle() and not self._pace.is_pending

    def close(self) -> None:
        """Stop; the log is about to be closed."""
        self._pace.cancel()
        self.jobs.stop()

    # actions

    def add_filter(self) -> None:
        """Let the filter in the line be a rule instead; without one, ask for a rule in the list."""
        bar = self._view.filter_bar
        query = bar.text().strip()
        if not query:
            self.show_list()
            if self.page is not None:
                self.page.write_new()
            return
        try:
            parse(query)
        except FilterError as error:
            bar.show_error(error)
            return
        if self.add(query):
            bar.set_filter("")

    def add(self, query: str) -> bool:
        """Highlight what a filter finds, and return whether there was room for it."""
        known = next((at for at, rule in enumerate(self.rules) if rule.query == query), -1)
        if known < 0 and len(self.rules) >= MOST_RULES:
            self._view.message.emit(self.tr("There are {0} highlights already. Remove one first.").format(MOST_RULES))
            return False
        if known >= 0:
            rules = list(self.rules)
            rules[known] = rule = replace(rules[known], is_on=True)
        else:
            rule = HighlightRule(query, free_colour(self.rules))
            rules = [*self.rules, rule]
        self._on_rules(rules, query)
        shown = visible(self._view.privacy.shown(query))[:SHOWN_CHARACTERS]
        self._view.message.emit(self.tr("Highlighted ({0}): {1}").format(colour_name(rule.colour), shown))
        return True

    def add_value(self, field: str, value: str) -> None:
        """Highlight the rows with a value, as the filter language writes it."""
        self.add(add_term("", field, ":", value))

    def next(self) -> None:
        self._step(backwards=False)

    def previous(self) -> None:
        self._step(backwards=True)

    def toggle_list(self) -> None:
        """Open the list of rules, or close it."""
        self._bottom().toggle()

    def show_list(self) -> None:
        """Open the list of rules."""
        self._bottom().open()

    # rules

    def _use(self, rules: Sequence[HighlightRule]) -> None:
        """Highlight by these rules from now on."""
        self.rules = list(rules)
        self._found = {rule.query: self._found[rule.query] for rule in self._active() if rule.query in self._found}
        self._show_next_colour()
        self._search.keep_only(rule.query for rule in self.rules)
        if self.page is not None:
            self.page.show_rules(self.rules)
        self._show()
        if len({rule.query for rule in self._active()}) > len(self._found):
            self._pace.now()

    def _on_rules(self, rules: list[HighlightRule], written: str) -> None:
        """The user changed the rules; ``written``: the filter to be looked for in this log, whatever it names."""
        if written:
            self._search.want(written)
            self._found = {query: found for query, found in self._found.items() if query != written}
        remembered.keep(KEY, rules_data(rules) or None)
        self._use(rules)

    def _show_next_colour(self) -> None:
        self.button.setIcon(swatch(free_colour(self.rules)))

    def _take_over(self) -> None:
        """Use the rules as another tab left them."""
        rules = rules_from(remembered.kept(KEY))
        if rules != [rule for rule in self.rules if rule.query.strip()]:
            self._use(rules)

    # looking

    def _active(self) -> list[HighlightRule]:
        return [rule for rule in self.rules if rule.is_active]

    def _on_state(self) -> None:
        state = self._view.session.state
        now = (state.records, state.bytes_read, state.generation)
        if now != self._looked_at and self._active():
            self._pace()

    def _on_renumbered(self) -> None:
        """The numbers stand for other records: nothing is highlighted until they are looked for again."""
        self.jobs.cancel("highlights")
        self._found = {}
        self._show()
        if self._active():
            self._pace()

    def _look(self) -> None:
        state = self._view.session.state
        self._looked_at = (state.records, state.bytes_read, state.generation)
        job = _Find(self._search, [rule.query for rule in self._active()])
        self.jobs.run("highlights", job, self._on_found, self._view.session.failed.emit)

    def _on_found(self, found: Mapping[str, Found]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        """Show in table, map and list what is known by now."""
        active = [rule for rule in self._active() if rule.query in self._found]
        highlighted = Highlighted([(rule.colour, self._found[rule.query].rows) for rule in active])
        self._view.table.set_highlights(highlighted if highlighted else None)
        if self.page is not None:
            self.page.show_found(self._found)
        parts = [
            (rule.colour, self._search.records(rule.query)) for rule in active if not self._found[rule.query].problem
        ]
        self._view.minimap.set_highlights(parts)
        finders = tuple(records for _, records in parts)
        if finders != self._any.parts:
            self._any = AnyOf(finders)

    # walking

    def _step(self, *, backwards: bool) -> None:
        nothing = self.tr("No row shown here is highlighted.")
        if not self._active():
            nothing = self.tr("There are no highlights. Ctrl+M makes one of the filter.")
        self._walk.step(self._any, backwards=backwards, nothing=nothing)

    def _on_step(self, query: str, backwards: bool) -> None:
        nothing = self.tr("This highlight finds none of the rows shown here.")
        self._walk.step(self._search.records(query), backwards=backwards, nothing=nothing)

    # the menu on a value

    def _extend_menu(self, menu: QMenu, value: MenuValue) -> None:
        """Offer to highlight the rows with a value."""
        if not value.field or value.value is None or value.kind is Kind.TIME:
            return
        if self._view.privacy.refuses(value.filter_text):
            return
        self._menu_value = (value.field, value.filter_text)
        action = QAction(swatch(free_colour(self.rules)), self.tr("Highlight rows with this value"), menu)
        action.triggered.connect(self._on_menu)
        menu.insertAction(next(entry for entry in menu.actions() if entry.isSeparator()), action)

    def _on_menu(self) -> None:
        self.add_value(*self._menu_value)

    # the list

    def _bottom(self) -> BottomPage:
        """Return the place of the list, which is made when it is first asked for."""
        if self._place is None:
            view = self._view
            page = self.page = HighlightPage(view.session.store, view.jobs, view)
            page.rules_changed.connect(self._on_rules)
            page.step_requested.connect(self._on_step)
            page.filter_requested.connect(view.filter_bar.set_filter)
            page.show_rules(self.rules)
            page.show_found(self._found)
            self._place = BottomPage(view, page, self.tr("Highlights"), page.list)
        return self._place

    # Qt's own names from here on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._take_over()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show_next_colour()
        return False


class _Find:
    """Looks for what some filters find (pool thread)."""

    def __init__(self, search: RuleSearch, queries: Sequence[str]) -> None:
        self._search, self._queries = search, queries

    def __call__(self, cancel: CancelToken) -> dict[str, Found]:
        return {query: self._search.find(query, cancel) for query in self._queries}
