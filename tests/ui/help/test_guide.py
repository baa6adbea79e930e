"""The guide in its window: pages, search, way back; nothing from elsewhere is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QWidget

from aidebug_gui.resources import guide_directory
from aidebug_gui.ui.help.guide import GuideWindow, page_names

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_the_guide_is_read_searched_and_left(qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = GuideWindow(parent)
    guide.show()
    assert guide.page == "README.md"
    assert guide.contents.count() == len(page_names(guide_directory())) > 1
    assert "generated:" not in guide.browser.toPlainText()

    guide.browser.anchorClicked.emit(QUrl("filter.md"))
    assert guide.page == "filter.md"
    frames = guide.browser.document().rootFrame().childFrames()
    assert any(isinstance(frame, QTextTable) for frame in frames)
    guide.go_back()
    assert guide.page == "README.md"
    assert not guide.back.isEnabled()

    qtbot.keyClicks(guide.search, "false alarms")
    assert guide.page == "findings.md"
    assert guide.browser.textCursor().selectedText().lower() == "false alarms"
    guide.search.setText("qqqq")
    assert guide.nothing.isVisible()

    for elsewhere in ("https://example.org/", "file:///etc/passwd", "../../README.md", "missing.md"):
        guide.browser.anchorClicked.emit(QUrl(elsewhere))
        assert guide.page == "findings.md"
    assert guide.browser.loadResource(IMAGE, QUrl("images/window-light.png")) is not None
    picture = tmp_path / "x.png"
    guide.browser.grab().save(str(picture))
    assert guide.browser.loadResource(IMAGE, QUrl.fromLocalFile(str(picture))) is None
    assert guide.browser.loadResource(IMAGE, QUrl("../screenshot.png")) is None
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert guide.isHidden()
