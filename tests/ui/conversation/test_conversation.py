from __future__ import annotations

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from aidebug_gui.ui.conversation.blocks import FOLDED_LINES, OPEN_CHARS
from tests.ui.conftest import make_as_new, tab_of

MAIL = "anna.kern@example.org"
LONG = "\n".join(f"line {number}" for number in range(200))


def call(number: int) -> dict[str, object]:
    """Call ``number`` of a session, whose request repeats what was said before; every fifth record is none."""
    if number % 5 == 4:
        return {"timestamp": f"2026-03-14T10:00:{number:02d}Z", "message": "idle", "session_id": "s1"}
    said = [{"role": "system", "content": "Be brief. 🙂 <b>Never</b> \x1b[31mshout."}]
    said += [
        {"role": role, "content": text}
        for turn in range(number + 1)
        for role, text in (("user", f"I am {MAIL}, question {turn}"), ("assistant", f"answer {turn}"))
    ]
    return {
        "timestamp": f"2026-03-14T10:00:{number:02d}Z",
        "model": "gpt-4o",
        "session_id": "s1",
        "latency_ms": 1500.0,
        "usage": {"prompt_tokens": 1234, "completion_tokens": 56},
        "cost_usd": 0.0075,
        "messages": said[:-1],
        "response": {"choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": LONG if number == 6 else f"answer {number}"}}]},
    }  # fmt: skip


@pytest.fixture(scope="module")
def _module_tab(qapp, tmp_path_factory):
    path = tmp_path_factory.mktemp("calls") / "calls.jsonl"
    path.write_bytes(b"".join(orjson.dumps(call(number)) + b"\n" for number in range(10)))
    with tab_of(path, qapp) as view:
        yield view


@pytest.fixture
def tab(qtbot, _module_tab):
    view = _module_tab
    qtbot.waitUntil(lambda: view.panels.findings is not None and view.is_idle())
    make_as_new(qtbot, view)
    follower = view.panels.findings.insights.conversation
    follower._whole = None
    follower.page.show_conversation(None, "")
    view.record_pane.tabs.setCurrentIndex(0)
    return view


def opened(tab, qtbot, record: int):
    """Go to a record, open its conversation and return the page."""
    tab.table.show_record(record)
    tab.panels.insights.conversation()
    qtbot.waitUntil(tab.is_idle)
    return tab.panels.findings.insights.conversation.page


def is_there(tab) -> bool:
    tabs = tab.record_pane.tabs
    return tabs.isTabVisible(tabs.indexOf(tab.panels.findings.insights.conversation.page))


def click_on(page, qtbot, text: str) -> None:
    """Click on the line that begins with a text."""
    line = page.text.document().begin()
    while not line.text().startswith(text):
        line = line.next()
        assert line.isValid()
    page.text.verticalScrollBar().setValue(line.firstLineNumber())
    cursor = page.text.textCursor()
    cursor.setPosition(line.position() + 1)
    place = page.text.cursorRect(cursor).center()
    qtbot.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_conversation_of_one_record(tab, qtbot):
    page = opened(tab, qtbot, 1)
    assert page.head.text() == "5 messages"
    lines = page.text.toPlainText().split("\n")
    assert lines[0].startswith("System · 10:00:01")
    assert lines[1] == "Be brief. 🙂 <b>Never</b> ␛[31mshout."
    last = next(line for line in reversed(lines) if line.startswith("Assistant"))
    assert last.replace("\xa0", " ") == "Assistant · 10:00:01 · gpt-4o · 1.5 s · 1,234 → 56 tokens · $ 0.0075 · stop"
    assert lines[-2:] == ["answer 1", ""]


def test_the_whole_session_and_the_way_to_its_records(tab, qtbot):
    page = opened(tab, qtbot, 1)
    page.whole.click()
    qtbot.waitUntil(lambda: page.head.text().startswith("20 messages") and tab.is_idle())
    assert page.head.text() == "20 messages · 10 records · Session s1"
    click_on(page, qtbot, "User · 10:00:08")
    qtbot.waitUntil(lambda: tab.table.current_record() == 8 and tab.is_idle())
    conversation = page.conversation
    tab.table.show_record(4)  # says nothing, and belongs to the session
    qtbot.waitUntil(tab.is_idle)
    assert is_there(tab)
    assert page.conversation is conversation  # nothing was read again
    page.whole.click()
    qtbot.waitUntil(lambda: not is_there(tab))
    tab.table.show_record(5)  # the tab comes back, in front
    qtbot.waitUntil(lambda: is_there(tab) and tab.is_idle())
    assert tab.record_pane.tabs.currentWidget() is page
    assert len(page.conversation.records) == 1


def test_long_texts_are_folded(tab, qtbot):
    page = opened(tab, qtbot, 6)
    assert f"line {FOLDED_LINES - 1}\n… " in page.text.toPlainText()
    assert f"line {FOLDED_LINES}\n" not in page.text.toPlainText()
    click_on(page, qtbot, "… ")
    assert "line 199" in page.text.toPlainText()
    page.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("## System")
    assert "line 199" in copied


def test_personal_data_is_underlined_or_hidden(tab, qtbot):
    qtbot.waitUntil(lambda: tab.privacy.controller is not None)
    page = opened(tab, qtbot, 0)
    qtbot.waitUntil(lambda: MAIL in {mark.cursor.selectedText() for mark in page.text.extraSelections()})
    tab.privacy.set_hidden(True)
    qtbot.waitUntil(lambda: page.conversation is not None and tab.is_idle())
    assert "question 0" in page.text.toPlainText()
    assert MAIL not in page.text.toPlainText()
    assert MAIL not in page.head.text()
    tab.privacy.set_hidden(False)
    qtbot.waitUntil(lambda: MAIL in page.text.toPlainText() and tab.is_idle())


def test_an_answer_from_before_hiding_is_not_shown(tab, qtbot):
    qtbot.waitUntil(lambda: tab.privacy.controller is not None)
    page = opened(tab, qtbot, 0)
    follower = tab.panels.findings.insights.conversation
    follower.refresh(1)  # on its way
    tab.record_pane.hide()
    tab.privacy.set_hidden(True)
    qtbot.waitUntil(tab.is_idle)
    assert page.conversation is None
    tab.privacy.set_hidden(False)
    qtbot.waitUntil(tab.is_idle)


def test_a_record_without_messages_says_so(tab, qtbot):
    with qtbot.waitSignal(tab.message, timeout=30_000) as said:
        opened(tab, qtbot, 4)
    assert said.args == ["This record carries no messages to or from a model."]
    tab.table.show_record(9)
    qtbot.waitUntil(tab.is_idle)


def test_what_the_find_bar_looks_for_is_marked(tab, qtbot):
    page = opened(tab, qtbot, 3)
    tab.navigation.show_find()
    tab.find_bar.edit.setText("QUESTION 2")
    qtbot.waitUntil(lambda: "question 2" in {mark.cursor.selectedText() for mark in page.text.extraSelections()})
    tab.navigation.close_find()
    tab.find_bar.edit.clear()


def test_a_huge_message_and_a_record_without_any(qtbot, qapp, tmp_path):
    path = tmp_path / "huge.jsonl"
    records = [{"message": "start"}, {"messages": [{"role": "user", "content": "word " * 300_000}]}, {"message": "end"}]
    path.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    with tab_of(path, qapp) as view:
        qtbot.waitUntil(lambda: view.panels.findings is not None and view.is_idle())
        opened(view, qtbot, 0)
        assert not is_there(view)
        page = opened(view, qtbot, 1)
        assert is_there(view)
        assert len(page.text.toPlainText()) < 4000
        click_on(page, qtbot, "… ")
        assert OPEN_CHARS < len(page.text.toPlainText()) < OPEN_CHARS + 1000
        assert "see the raw text" in page.text.toPlainText()
