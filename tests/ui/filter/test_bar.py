"""The filter bar: typing, errors in place, history, suggestions, level buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from aidebug_gui.store.protocol import FilterError
from aidebug_gui.ui.filter.bar import FilterBar


@pytest.fixture
def bar(qtbot, store, jobs):
    bar = FilterBar(store, jobs)
    qtbot.addWidget(bar)
    bar.resize(900, 300)
    bar.show()
    bar.edit.setFocus()
    bar.show_counts({10: 200, 20: 600, 30: 200, 40: 200})
    return bar


def suggestions(bar) -> list[str]:
    return (
        [bar.suggesting.list.item(at).text() for at in range(bar.suggesting.list.count())]
        if bar.suggesting.list.isVisible()
        else []
    )


def test_enter_applies(qtbot, bar):
    qtbot.keyClicks(bar.edit, "level>=error")
    with qtbot.waitSignals([bar.filter_requested, bar.entered]), qtbot.waitSignal(bar.filter_requested) as asked:
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    assert asked.args == ["level>=error"]
    bar.edit.setText("level>=wran")
    with qtbot.assertNotEmitted(bar.entered):  # what is wrong is mended in the line
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return)


def test_typing_applies_when_it_can_be_read(qtbot, bar):
    asked = []
    bar.filter_requested.connect(asked.append)
    qtbot.keyClicks(bar.edit, "score<0.3 (")
    assert not bar.is_idle()
    qtbot.waitUntil(bar.is_idle)
    assert asked == []
    assert bar.message.isHidden()
    qtbot.keyClick(bar.edit, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: asked == ["score<0.3 "])


def test_error_is_marked_and_told(qtbot, bar):
    asked = []
    bar.filter_requested.connect(asked.append)
    bar.edit.setText("level>=wran score<1")
    before = bar.edit.grab().toImage()
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    assert asked == []
    assert "wran" in bar.message.text()
    assert bar.message.isVisible()
    assert bar.edit.grab().toImage() != before
    assert bar.edit.text() == "level>=wran score<1"
    qtbot.keyClicks(bar.edit, "x")
    assert bar.message.isHidden()


def test_error_of_the_engine_is_told(bar):
    bar.edit.setText("logger~x")
    bar.show_error(FilterError("This is not valid.", 7, 1))
    assert bar.message.text() == "This is not valid. Nothing is filtered so far."


def test_history(qtbot, bar):
    for query in ("level:error", "score<0.3"):
        bar.set_filter(query)
        bar.show_applied(query)
    bar.edit.setText("draft")
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(bar.edit, key)
        seen.append(bar.text())
        bar.suggesting.hide()
    assert seen == ["score<0.3", "level:error", "level:error", "score<0.3", "draft"]


def test_fields_are_suggested_and_taken(qtbot, bar):
    qtbot.keyClicks(bar.edit, "mod")
    assert suggestions(bar)[0] == "model"
    qtbot.keyClick(bar.edit, Qt.Key.Key_Tab)
    assert bar.text() == "model:"


def test_values_are_suggested_with_counts(qtbot, bar):
    qtbot.keyClicks(bar.edit, "model:")
    qtbot.waitUntil(lambda: bar.suggesting.list is not None and "gpt-4o" in suggestions(bar))
    qtbot.keyClicks(bar.edit, "gp")
    qtbot.waitUntil(lambda: suggestions(bar) == ["gpt-4o"])
    qtbot.keyClick(bar.edit, Qt.Key.Key_Down)
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    assert bar.text() == "model:gpt-4o"


def test_enter_without_a_choice_applies(qtbot, bar):
    qtbot.keyClicks(bar.edit, "level:")
    assert "error" in suggestions(bar)
    qtbot.keyClicks(bar.edit, "error")
    with qtbot.waitSignal(bar.filter_requested):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return)


def test_escape_closes_suggestions_then_leaves(qtbot, bar):
    qtbot.keyClicks(bar.edit, "sco")
    assert suggestions(bar)
    with qtbot.assertNotEmitted(bar.left):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert not suggestions(bar)
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)


def test_level_buttons_write_into_the_filter(qtbot, bar):
    qtbot.mouseClick(bar.levels.button(20), Qt.MouseButton.LeftButton)
    assert bar.text() == "level:(debug or warning or error)"
    bar.show_applied(bar.text())
    assert not bar.levels.button(20).isChecked()
    qtbot.mouseClick(bar.levels.button(20), Qt.MouseButton.LeftButton)
    assert bar.text() == ""


def test_only_this_level(bar):
    bar.levels.button(30).only_action.trigger()
    assert bar.text() == "level:warning"


def test_buttons_keep_the_rest_of_the_filter(qtbot, bar):
    bar.set_filter("model:gpt-4o")
    bar.show_applied("model:gpt-4o")
    bar.levels.button(40).only_action.trigger()
    assert bar.text() == "model:gpt-4o level:error"


def test_clicked_terms_combine(bar):
    bar.add_term("model", ":", "gpt-4o")
    bar.add_term("model", ":", "fraud v3")
    assert bar.text() == 'model:(gpt-4o or "fraud v3")'
    bar.add_term("logger", ":", "uvicorn", exclude=True)
    assert bar.text().endswith("-logger:uvicorn")
    bar.set_bound("score>0.8")
    assert bar.text().endswith("score>0.8")
    bar.set_bound("score<0.35")
    assert bar.text().endswith("-logger:uvicorn score<0.35")


def test_a_term_joins_an_or_in_brackets(bar):
    bar.set_filter("score<0.3 or label:spam")
    bar.set_bound("latency_ms>5")
    assert bar.text() == "(score<0.3 or label:spam) latency_ms>5"


def test_clear_button_applies(qtbot, bar):
    bar.set_filter("timeout")
    bar.show_applied("timeout")
    with qtbot.waitSignal(bar.filter_requested) as asked:
        bar.edit.clear()
    assert asked.args == [""]
