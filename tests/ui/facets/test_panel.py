"""The field list with the real engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aidebug_gui.store import open_log
from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import all_fields
from aidebug_gui.ui.facets.items import FieldItem, NoteItem, ValueItem
from aidebug_gui.ui.facets.panel import FacetPanel
from aidebug_gui.ui.filter.completion import field_suggestions

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FileLog]:
    """A hundred records: three levels, three models, forty tools, a number, markup as a value."""
    path = tmp_path / "log.jsonl"
    with path.open("w") as file:
        for n in range(100):
            record = {
                "timestamp": f"2026-01-02T10:00:{n % 60:02d}Z",
                "level": "ERROR" if n < 5 else "WARNING" if n < 20 else "INFO",
                "message": f"request {n} " + "x" * n,
                "model": ("alpha", "alpha", "beta", "<b>gamma</b>")[n % 4],
                "tool": f"tool-{n % 40:02d}",
                "score": n / 100,
            }
            file.write(json.dumps(record) + "\n")
    store = open_log(path)
    assert store.wait(30)
    yield store
    store.close()


@pytest.fixture
def panel(qtbot, store) -> Iterator[FacetPanel]:
    panel = FacetPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    panel.set_store(store)
    panel.show()
    qtbot.waitUntil(panel.is_idle)
    yield panel
    panel.jobs.close()


def field(panel: FacetPanel, name: str) -> FieldItem:
    return panel._items[name]


def values(panel: FacetPanel, name: str) -> dict[str, int]:
    item = field(panel, name)
    children = [item.child(row) for row in range(item.childCount())]
    return {child.text(0): child.count for child in children if isinstance(child, ValueItem)}


def value_item(panel: FacetPanel, name: str, title: str) -> ValueItem:
    item = field(panel, name)
    found = [item.child(row) for row in range(item.childCount()) if item.child(row).text(0) == title]
    assert isinstance(found[0], ValueItem)
    return found[0]


def place(panel: FacetPanel, item) -> QPoint:
    return panel.tree.visualItemRect(item).center()


def click(panel: FacetPanel, item, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, modifiers, place(panel, item))


def test_fields_are_listed_and_the_first_are_open(panel, store):
    assert list(panel._items) == [f.name for f in store.fields()]
    assert values(panel, "level") == {"error": 5, "warning": 15, "info": 80}
    assert values(panel, "model") == {"alpha": 50, "beta": 25, "<b>gamma</b>": 25}
    assert field(panel, "model").child(0).share == 0.5
    assert not field(panel, "score").isExpanded()


def test_click_includes_alt_click_excludes(qtbot, panel):
    with qtbot.waitSignal(panel.include_requested) as included:
        click(panel, value_item(panel, "model", "<b>gamma</b>"))
    assert included.args == ["model", "<b>gamma</b>"]
    with qtbot.waitSignal(panel.exclude_requested) as excluded:
        click(panel, value_item(panel, "level", "info"), ALT)
    assert excluded.args == ["level", "info"]


def test_what_is_included_is_what_was_counted(panel, store):
    for name in ("level", "model", "tool"):
        for title, count in values(panel, name).items():
            value = value_item(panel, name, title).value
            assert len(store.select(f'{name}:"{value}"')) == count


def test_keyboard(qtbot, panel):
    panel.tree.setCurrentItem(value_item(panel, "level", "error"))
    with qtbot.waitSignal(panel.include_requested) as included:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert included.args == ["level", "error"]
    with qtbot.waitSignal(panel.exclude_requested):
        QTest.keyClick(panel.tree, Qt.Key.Key_Return, ALT)
    panel.tree.setCurrentItem(field(panel, "score"))
    with qtbot.waitSignal(panel.plot_requested) as plotted:
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert plotted.args == ["score"]


def test_double_click_plots_a_number_and_folds_a_category(qtbot, panel):
    number = field(panel, "score")
    click(panel, number)
    with qtbot.waitSignal(panel.plot_requested) as plotted:
        QTest.mouseDClick(
            panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(panel, number)
        )
    assert plotted.args == ["score"]
    category = field(panel, "model")
    panel._on_double_clicked(category, 0)
    assert not category.isExpanded()


def test_more_values_on_demand(qtbot, panel):
    tool = field(panel, "tool")
    panel.tree.expandItem(tool)
    qtbot.waitUntil(panel.is_idle)
    assert len(values(panel, "tool")) == 10
    more = tool.child(10)
    assert isinstance(more, NoteItem)
    panel.tree.scrollToItem(more)
    click(panel, more)
    qtbot.waitUntil(panel.is_idle)
    assert len(values(panel, "tool")) == 40


def test_counts_follow_the_selection(qtbot, panel, store):
    panel.set_selection(store.select("level:error"))
    qtbot.waitUntil(panel.is_idle)
    assert values(panel, "level") == {"error": 5}
    assert sum(values(panel, "model").values()) == 5
    panel.set_selection(np.array([], dtype=np.int64))
    qtbot.waitUntil(panel.is_idle)
    assert field(panel, "model").child(0).text(0) == "no values here"
    panel.set_selection(None)
    qtbot.waitUntil(panel.is_idle)
    assert sum(values(panel, "level").values()) == 100


def test_search_hides_other_fields(panel):
    QTest.keyClicks(panel.search, "MOD")
    assert [name for name, item in panel._items.items() if not item.isHidden()] == ["model"]
    panel.search.clear()
    assert not any(item.isHidden() for item in panel._items.values())


@pytest.mark.parametrize(
    ("text", "signal", "args"),
    [
        ("Only these", "include_requested", ["model", "beta"]),
        ("Not these", "exclude_requested", ["model", "beta"]),
        ("Highlight rows with this value", "highlight_requested", ["model", "beta"]),
        ("Add as column", "column_requested", ["model"]),
    ],
)
def test_value_menu(qtbot, panel, text, signal, args):
    menu = panel.menu(value_item(panel, "model", "beta"))
    with qtbot.waitSignal(getattr(panel, signal)) as emitted:
        next(action for action in menu.actions() if action.text() == text).trigger()
    assert emitted.args == args


def test_copy_and_plot_from_the_menu(qtbot, panel):
    menu = panel.menu(value_item(panel, "model", "beta"))
    next(action for action in menu.actions() if action.text() == "Copy the value").trigger()
    assert QApplication.clipboard().text() == "beta"
    menu = panel.menu(field(panel, "score"))
    with qtbot.waitSignal(panel.plot_requested):
        next(action for action in menu.actions() if action.text() == "Plot it").trigger()


def test_another_log(qtbot, panel, tmp_path):
    path = tmp_path / "other.jsonl"
    path.write_text('{"message": "no level here", "city": "Ulm"}\n')
    other = open_log(path)
    try:
        assert other.wait(30)
        panel.set_store(other)
        qtbot.waitUntil(panel.is_idle)
        assert "score" not in panel._items
        panel.set_store(None)
        assert panel.tree.topLevelItemCount() == 0
    finally:
        panel.set_store(None)
        other.close()


def visible_fields(panel: FacetPanel) -> list[str]:
    return [name for name, item in panel._items.items() if not item.isHidden()]


def test_every_field_of_a_log_with_very_many_is_found_by_name(qtbot, panel, tmp_path):
    path = tmp_path / "wide.jsonl"
    names = [f"feature_{n:03d}" for n in range(423)]
    records = [dict.fromkeys(names, color) | {"level": "INFO", "message": "step"} for color in ("red", "blue")]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    log = open_log(path)
    assert log.wait(30)
    panel.set_store(log)
    qtbot.waitUntil(panel.is_idle)
    rest = panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1)
    listed = len([name for name in panel._items if name.startswith("feature_")])
    assert listed < 423
    assert rest.text(0) == f"{423 - listed} more: find by name"
    panel.activateWindow()
    panel.tree.itemClicked.emit(rest, 0)
    qtbot.waitUntil(panel.search.hasFocus)
    qtbot.keyClicks(panel.search, "feature_42")
    assert visible_fields(panel) == ["feature_420", "feature_421", "feature_422"]
    assert rest.isHidden()
    field(panel, "feature_422").setExpanded(True)
    qtbot.waitUntil(panel.is_idle)
    assert values(panel, "feature_422") == {"blue": 1, "red": 1}
    panel.search.setText("feature_4")
    assert len(visible_fields(panel)) == 23
    panel.search.clear()
    assert "feature_422" not in panel._items
    assert not rest.isHidden()
    assert panel.tree.topLevelItem(panel.tree.topLevelItemCount() - 1) is rest
    panel.set_store(None)
    log.close()


def test_a_field_beyond_those_listed_is_known_to_the_filter(tmp_path):
    path = tmp_path / "wide.jsonl"
    record = {f"feature_{n:03d}": n if n % 2 else "red" for n in range(423)}
    path.write_text((json.dumps(record) + "\n") * 2)
    log = open_log(path)
    assert log.wait(30)
    (found,) = field_suggestions("feature_421", all_fields(log))
    assert found.insert == "feature_421>"  # a number
    assert hints("feature_420:blue", all_fields(log)) == []
    log.close()
