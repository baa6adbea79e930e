"""The line that is always there: how much was found, what is worst, and the way through the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from aidebug_gui.ui.findings.entries import Entry, Group, count_words, counts
from aidebug_gui.ui.findings.marks import paint_mark
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import visible


class CountChip(QToolButton):
    """The sign and the count of a group; a click goes to its first finding."""

    def __init__(self, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts = group
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, count: int) -> None:
        """Show how much there is."""
        text = count_words(self.counts, count)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Go to the first of them"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + metrics.ascent() + em(1.1), metrics.height() + em(0.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Button))
        side = self.fontMetrics().ascent()
        paint_mark(painter, self.counts, QRectF(em(0.3), (self.height() - side) / 2, side, side), current_theme())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        place = self.rect().adjusted(em(0.3) + side + em(0.3), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        painter.end()


class Headline(QWidget):
    """One line of plain text, cut where there is no room.

    Signals:
        clicked(): the line was clicked.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_text(self, text: str) -> None:
        """Show a text, control characters made visible."""
        self._text = visible(text)
        self.setAccessibleName(self._text)
        self.update()

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(em(6), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().colors["muted"])
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class SummaryBar(QWidget):
    """Opens and closes the list, counts, names the worst or the current finding, steps to the next.

    Signals:
        toggled(): open or close the list.
        group_requested(object): go to the first finding of a Group.
        step_requested(int): 1 for the next finding, -1 for the one before.
        search_requested(): stop the search that goes on, or search again.
        muted_requested(bool): list what is muted as well, or no more.
    """

    toggled = Signal()
    group_requested = Signal(object)
    step_requested = Signal(int)
    search_requested = Signal()
    muted_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Group, CountChip] = {}
        self.toggle = self._button(self.tr("Findings"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        font = QFont(self.toggle.font())
        font.setBold(True)
        self.toggle.setFont(font)
        self.toggle.clicked.connect(self.toggled)
        self.headline = Headline(self)
        self.headline.clicked.connect(self.toggled)
        self.muted = self._button("")
        self.muted.setCheckable(True)
        self.muted.setToolTip(self.tr("List what you muted, to unmute it"))
        self.muted.toggled.connect(self.muted_requested)
        self.muted.hide()
        self.search = self._button("")
        self.search.clicked.connect(self.search_requested)
        self.back, self.forth = self._button(""), self._button("")
        self.back.setArrowType(Qt.ArrowType.UpArrow)
        self.forth.setArrowType(Qt.ArrowType.DownArrow)
        for button, words in ((self.back, self.tr("Previous finding (P)")), (self.forth, self.tr("Next finding (N)"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(em(0.2), 0, em(0.3), 0)
        self._row.setSpacing(em(0.2))
        self._row.addWidget(self.toggle)
        self._row.addWidget(self.headline, 1)
        for widget in (self.muted, self.search, self.back, self.forth):
            self._row.addWidget(widget)
        self.show_open(False)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_open(self, is_open: bool) -> None:
        """Return whether the list is open."""
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.toggle.setToolTip(self.tr("Close the list") if is_open else self.tr("Open the list"))

    def show_counts(self, entries: Sequence[Entry]) -> None:
        """Count findings by group."""
        found = counts(entries)
        for group in Group:
            if group in found and group not in self._chips:
                self._add(group)
        for group, chip in self._chips.items():
            chip.setVisible(group in found)
            chip.set_count(found.get(group, 0))
        for button in (self.back, self.forth):
            button.setEnabled(bool(entries))

    def show_muted(self, count: int) -> None:
        """Tell how many findings are muted."""
        self.muted.setVisible(count > 0)
        self.muted.setText(self.tr("{0} muted").format(f"{count:,}"))
        if not count:
            self.muted.setChecked(False)

    def show_search(self, is_running: bool) -> None:
        """Return whether the search goes on."""
        self.search.setText(self.tr("Stop") if is_running else self.tr("Look again"))
        self.search.setToolTip(
            self.tr("Stop looking for findings") if is_running else self.tr("Look for findings once more")
        )

    def _add(self, group: Group) -> None:
        chip = self._chips[group] = CountChip(group, self)
        chip.clicked.connect(self._on_chip)
        self._row.insertWidget(1 + sorted(self._chips).index(group), chip)

    def chip(self, group: Group) -> CountChip:
        """Return the chip of a group. Raises KeyError where nothing was found."""
        return self._chips[group]

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, CountChip):
            self.group_requested.emit(chip.counts)

    def _on_back(self) -> None:
        self.step_requested.emit(-1)

    def _on_forth(self) -> None:
        self.step_requested.emit(1)
