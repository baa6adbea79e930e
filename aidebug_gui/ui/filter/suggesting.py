"""Suggestions for a line in which a filter is typed: which ones fit what stands there, and what is taken of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.completion import Completion, complete
from aidebug_gui.store.filter.formatting import quote
from aidebug_gui.store.protocol import CancelToken, LogStore, all_fields
from aidebug_gui.ui.filter.completion import (
    CompletionList,
    Suggestion,
    field_suggestions,
    operator_suggestions,
    value_suggestions,
)
from aidebug_gui.ui.filter.edit import FilterEdit
from aidebug_gui.ui.jobs import Jobs

VALUES_ASKED = 200
Values = tuple[Completion, list[tuple[str, int]], list[str]]


class Suggesting(QObject):
    """Shows suggestions below a line while one types in it.

    Signals:
        taken(): a suggestion stands in the line now.
    """

    taken = Signal()

    def __init__(self, edit: FilterEdit, store: LogStore, jobs: Jobs) -> None:
        super().__init__(edit)
        self._edit, self._store, self._jobs = edit, store, jobs
        self.list: CompletionList | None = None
        edit.textEdited.connect(self._suggest)
        edit.returnPressed.connect(self.hide)
        edit.left.connect(self.hide)
        edit.completion_key.connect(self._on_key)

    def hide(self) -> None:
        """Take the suggestions away, and those that are on their way."""
        self._jobs.cancel("suggestions")
        self._edit.completion_open = False
        if self.list is not None:
            self.list.hide()

    def _suggest(self) -> None:
        completion = complete(self._edit.text(), self._edit.cursorPosition())
        static = [Suggestion(text, "", text) for text in completion.suggestions]
        if completion.kind == "field" and completion.prefix:
            self._show(field_suggestions(completion.prefix, all_fields(self._store)), completion)
        elif completion.kind == "operator":
            self._show(operator_suggestions(self._kind(completion.field)), completion)
        elif completion.kind == "value" and completion.field == "has":
            fields = field_suggestions(completion.prefix, all_fields(self._store))
            self._show([Suggestion(entry.text, entry.detail, entry.text) for entry in fields], completion)
        elif completion.kind == "value" and static:
            self._show(static, completion)
        elif completion.kind == "value" and self._kind(completion.field) is Kind.CATEGORY:
            job = _ReadValues(self._store, completion)
            self._jobs.run("suggestions", job, self._on_values, self._on_no_values)
        else:
            self.hide()

    def _kind(self, name: str) -> Kind:
        return next((field.kind for field in all_fields(self._store) if field.name == name), Kind.CATEGORY)

    def _on_values(self, answer: Values) -> None:
        completion, values, shown = answer
        if complete(self._edit.text(), self._edit.cursorPosition()) == completion and self._edit.hasFocus():
            self._show(value_suggestions(completion.prefix, values, quote, shown), completion)

    def _on_no_values(self, error: Exception) -> None:
        self.hide()  # no suggestions, and nothing that the user has to know

    def _show(self, suggestions: Sequence[Suggestion], completion: Completion) -> None:
        if len(suggestions) == 1 and suggestions[0].insert == completion.prefix:
            suggestions = []
        if self.list is None:
            self.list = CompletionList(self._edit, self._edit.window())
            self.list.chosen.connect(self._on_chosen)
        self.list.show_suggestions(suggestions, completion)
        self._edit.completion_open = bool(suggestions)

    def _on_key(self, event: QKeyEvent) -> None:
        if self.list is not None and self.list.isVisible():
            self.list.take_key(event)
            self._edit.completion_open = self.list.isVisible()

    def _on_chosen(self, insert: str, completion: Completion) -> None:
        self._edit.completion_open = False
        text = self._edit.text()
        self._edit.setText(text[: completion.start] + insert + text[completion.end :])
        self._edit.setCursorPosition(completion.start + len(insert))
        self.taken.emit()
        self._suggest()


class _ReadValues:
    """Asks for the values of a field (pool thread)."""

    def __init__(self, store: LogStore, completion: Completion) -> None:
        self._store, self._completion = store, completion

    def __call__(self, cancel: CancelToken) -> Values:
        field = self._completion.field
        values = self._store.values(field, limit=VALUES_ASKED)
        return self._completion, values, self._store.shown_values(field, [value for value, _ in values])
