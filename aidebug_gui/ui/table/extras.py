"""What other parts of the window have painted over and beside the rows, whatever the theme. Nothing here may take time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from aidebug_gui.ui.theme import Theme

Matcher = Callable[[str], list[tuple[int, int]]]


class RowOverlay(Protocol):
    """What is known of records beyond their cells. Styles are the overlay's own."""

    def begin(self, columns: Sequence[str]) -> None: ...
    def badge(self, record: int) -> int:
        """Return the style of the sign beside a record's line number, -1 for none."""
        ...

    def spans(self, record: int, column: str) -> Sequence[tuple[int, int, int]]:
        """Return (first, last, style) of the characters of a cell to be underlined."""
        ...

    def paint_badge(self, painter: QPainter, rect: QRectF, style: int, *, selected: bool) -> None: ...
    def paint_line(self, painter: QPainter, left: int, right: int, y: int, style: int, *, selected: bool) -> None: ...


class RowStrip(Protocol):
    """A colour for each record, at the right of its line number."""

    def colours(self, records: list[int], theme: Theme) -> list[QColor]: ...


class RowSign(Protocol):
    """A small sign beside the level bar of some records."""

    def colour(self, record: int, theme: Theme) -> QColor | None: ...


class RowHighlights(Protocol):
    """A colour behind some records, by its name in the theme; None for the others."""

    def colours(self, records: list[int]) -> Sequence[str | None]: ...


@dataclass(slots=True)
class RowExtras:
    """What is painted beside the cells themselves. ``marked``, ``bookmarked``, ``seams``: by number of the record."""

    matcher: Matcher | None = None
    overlay: RowOverlay | None = None
    highlights: RowHighlights | None = None
    strip: RowStrip | None = None
    signs: RowSign | None = None
    bookmarked: Set[int] = frozenset()
    marked: Set[int] = frozenset()
    mark_colour: QColor = field(default_factory=QColor)
    seams: Mapping[int, str] = field(default_factory=dict)
