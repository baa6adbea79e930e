"""A button for each level of the log, with its count; pressed: shown."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, level_name, short_count


class LevelButton(QToolButton):
    """Shows a level's name and count; ``showing`` is False while the filter leaves the level out."""

    def __init__(self, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.level = level
        self.count = 0
        self.is_compact = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._only = QAction(self.tr("Only %s") % self.level_title, self)
        self.addAction(self._only)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def level_title(self) -> str:
        """The level's name for people."""
        return level_name(self.level) or self.tr("no level")

    @property
    def only_action(self) -> QAction:
        """The menu entry "only this level"."""
        return self._only

    def set_count(self, count: int) -> None:
        """Show how many records have the level."""
        self.count = count
        text = self.tr("%s %s: click to hide or show, right-click for only these") % (
            count_text(count),
            self.level_title,
        )
        self.setToolTip(text)
        self.setAccessibleName(f"{self.level_title}, {count_text(count)}")
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[str, str]:
        title = self.level_title
        return title[:1] if self.is_compact and level_name(self.level) else title, short_count(self.count)

    # Qt's own names from here on

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        name, count = self._texts()
        width = metrics.horizontalAdvance(f"{name} {count}") + em(1.1)
        return QSize(width, metrics.height() + em(0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        style = current_theme().level(self.level)
        is_on = self.isChecked()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Button))
        name, count = self._texts()
        muted = current_theme().colors["muted"]
        left, baseline = em(0.4), (self.height() + self.fontMetrics().ascent() - self.fontMetrics().descent()) // 2
        font = self.font()
        font.setWeight(style.weight if is_on else font.weight())
        font.setStrikeOut(not is_on)
        painter.setFont(font)
        painter.setPen(style.text if is_on else muted)
        painter.drawText(left, baseline, name)
        left += painter.fontMetrics().horizontalAdvance(name + " ")
        painter.setFont(self.font())
        painter.setPen(muted)
        painter.drawText(left, baseline, count)
        self._paint_bar(painter, style.bar if is_on else muted, is_on)
        painter.end()

    def _paint_bar(self, painter: QPainter, color: QColor, is_on: bool) -> None:
        thickness = max(2, em(0.15)) if is_on else 1
        painter.fillRect(em(0.3), self.height() - thickness, self.width() - em(0.6), thickness, color)


class LevelButtons(QWidget):
    """The buttons of all levels that the log has.

    Signals:
        levels_chosen(object): the set of levels to show, or None for all.
    """

    levels_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[int, LevelButton] = {}
        self._is_compact = False
        self.tab_after: QWidget | None = None  # Tab comes from there, also to buttons that are made later
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(em(0.1))

    def set_counts(self, counts: dict[int, int]) -> None:
        """Show counts; a level that was seen once keeps its button."""
        new = [level for level in sorted(counts) if level not in self._buttons and counts[level]]
        for level in new:
            self._add(level)
        if new and self.tab_after is not None:
            stops = [self.tab_after, *(self._buttons[level] for level in self.levels())]
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)
        for level, button in self._buttons.items():
            button.set_count(counts.get(level, 0))

    def show_chosen(self, levels: set[int] | None) -> None:
        """Press the buttons of the levels that the filter leaves; None: all."""
        for level, button in self._buttons.items():
            button.setChecked(levels is None or level in levels)

    def set_compact(self, on: bool) -> None:
        """Name the levels by their first letters, where there is little room."""
        if on != self._is_compact:
            self._is_compact = on
            for button in self._buttons.values():
                button.is_compact = on
                button.updateGeometry()
                button.update()

    def levels(self) -> list[int]:
        """Return the levels that have a button."""
        return sorted(self._buttons)

    def button(self, level: int) -> LevelButton:
        """Return the button of a level. Raises KeyError where it has none."""
        return self._buttons[level]

    def _add(self, level: int) -> None:
        button = LevelButton(level, self)
        button.is_compact = self._is_compact
        button.clicked.connect(self._on_clicked)
        button.only_action.triggered.connect(self._on_only)
        self._buttons[level] = button
        self._layout.insertWidget(sorted(self._buttons).index(level), button)

    def _on_clicked(self) -> None:
        chosen = {level for level, button in self._buttons.items() if button.isChecked()}
        if not chosen:  # none left would show nothing: show all again
            chosen = set(self._buttons)
        self.levels_chosen.emit(None if chosen == set(self._buttons) else chosen)

    def _on_only(self) -> None:
        action = self.sender()
        for level, button in self._buttons.items():
            if button.only_action is action:
                self.levels_chosen.emit({level})
