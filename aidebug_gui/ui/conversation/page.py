"""The tab that shows a conversation: one text with a heading for each message. Clicks on headings and folds do something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.analysis.conversations.conversation import Conversation
from aidebug_gui.ui.conversation.blocks import Block, blocks_of
from aidebug_gui.ui.privacy.record_marks import selections
from aidebug_gui.ui.theme import cell_font, current_theme, em
from aidebug_gui.ui.values import tooltip_text, visible

Matcher = Callable[[str], list[tuple[int, int]]]
_TINTS = {"system": ("muted", 0.16), "user": ("series", 0.28), "assistant": ("muted", 0.3), "tool": ("threshold", 0.22)}
"""Colour and strength behind the headings."""
_MOST_MATCHES = 2000


class ConversationText(QPlainTextEdit):
    """Shows blocks. The number of a block is the state of its first line.

    Signals:
        block_clicked(object): the :class:`Block` of a heading or a fold.
    """

    block_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Conversation"))
        self.viewport().setMouseTracking(True)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other blocks."""
        self._blocks = list(blocks)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            lines, characters = self._formats(block)
            if number:
                cursor.insertBlock(lines, characters)
            else:
                cursor.setBlockFormat(lines)
            first = cursor.block().blockNumber()
            cursor.insertText(block.text, characters)
            self.document().findBlockByNumber(first).setUserState(number)
        cursor.endEditBlock()

    def _formats(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        lines, characters = QTextBlockFormat(), QTextCharFormat()
        colours = current_theme().colors
        if block.kind == "head":
            name, strength = _TINTS[block.role]
            tint = QColor(colours[name])
            tint.setAlphaF(strength)
            lines.setBackground(tint)
            characters.setFontWeight(QFont.Weight.DemiBold)
        elif block.kind == "fold":
            characters.setForeground(self.palette().color(QPalette.ColorRole.Link))
        elif block.kind == "thinking":
            characters.setForeground(colours["muted"])
            characters.setFontItalic(True)
        elif block.kind == "name":
            characters.setForeground(colours["muted"])
        elif block.kind == "tool":
            characters.setFont(cell_font())
        return lines, characters

    def block_at(self, cursor: QTextCursor) -> Block | None:
        """Return the block in which a place of the text is."""
        line = cursor.block()
        while line.isValid() and line.userState() < 0:
            line = line.previous()
        return self._blocks[line.userState()] if line.isValid() and line.userState() < len(self._blocks) else None

    def go_to_turn(self, turns: Sequence[int]) -> None:
        """Scroll to the first of some turns, its heading at the top."""
        line = self.document().begin()
        while line.isValid():
            at = line.userState()
            if at >= 0 and self._blocks[at].kind == "head" and self._blocks[at].turn in turns:
                self.setTextCursor(QTextCursor(line))
                self.verticalScrollBar().setValue(line.firstLineNumber())
                return
            line = line.next()

    # Qt's own names from here on

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            block = self.block_at(self.cursorForPosition(event.position().toPoint()))
            if block is not None and block.kind in ("head", "fold"):
                self.block_clicked.emit(block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        block = self.block_at(self.cursorForPosition(event.position().toPoint()))
        is_link = block is not None and block.kind in ("head", "fold")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor)


class ConversationPage(QWidget):
    """What the conversation is, buttons, and its text.

    Signals:
        turn_chosen(int): the heading of a turn was clicked.
        whole_requested(bool): show all records of the conversation, or only the current one.
        copy_requested(): copy it as text.
    """

    turn_chosen = Signal(int)
    whole_requested = Signal(bool)
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conversation: Conversation | None = None
        self._unfolded: set[tuple[int, int]] = set()
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.matcher: Matcher | None = None
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole = QPushButton(self.tr("Whole conversation"), self)
        self.whole.setToolTip(self.tr("All records of the session, trace or request; or only the current record"))
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setToolTip(self.tr("Copy the conversation as text"))
        self.text = ConversationText(self)
        top = QHBoxLayout()
        top.setContentsMargins(em(0.4), em(0.3), em(0.4), em(0.2))
        top.addWidget(self.head, 1)
        for button in (self.whole, self.copy):
            button.setAutoDefault(False)
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        self.whole.clicked.connect(self._on_whole)
        self.copy.clicked.connect(self.copy_requested)
        self.text.block_clicked.connect(self._on_block)

    def show_conversation(self, conversation: Conversation | None, words: str) -> None:
        """Show a conversation; what was unfolded is folded again."""
        self.conversation = conversation
        self._unfolded.clear()
        self.head.setText(visible(words))
        self.head.setToolTip(tooltip_text(words))
        self.whole.setText(self.tr("Only this record") if self._is_whole else self.tr("Whole conversation"))
        self._fill()

    @property
    def _is_whole(self) -> bool:
        return self.conversation is not None and len(self.conversation.records) > 1

    def _on_whole(self) -> None:
        self.whole_requested.emit(not self._is_whole)

    def _fill(self) -> None:
        self._marks = []
        self.text.show_blocks(
            list(blocks_of(self.conversation, self._unfolded)) if self.conversation is not None else []
        )
        self.mark_matches()

    def show_marks(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Underline personal data."""
        self._marks = marks
        self.mark_matches()

    def mark_matches(self) -> None:
        """Mark what the find bar looks for."""
        spans = self.matcher(self.text.toPlainText()) if self.matcher is not None else []
        found = selections(self.text, [(first, last, 0) for first, last in spans[:_MOST_MATCHES]])
        for mark in found:
            mark.format = QTextCharFormat()
            mark.format.setBackground(current_theme().colors["match"])
            mark.format.setForeground(current_theme().colors["match_text"])
        self.text.setExtraSelections([*self._marks, *found])

    def _on_block(self, block: Block) -> None:
        if block.kind == "head":
            self.turn_chosen.emit(block.turn)
            return
        place = self.text.verticalScrollBar().value()
        self._unfolded ^= {(block.turn, block.part)}
        self._fill()
        self.text.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.conversation is not None:
            self._fill()  # colours are in the text
