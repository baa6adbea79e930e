"""The page of personal data and secrets beside the findings: what, in which field, how often, first where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.analysis.pii.marks import MOST_VALUES, Group, Secret
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.privacy.painting import CERTAIN, CERTAIN_SECRET, LIKELY, LIKELY_SECRET, paint_badge
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, visible

_ROLE = Qt.ItemDataRole.UserRole
_NUMBERS = (2, 3, 4)
WHAT, FIELD, COUNT, DIFFERENT, SURE, FIRST = range(6)


@dataclass(frozen=True, slots=True)
class Listed:
    """A group as it is listed. ``lines``: of the first record, and of the first record of each of its secrets."""

    group: Group
    line: int
    time: str
    lines: tuple[int, ...]


class PrivacyPanel(QWidget):
    """Shows groups. What to do with them is the business of who listens.

    Signals:
        group_requested(object): show the records of a :class:`Group`.
        record_requested(int): go to a record.
        filter_requested(str): filter by this term.
        allow_requested(object): this :class:`Group` is no personal data.
        all_requested(), stop_requested(): look through all of the log; stop looking.
        export_requested(), allowed_requested(): write a masked copy; show what is allowed.
    """

    group_requested = Signal(object)
    record_requested = Signal(int)
    filter_requested = Signal(str)
    allow_requested = Signal(object)
    all_requested = Signal()
    stop_requested = Signal()
    export_requested = Signal()
    allowed_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = QLabel(self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.all = QPushButton(self.tr("Scan all of it"), self)
        self.all.clicked.connect(self.all_requested)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.stop_requested)
        self.allowed = QPushButton(self.tr("Allowed…"), self)
        self.allowed.setToolTip(self.tr("What you marked as not personal data"))
        self.allowed.clicked.connect(self.allowed_requested)
        self.export = QPushButton(self.tr("Masked copy…"), self)
        self.export.setToolTip(self.tr("Write a copy of the log with all of this hidden"))
        self.export.clicked.connect(self.export_requested)
        self.tree = QTreeWidget(self)
        self._set_up_tree()
        row = QHBoxLayout()
        row.setContentsMargins(em(0.5), em(0.25), em(0.3), em(0.1))
        row.addWidget(self.status, 1)
        for button in (self.all, self.stop, self.allowed, self.export):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(0.1))
        layout.addLayout(row)
        layout.addWidget(self.tree, 1)
        self.setAccessibleName(self.tr("Personal data and secrets"))
        self.all.hide()
        self.stop.hide()

    def _set_up_tree(self) -> None:
        tree = self.tree
        texts = [self.tr("What"), self.tr("Field"), self.tr("Count"), self.tr("Different"), self.tr("Certain")]
        tree.setHeaderLabels([*texts, "  " + self.tr("First seen")])
        tree.setAccessibleName(self.tr("Kinds of personal data and secrets"))
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAllColumnsShowFocus(True)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in ((WHAT, 18), (FIELD, 16), (COUNT, 5), (DIFFERENT, 5.5), (SURE, 5)):
            tree.setColumnWidth(column, max(em(width), header.sectionSizeHint(column)))
        for column in _NUMBERS:
            tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        tree.itemClicked.connect(self._on_item)
        tree.itemActivated.connect(self._on_item)
        tree.customContextMenuRequested.connect(self._on_menu)

    # what is shown

    def show_status(self, text: str, *, runs: bool, offers_all: bool) -> None:
        """Say how far the look is, and offer what can be done about it."""
        self.status.setText(visible(text))
        self.stop.setVisible(runs)
        self.all.setVisible(offers_all and not runs)

    def show_problem(self, text: str) -> None:
        """Say why the look ended early."""
        self.show_status(self.tr("The scan of the log ended: %s") % text, runs=False, offers_all=True)

    def set_groups(self, listed: Sequence[Listed], *, hide: bool) -> None:
        """List these; ``hide``: without anything of the values."""
        current, place = self._current_key(), self.tree.verticalScrollBar().value()
        is_open = {self._key(item) for item in self._items() if item.isExpanded()}
        self.tree.clear()
        for entry in listed:
            item = self._item(entry, hide=hide)
            self.tree.addTopLevelItem(item)
            key = self._key(item)
            item.setExpanded(key in is_open)
            if key == current:
                self.tree.setCurrentItem(item)
        self.tree.verticalScrollBar().setValue(place)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _item(self, entry: Listed, *, hide: bool) -> QTreeWidgetItem:
        group = entry.group
        more = "≥ " if len(group.values) >= MOST_VALUES else ""
        numbers = [count_text(group.count), more + count_text(len(group.values)), count_text(group.certain)]
        line = self.tr("line %s") % count_text(entry.line)
        first = f"  {entry.time} · {line}" if entry.time else f"  {line}"
        item = QTreeWidgetItem(
            [localized(group.entity.title), visible(group.path) or self.tr("(text)"), *numbers, first]
        )
        item.setData(WHAT, _ROLE, group)
        item.setIcon(WHAT, _icon(2 * group.entity.secret + (group.certain > 0)))
        for column in _NUMBERS:
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if group.entity.secret:
            font = QFont(self.tree.font())
            font.setBold(True)
            item.setFont(WHAT, font)
        for secret, line_number in zip(group.secrets, entry.lines, strict=True):
            item.addChild(self._secret(secret, line_number, hide=hide))
        return item

    def _secret(self, secret: Secret, line: int, *, hide: bool) -> QTreeWidgetItem:
        facts = ", ".join(map(localized, secret.facts))
        hint = "•••" if hide else visible(secret.hint)
        texts = [hint, visible(facts), "", "", "", "  " + self.tr("line %s") % count_text(line)]
        item = QTreeWidgetItem(texts)
        item.setData(WHAT, _ROLE, secret)
        item.setFirstColumnSpanned(False)
        return item

    @staticmethod
    def _key(item: QTreeWidgetItem) -> tuple[str, str]:
        group = item.data(WHAT, _ROLE)
        return (group.entity.name, group.path) if isinstance(group, Group) else ("", "")

    def _current_key(self) -> tuple[str, str] | None:
        item = self.tree.currentItem()
        return self._key(item) if item is not None else None

    # what is asked

    def _on_item(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        what = item.data(WHAT, _ROLE)
        if isinstance(what, Group):
            self.group_requested.emit(what)
        elif isinstance(what, Secret):
            self.record_requested.emit(what.first)

    def _on_menu(self, place: QPoint) -> None:
        item = self.tree.itemAt(place)
        if item is not None:
            self.menu(item).popup(self.tree.viewport().mapToGlobal(place))

    def menu(self, item: QTreeWidgetItem) -> QMenu:
        """Return the menu of a line; it deletes itself when it is closed."""
        self.tree.setCurrentItem(item)
        menu = Menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Show only these records")).triggered.connect(self._on_show_chosen)
        menu.addAction(self.tr("Filter by this kind")).triggered.connect(self._on_filter_chosen)
        menu.addSeparator()
        menu.addAction(self.tr("This is not personal data…")).triggered.connect(self._on_allow_chosen)
        return menu

    def _chosen(self) -> Group | None:
        item = self.tree.currentItem()
        if item is not None and item.parent() is not None:
            item = item.parent()
        group = item.data(WHAT, _ROLE) if item is not None else None
        return group if isinstance(group, Group) else None

    def _on_show_chosen(self) -> None:
        if (group := self._chosen()) is not None:
            self.group_requested.emit(group)

    def _on_filter_chosen(self) -> None:
        if (group := self._chosen()) is not None:
            self.filter_requested.emit(f"pii:{group.entity.name}")

    def _on_allow_chosen(self) -> None:
        if (group := self._chosen()) is not None:
            self.allow_requested.emit(group)


def _icon(style: int) -> QIcon:
    """Return the sign of a style in the colours of the theme in use."""
    assert style in (LIKELY, CERTAIN, LIKELY_SECRET, CERTAIN_SECRET)
    side = 4 * em(1)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_badge(painter, QRectF(side * 0.08, side * 0.08, side * 0.84, side * 0.84), style, current_theme())
    painter.end()
    return QIcon(picture)
