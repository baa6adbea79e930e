"""The list under the filter: fields, operators and values with their counts, while one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.completion import Completion
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, visible

SHOWN_ROWS = 10
MOST_SUGGESTIONS = 200
DETAIL_ROLE = Qt.ItemDataRole.UserRole
INSERT_ROLE = Qt.ItemDataRole.UserRole + 1
SPECIAL_FIELDS = (
    ("has", QT_TRANSLATE_NOOP("FilterCompletion", "records with a value in a field: has:traceback")),
    ("is", QT_TRANSLATE_NOOP("FilterCompletion", "facts: is:multiline, is:damaged, is:raw, is:pii, is:secret")),
    ("last", QT_TRANSLATE_NOOP("FilterCompletion", "the last minutes of the log: last:15m")),
    ("line", QT_TRANSLATE_NOOP("FilterCompletion", "lines of the file: line:100..200")),
    ("pattern", QT_TRANSLATE_NOOP("FilterCompletion", 'messages like: pattern:"took <*> ms", <*> is any text')),
    ("pii", QT_TRANSLATE_NOOP("FilterCompletion", "personal data and secrets: pii:email, pii:certain")),
)
_KIND_WORDS = {
    Kind.TIME: QT_TRANSLATE_NOOP("FilterCompletion", "time"),
    Kind.LEVEL: QT_TRANSLATE_NOOP("FilterCompletion", "level"),
    Kind.NUMBER: QT_TRANSLATE_NOOP("FilterCompletion", "number"),
    Kind.CATEGORY: QT_TRANSLATE_NOOP("FilterCompletion", "category"),
    Kind.ID: QT_TRANSLATE_NOOP("FilterCompletion", "id"),
    Kind.TEXT: QT_TRANSLATE_NOOP("FilterCompletion", "text"),
}
_OPERATOR_WORDS = {
    ":": QT_TRANSLATE_NOOP("FilterCompletion", "is"),
    ">=": QT_TRANSLATE_NOOP("FilterCompletion", "at least"),
    ">": QT_TRANSLATE_NOOP("FilterCompletion", "more than"),
    "<": QT_TRANSLATE_NOOP("FilterCompletion", "less than"),
    "!=": QT_TRANSLATE_NOOP("FilterCompletion", "is not"),
    "~": QT_TRANSLATE_NOOP("FilterCompletion", "matches a regular expression"),
}
OPERATORS = {
    Kind.TIME: (">=", "<"),
    Kind.LEVEL: (">=", ":"),
    Kind.NUMBER: (">", "<", ":"),
    Kind.CATEGORY: (":", "!="),
    Kind.ID: (":", "!="),
    Kind.TEXT: (":", "~"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One entry: what is shown, a detail at the right, and the text that replaces what was typed."""

    text: str
    detail: str
    insert: str


def field_suggestions(prefix: str, fields: Sequence[Field]) -> list[Suggestion]:
    """Return the fields whose name contains ``prefix``, those that begin with it first."""
    folded = prefix.lower()
    entries = [
        Suggestion(field.name, _field_detail(field), field.name + OPERATORS[field.kind][0])
        for field in fields
        if folded in field.name.lower()
    ]
    entries += [
        Suggestion(name, _translated(detail), name + ":") for name, detail in SPECIAL_FIELDS if name.startswith(folded)
    ]
    return sorted(entries, key=lambda entry: not entry.text.lower().startswith(folded))


def operator_suggestions(kind: Kind) -> list[Suggestion]:
    """Return the operators that fit a kind of field."""
    return [Suggestion(operator, _translated(_OPERATOR_WORDS[operator]), operator) for operator in OPERATORS[kind]]


def value_suggestions(
    prefix: str, values: Sequence[tuple[str, int]], quote: object, shown: Sequence[str]
) -> list[Suggestion]:
    """Return the values that contain ``prefix``, most frequent first; ``quote`` makes them fit for a filter.

    ``shown``: the values as they may be shown.
    """
    assert callable(quote)
    folded = prefix.lower().strip('"')
    return [
        Suggestion(visible(shown_value), count_text(count) if count else "", quote(value))
        for (value, count), shown_value in zip(values, shown, strict=True)
        if folded in value.lower()
    ]


def _field_detail(field: Field) -> str:
    detail = _translated(_KIND_WORDS[field.kind])
    if field.unit:
        detail = QCoreApplication.translate("FilterCompletion", "{0} in {1}").format(detail, field.unit)
    return (
        detail
        if field.canonical
        else QCoreApplication.translate("FilterCompletion", "{0}, from the log").format(detail)
    )


def _translated(text: object) -> str:
    return QCoreApplication.translate("FilterCompletion", str(text))


class _Delegate(QStyledItemDelegate):
    """Draws the detail right-aligned in a quiet colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        size = super().sizeHint(option, index)  # type: ignore[arg-type]
        return QSize(size.width(), size.height() + em(0.35))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        super().paint(painter, option, index)  # type: ignore[arg-type]
        detail = index.data(DETAIL_ROLE)  # type: ignore[attr-defined]
        if not detail:
            return
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        color = option.palette.highlightedText().color() if is_selected else current_theme().colors["muted"]
        painter.setPen(color)
        rect = option.rect.adjusted(0, 0, -em(0.4), 0)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), detail)
        painter.restore()


class CompletionList(QListWidget):
    """A list that lies over the window at a line edit, below it where there is room; the focus stays in the line edit.

    Signals:
        chosen(str, object): text to insert, and the Completion that it completes.
    """

    chosen = Signal(str, object)

    def __init__(self, edit: QLineEdit, window: QWidget) -> None:
        super().__init__(window)
        self._edit = edit
        self._completion: Completion | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Suggestions for the filter"))
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    def show_suggestions(self, suggestions: Sequence[Suggestion], completion: Completion) -> None:
        """List suggestions at the place that is completed; nothing is chosen until a key or click does."""
        self.clear()
        self._completion = completion
        for suggestion in suggestions[:MOST_SUGGESTIONS]:
            item = QListWidgetItem(suggestion.text)
            item.setData(DETAIL_ROLE, suggestion.detail)
            item.setData(INSERT_ROLE, suggestion.insert)
            self.addItem(item)
        if not self.count():
            self.hide()
            return
        self._place(suggestions, completion)
        self.show()
        self.raise_()

    def _place(self, suggestions: Sequence[Suggestion], completion: Completion) -> None:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{entry.text}    {entry.detail}") for entry in suggestions)
        width = min(self.window().width() // 2, max(em(14), widest + em(3)))
        row_height = self.sizeHintForRow(0)
        height = row_height * min(SHOWN_ROWS, self.count()) + 2 * self.frameWidth()
        before = self._edit.text()[: completion.start]
        offset = min(self._edit.fontMetrics().horizontalAdvance(before), self._edit.width() - em(4))
        above = self._edit.mapTo(self.window(), QPoint(max(0, offset), 0))
        left, top = min(above.x(), self.window().width() - width), above.y() + self._edit.height()
        if top + height > self.window().height():
            top = max(0, above.y() - height)
        self.setGeometry(left, top, width, height)

    def take_key(self, event: QKeyEvent) -> None:
        """Use a key that the line edit got; accept it only if it was for the list."""
        key = event.key()
        event.ignore()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            start = self.currentRow() if self.currentItem() is not None else (-1 if step > 0 else self.count())
            self.setCurrentRow((start + step) % self.count())
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.hide()
            event.accept()
        elif key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None):
            self._choose(self.currentItem() or self.item(0))
            event.accept()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(INSERT_ROLE), self._completion)
