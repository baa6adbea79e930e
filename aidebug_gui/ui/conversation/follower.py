"""Follows the current record: its conversation is read while the tab is looked at, and the tab is there if it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from aidebug_gui.analysis.conversations.conversation import Conversation, conversation_of
from aidebug_gui.analysis.pii.record_scanner import Found, RecordScanner, spans_in
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.conversation.blocks import plain_text
from aidebug_gui.ui.conversation.page import ConversationPage
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.privacy.record_marks import MOST_CHARS, selections
from aidebug_gui.ui.privacy.row_marks import raw_records
from aidebug_gui.ui.table.columns import canonical_title

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_MOST_MARKED = 100  # records whose personal data is looked for


class ConversationFollower(QObject):
    """Shows the conversation of the current record in a tab of the record pane."""

    def __init__(self, view: LogView, log: FileLog) -> None:
        super().__init__(view)
        self._view = view
        self._log = log
        self._whole: bool | None = None  # None: as the record needs it
        self._record = -1
        self._comes_back = False  # the tab was in front when it went away
        self._is_asked_for = False  # by the action: the answer is owed, also where there is nothing to show
        self.jobs = Jobs(self)
        self.page = ConversationPage(view)
        self._tabs = view.record_pane.tabs
        self._at = self._tabs.addTab(self.page, self.tr("Conversation"))
        self._tabs.setTabVisible(self._at, False)
        self._tabs.currentChanged.connect(self._on_tab)
        self._tabs.tabBarClicked.connect(self._on_tab_clicked)
        self.page.turn_chosen.connect(self._on_turn)
        self.page.whole_requested.connect(self._on_whole)
        self.page.copy_requested.connect(self._on_copy)
        view.table.record_changed.connect(self.refresh)
        view.find_bar.pattern_changed.connect(self._on_pattern)
        view.session.renumbered.connect(self.read_again)
        view.record_pane.installEventFilter(self)

    @property
    def _is_looked_at(self) -> bool:
        return self._tabs.currentWidget() is self.page

    def refresh(self, record: int) -> None:
        """Show the conversation of a record, if it could be seen; one that is known is not read again."""
        self._record = record
        shown = self.page.conversation
        if record < 0 or self._view.record_pane.isHidden():
            return
        if shown is not None and len(shown.records) > 1 and record in shown.records:
            self.jobs.cancel("conversation")
            self._go_to_record()
            return
        asked = _Ask(self._log, record, whole=self._whole if self._is_looked_at else False)
        self.jobs.run("conversation", asked, self._show, self._on_failed)

    def read_again(self) -> None:
        """Read the conversation once more: what may be shown has changed, or records have other numbers."""
        for kind in ("conversation", "conversation marks"):  # an answer on its way holds what was shown until now
            self.jobs.cancel(kind)
        self.page.show_conversation(None, "")
        self.refresh(self._record)

    def show(self) -> None:
        """Open the record pane with the conversation in front."""
        if self._view.record_pane.isHidden():
            self._view.record_room.toggle()
        if self._tabs.isTabVisible(self._at):
            self._tabs.setCurrentWidget(self.page)
        else:
            self._comes_back = True
            self.refresh(self._view.table.current_record())
        self._is_asked_for = "conversation" in self.jobs.kinds()

    def _show(self, conversation: Conversation | None) -> None:
        was_asked_for, self._is_asked_for = self._is_asked_for, False
        if conversation is None:
            self._comes_back |= self._is_looked_at
            if was_asked_for:
                self._view.message.emit(self.tr("This record carries no messages to or from a model."))
        self._tabs.setTabVisible(self._at, conversation is not None)
        self.page.show_conversation(conversation, self._words(conversation) if conversation is not None else "")
        if conversation is None:
            return
        if self._comes_back:
            self._comes_back = False
            self._tabs.setCurrentWidget(self.page)
        self._go_to_record()
        self._on_pattern()
        privacy = self._view.privacy.controller
        if privacy is not None and self._log.veil is None and self._is_looked_at:
            job = _Look(self._log, privacy.scanner, sorted(conversation.records)[:_MOST_MARKED])
            self.jobs.run("conversation marks", job, self._show_marks, self._on_not_marked)

    def _go_to_record(self) -> None:
        """Scroll to what the current record says, where it is one of several."""
        shown = self.page.conversation
        if shown is not None and len(shown.records) > 1:
            self.page.text.go_to_turn([at for at, turn in enumerate(shown.turns) if turn.record == self._record])

    def _words(self, conversation: Conversation) -> str:
        parts = [localized(translatable("{n} {n:message|messages}", n=len(conversation.turns)))]
        if len(conversation.records) > 1:
            parts.append(localized(translatable("{n} {n:record|records}", n=len(conversation.records))))
        column, key = conversation.group
        if column:
            parts.append(f"{canonical_title(column)} {self._view.privacy.shown(key)}")
        if conversation.has_more:
            parts.append(self.tr("the records around the current one"))
        return " · ".join(parts)

    def _show_marks(self, found: list[Found]) -> None:
        text = self.page.text.toPlainText()[:MOST_CHARS]
        self.page.show_marks(selections(self.page.text, spans_in(text, found)) if found else [])

    def _on_not_marked(self, _error: Exception) -> None:
        """Rules that cannot be read are reported by the search; the text is shown without lines under it."""

    def _on_failed(self, _error: Exception) -> None:
        self._show(None)

    def _on_tab(self, _at: int) -> None:
        if self._is_looked_at:
            self.refresh(self._record)

    def _on_tab_clicked(self, _at: int) -> None:
        self._comes_back = False

    def _on_whole(self, is_whole: bool) -> None:
        self._whole = is_whole
        self.read_again()

    def _on_turn(self, at: int) -> None:
        if self.page.conversation is None:
            return
        record = self.page.conversation.turns[at].record
        if not self._view.table.show_record(record):
            self._view.message.emit(self.tr("The filter hides this record. C shows all around the current one."))

    def _on_copy(self) -> None:
        if self.page.conversation is not None:
            QGuiApplication.clipboard().setText(plain_text(self.page.conversation))
            self._view.message.emit(self.tr("Copied the conversation"))

    def _on_pattern(self) -> None:
        self.page.matcher = self._view.find_bar.matcher()
        self.page.mark_matches()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.refresh(self._view.table.current_record())
        return super().eventFilter(watched, event)


class _Ask:
    def __init__(self, log: FileLog, record: int, *, whole: bool | None) -> None:
        self._log, self._record, self._whole = log, record, whole

    def __call__(self, cancel: CancelToken) -> Conversation | None:
        return conversation_of(self._log, self._record, whole=self._whole, cancel=cancel)


class _Look:
    def __init__(self, log: FileLog, scanner: RecordScanner, records: list[int]) -> None:
        self._log, self._scanner, self._records = log, scanner, records

    def __call__(self, cancel: CancelToken) -> list[Found]:
        raws = raw_records(self._log, np.array(self._records, dtype=np.int64))
        return [one for found in self._scanner.found(list(raws.values()), cancel) for one in found]
