"""A quiet line above the table: what happened last to the source of a log that is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from aidebug_gui.formats.times import utc_moment
from aidebug_gui.store.protocol import LogEvent
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, tooltip_text, visible

PASSING = frozenset({"connected", "disconnected", "note", "joined"})
PASSING_MS = 8000
MOST_LISTED = 30
MOST_CHARACTERS = 200


class EventStrip(QFrame):
    """Shows the last event; the others are in a menu. Comings and goings hide by themselves, the rest stays.

    Signals:
        event_chosen(object): the LogEvent whose place in the log somebody wants to see.
    """

    event_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: Sequence[LogEvent] = ()
        self.shown: Callable[[str], str] = str  # words as they may be shown
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setMinimumWidth(em(4))
        self.go = self._button(self.tr("Show"), self.tr("Go to the record at which it happened"))
        self.go.clicked.connect(self._on_go)
        self.more = self._button(self.tr("All…"), self.tr("What else happened to the source of this log"))
        self.more.clicked.connect(self.show_all)
        closer = self._button("✕", self.tr("Close"))
        closer.setAccessibleName(self.tr("Close this message"))
        closer.clicked.connect(self.hide)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_chosen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSING_MS)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(0.5), em(0.1), em(0.3), em(0.1))
        layout.setSpacing(em(0.3))
        layout.addWidget(self.label, 1)
        for button in (self.go, self.more, closer):
            layout.addWidget(button)
        self._use_colours()
        self.hide()

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        return button

    def show_events(self, events: Sequence[LogEvent]) -> None:
        """Show the last of these, which is new."""
        self._events = events
        event = events[-1]
        self.read_again()
        self.more.setVisible(len(events) > 1)
        self.show()
        if event.kind in PASSING:
            self._timer.start()
        else:
            self._timer.stop()

    def read_again(self) -> None:
        """Write the last event once more: what may be shown has changed."""
        if self._events:
            words = self.shown(sentence(self._events[-1]))
            self.label.setText(words)
            self.label.setToolTip(tooltip_text(words))

    def show_all(self) -> None:
        """Open the list of all events, the latest first."""
        menu = Menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for action in self._group.actions():
            self._group.removeAction(action)
        for event in list(self._events)[: -MOST_LISTED - 1 : -1]:
            action = QAction(self.shown(sentence(event)).replace("&", "&&"), menu)
            action.setData(event)
            self._group.addAction(action)
            menu.addAction(action)
        if len(self._events) > MOST_LISTED:
            rest = menu.addAction(self.tr("and {0} before").format(count_text(len(self._events) - MOST_LISTED)))
            rest.setEnabled(False)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing has happened to the source of this log.")).setEnabled(False)
        at = self.more if self.more.isVisible() else self.window()
        menu.popup(at.mapToGlobal(QPoint(0, at.height() if at is self.more else em(4))))

    def _on_go(self) -> None:
        if self._events:
            self.event_chosen.emit(self._events[-1])

    def _on_chosen(self, action: QAction) -> None:
        self.event_chosen.emit(action.data())

    def _use_colours(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["muted"])
        self.label.setPalette(palette)

    # Qt's own names from here on

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_timer"):
            self._use_colours()


def sentence(event: LogEvent) -> str:
    """Return an event with the time of day at which it was noticed."""
    clock = utc_moment(event.time_ns).astimezone().strftime("%H:%M:%S")
    return f"{clock}  {visible(localized(event.text))[:MOST_CHARACTERS]}"
