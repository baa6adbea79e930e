"""Which columns the table shows: the line number, and fields of the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.first_look import measures, other_numbers

LINE = "line"
ABOVE = "since:above"
DEFAULT_NAMES = ("time", "level", "logger", "message", "score", "latency_ms")
CONTENT_NAMES = ("label", "target", "score", "latency_ms", "input", "output")
"""In place of score and latency where the message tells little: what came in and what went out."""
FEW_MESSAGES = 5
FILLED_ENOUGH = 0.02
MIN_DEFAULT = 4
MOST_MEASURES = 4
FILLED_RARELY = 0.04  # what a training run tells after each epoch
FILLED_WELL = 0.5  # a measure that stands in so many records has a column also where the message tells something


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the table. ``name`` is the field's, ``LINE`` for the line number, ``ABOVE`` for the time since the row above."""

    name: str
    title: str
    kind: Kind

    @property
    def is_right_aligned(self) -> bool:
        """Numbers and lengths of time stand with their last characters under each other."""
        return self.kind is Kind.NUMBER or self.name == ABOVE


LINE_COLUMN = TableColumn(LINE, "Line", Kind.NUMBER)
PERSONAL_COLUMN = TableColumn(MARKS_COLUMN, "Personal data", Kind.CATEGORY)
ABOVE_COLUMN = TableColumn(ABOVE, "Since above", Kind.CATEGORY)
OWN_COLUMNS = (LINE_COLUMN, ABOVE_COLUMN, PERSONAL_COLUMN)
"""No fields of the log, so that no log has to have them."""


def field_title(field: Field) -> str:
    """Return the title of a field: of a canonical one in the language of the window, of others the log's own name."""
    return QCoreApplication.translate("Columns", field.title) if field.canonical else field.title


def canonical_title(name: str) -> str:
    """Return the title of a canonical column in the language of the window."""
    return QCoreApplication.translate("Columns", CANONICAL[name].title)


def column_of(field: Field) -> TableColumn:
    """Return the table column that shows a field."""
    title = field_title(field)
    title = f"{title} ({field.unit})" if field.unit else title
    return TableColumn(field.name, title, field.kind)


def default_columns(fields: Sequence[Field]) -> list[TableColumn]:
    """Choose the first columns for a log: the usual ones it fills, and others where it has few of those."""
    by_name = {field.name: field for field in fields}
    chosen = [LINE_COLUMN]
    names = list(DEFAULT_NAMES)
    if all(name in by_name and by_name[name].fill >= FILLED_WELL for name in ("endpoint", "input")):
        names.insert(names.index("message"), "endpoint")  # a log of requests: what was asked says little without where
    if "tool" in by_name and by_name["tool"].fill >= FILLED_WELL:
        names.insert(names.index("message"), "tool")  # a trace of an agent: its messages are arguments and results
    tells_little = "message" in by_name and _is_uninformative(by_name["message"])
    if tells_little:
        names[names.index("score") :] = CONTENT_NAMES
    numbers = measures(fields) or (other_numbers(fields) if tells_little else [])
    numbers = [field for field in numbers if field.fill >= (FILLED_RARELY if tells_little else FILLED_WELL)]
    names += [field.name for field in numbers[:MOST_MEASURES] if field.name not in names]
    names[2:2] = [field.name for field in fields if field.leading]  # behind time and level
    chosen += [column_of(by_name[name]) for name in names if name in by_name and by_name[name].fill >= FILLED_ENOUGH]
    if "message" not in by_name:
        chosen += _substitutes(fields, {column.name for column in chosen})
    if len(chosen) == 1:  # nothing known yet: the text itself
        chosen.append(TableColumn("message", canonical_title("message"), Kind.TEXT))
    return chosen


def _is_uninformative(message: Field) -> bool:
    """Return whether the message is made of other fields, or says the same of nearly all records."""
    return message.composed or 0 < message.distinct <= FEW_MESSAGES


def _substitutes(fields: Iterable[Field], used: set[str]) -> list[TableColumn]:
    """Return the best filled other fields of a log that has no message."""
    others = sorted((field for field in fields if field.name not in used), key=lambda field: -field.fill)
    return [column_of(field) for field in others[:MIN_DEFAULT] if field.fill >= FILLED_ENOUGH]
