"""The list of findings: a line for each, with its sign, its title, what it says, when, and of how many records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aidebug_gui.ui.findings.entries import Entry, Group, group_word
from aidebug_gui.ui.findings.marks import paint_mark
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, second_text, time_parts, tooltip_text, visible

_ROLE = Qt.ItemDataRole.UserRole
_BOLD = frozenset({Group.SECRET, Group.CRITICAL, Group.ERROR})
_MUTED = 0.45  # opacity of what the user called normal
_TITLE_SHARE = 0.62  # of the width, at most


class FindingList(QListWidget):
    """Shows entries; the current one is the one that is explained.

    Signals:
        entry_chosen(object): another :class:`Entry` became the current one by mouse or key.
    """

    entry_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Findings"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
        self.dated = False  # times are shown with their dates
        self._entries: list[Entry] = []
        self._is_filling = False
        self.currentRowChanged.connect(self._on_row)
        self.itemClicked.connect(self._on_clicked)

    def entries(self) -> list[Entry]:
        """Return what is listed, from top to bottom."""
        return self._entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List other entries. The current one stays current if it is still among them."""
        current = self.current()
        self._is_filling = True
        self._entries = list(entries)
        self.clear()
        for entry in self._entries:
            item = QListWidgetItem()
            item.setData(_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _localized(entry))
            item.setToolTip(tooltip_text(entry.finding.sentence))
            self.addItem(item)
        row = next((at for at, entry in enumerate(self._entries) if current and entry.key == current.key), -1)
        self.setCurrentRow(row)
        self._is_filling = False

    def show_dates_of(self, span: tuple[int, int] | None) -> None:
        """Show dates where the log, whose first and last time (ns) these are, goes over more than one day."""
        self.dated = span is not None and len({time_parts(time_ns)[0] for time_ns in span}) > 1
        self.viewport().update()

    def current(self) -> Entry | None:
        """Return the entry that is explained, None if none is."""
        row = self.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def choose(self, row: int) -> None:
        """Make an entry the current one, as a click does."""
        if row == self.currentRow():
            self._on_row(row)
        else:
            self.setCurrentRow(row)

    def _on_row(self, row: int) -> None:
        if not self._is_filling and 0 <= row < len(self._entries):
            self.entry_chosen.emit(self._entries[row])

    def _on_clicked(self, item: QListWidgetItem) -> None:
        """A click on the current entry goes to its records once more."""
        if not self._is_filling and item is self.currentItem():
            self.entry_chosen.emit(self._entries[self.row(item)])


def _localized(entry: Entry) -> str:
    finding = entry.finding
    return visible(f"{group_word(entry.group)}: {finding.title}. {finding.sentence}")


class _Delegate(QStyledItemDelegate):
    """Paints a line. One font lookup and four texts each: cheap enough for each frame."""

    def __init__(self, view: FindingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(em(10), round(QFontMetrics(self._view.font()).height() * 1.4))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            colour = QColor(option.palette.color(QPalette.ColorRole.Highlight))
            colour.setAlphaF(1.0 if selected else 0.35)
            painter.fillRect(rect, colour)
        side = option.fontMetrics.ascent()
        mark = QRectF(rect.left() + em(0.4), rect.center().y() - side / 2 + 0.5, side, side)
        painter.setOpacity(_MUTED if entry.muted else 1.0)
        paint_mark(painter, entry.group, mark, current_theme())
        self._write(painter, rect.adjusted(em(0.8) + side, 0, -em(0.5), 0), entry, selected=selected)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, entry: Entry, *, selected: bool) -> None:
        finding = entry.finding
        palette, theme = self._view.palette(), current_theme()
        strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = strong if selected else theme.colors["muted"]
        when = second_text(finding.first_ns, dated=self._view.dated) if finding.first_ns is not None else ""
        side = "  ".join(part for part in (f"{count_text(finding.count)} ×", when) if part)
        font = QFont(self._view.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.setPen(quiet)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, side)
        room = rect.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(side) - em(0.8), 0)
        font.setBold(entry.group in _BOLD)
        painter.setFont(font)
        painter.setPen(strong)
        width = self._text(painter, room, visible(finding.title), round(room.width() * _TITLE_SHARE))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(quiet)
        rest = room.adjusted(width + em(0.6), 0, 0, 0)
        if rest.width() > em(4):
            self._text(painter, rest, visible(finding.sentence), rest.width())

    @staticmethod
    def _text(painter: QPainter, rect: QRect, text: str, width: int) -> int:
        """Write a text into at most ``width`` px and return what it took."""
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, min(width, rect.width()))
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, place, shown)
        return metrics.horizontalAdvance(shown)
