"""The user guide in a window of its own: pages that are shipped with the program, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.resources import guide_directory
from aidebug_gui.ui.theme import current_theme, em

START = "README.md"
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\((\w[\w-]*\.md)\)")


def page_names(directory: Path) -> list[str]:
    """Return the pages in the order in which the first one names them."""
    start = (directory / START).read_text(encoding="utf-8")
    return list(dict.fromkeys([START, *_LINK.findall(start)]))


class GuideBrowser(QTextBrowser):
    """Shows pages of one directory. A link elsewhere is not followed, a picture from elsewhere not loaded."""

    def __init__(self, directory: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._directory = directory
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Page of the user guide"))

    def show_page(self, name: str) -> bool:
        """Show a page. Returns False for one that there is not."""
        path = self._directory / name
        if path.parent != self._directory or not path.is_file():
            return False
        text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
        self.document().setDefaultFont(self.font())
        feature = QTextDocument.MarkdownFeature
        self.document().setMarkdown(text, feature.MarkdownDialectGitHub | feature.MarkdownNoHTML)
        self.moveCursor(self.textCursor().MoveOperation.Start)
        return True

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        name = QUrl(url).path()
        if "dark" in current_theme().name:
            name = name.replace("-light.", "-dark.")
        path = (self._directory / name).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or path.parent != self._directory / "images":
            return None
        picture = QPixmap(str(path))
        room = max(em(20), self.viewport().width() - em(3))
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)


class GuideWindow(QDialog):
    """Contents at the left, the page at the right, a search over all pages. Alt+Left goes back, Escape closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._directory = guide_directory().resolve()
        self._texts: dict[str, str] = {}
        self._history: list[str] = []
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("Pages"))
        self.contents.setMaximumWidth(em(15))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find in the guide"))
        self.search.setAccessibleName(self.tr("Find in the guide"))
        self.search.setClearButtonEnabled(True)
        self.back = QToolButton(self)
        self.back.setArrowType(Qt.ArrowType.LeftArrow)
        self.back.setAccessibleName(self.tr("Back"))
        self.back.setToolTip(self.tr("Back (Alt+Left)"))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.browser = GuideBrowser(self._directory, self)
        self.nothing = QLabel(self.tr("No page matches."), self)
        self._lay_out()
        self._read_pages()
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._find_next)
        self.back.clicked.connect(self.go_back)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self, self.go_back)
        self.browser.anchorClicked.connect(self._on_link)
        self.open_page(START)
        self.search.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.search, 1)
        below = QHBoxLayout()
        below.addWidget(self.contents)
        below.addWidget(self.browser, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.nothing)
        layout.addLayout(below, 1)
        self.nothing.hide()
        self.resize(em(66), em(46))

    def _read_pages(self) -> None:
        if not (self._directory / START).is_file():
            self.browser.setPlainText(self.tr("The guide is not installed."))
            return
        for name in page_names(self._directory):
            self._texts[name] = _COMMENT.sub("", (self._directory / name).read_text(encoding="utf-8"))
            title = _TITLE.search(self._texts[name])
            item = QListWidgetItem(title[1] if title else name)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.contents.addItem(item)

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self._history[-1] if self._history else ""

    def open_page(self, name: str) -> None:
        """Show a page."""
        if name == self.page or not self.browser.show_page(name):
            return
        self._history.append(name)
        self.back.setEnabled(len(self._history) > 1)
        for at in range(self.contents.count()):
            item = self.contents.item(at)
            if item.data(Qt.ItemDataRole.UserRole) == name:
                self.contents.setCurrentItem(item)

    def go_back(self) -> None:
        """Show the page before."""
        if len(self._history) > 1:
            self._history.pop()
            self.open_page(self._history.pop())

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_page(item.data(Qt.ItemDataRole.UserRole))

    def _on_link(self, url: QUrl) -> None:
        self.open_page(url.path())

    def _on_search(self, typed: str) -> None:
        """List the pages with the words, and go to the first place on the page that is shown."""
        words = typed.lower().split()
        first: QListWidgetItem | None = None
        for at in range(self.contents.count()):
            item = self.contents.item(at)
            text = self._texts[item.data(Qt.ItemDataRole.UserRole)].lower()
            is_match = all(word in text for word in words)
            item.setHidden(not is_match)
            first = item if is_match and first is None else first
        self.nothing.setVisible(first is None)
        current = self.contents.currentItem()
        if first is not None and current is not None and current.isHidden():
            self.contents.setCurrentItem(first)
        self.browser.moveCursor(self.browser.textCursor().MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        text = self.search.text().strip()
        if text and not self.browser.find(text):
            self.browser.moveCursor(self.browser.textCursor().MoveOperation.Start)
            self.browser.find(text)
