"""A small window: the message stays in view, panels step aside and come back, what the user chose stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.fixture
def shown(qtbot, used_view):
    qtbot.waitUntil(lambda: used_view.panels.findings is not None and used_view.is_idle())
    return used_view


def message_in_view(view):
    header, names = view.table.header, view.table.header.column_names()
    left = header.sectionViewportPosition(names.index("message"))
    return min(view.table.viewport().width() - left, header.sectionSize(names.index("message")))


def test_the_message_stays_in_view(qtbot, shown):
    view, char_width = shown, shown.table.style_of_rows.char_width
    view.table.header.fit_columns()
    natural = [view.table.header.sectionSize(at) for at in range(4)]
    for width in (899, 640, 400):
        view.resize(width, 480)
        qtbot.waitUntil(view.panels.fields.isHidden)
        assert message_in_view(view) >= 14 * char_width, width
    view.resize(1400, 800)
    qtbot.waitUntil(lambda: not view.panels.fields.isHidden())
    assert [view.table.header.sectionSize(at) for at in range(4)] == natural


def test_panels_step_aside_and_come_back_unless_the_user_chose(qtbot, view):
    qtbot.waitUntil(lambda: view.panels.findings is not None and view.is_idle())
    fields, plots = view.panels.fields, view.panels.plots
    view.resize(500, 300)
    assert fields.isHidden()
    assert plots.isHidden()
    assert view.narrow.hides(fields)
    assert view.filter_bar.levels.button(40)._texts()[0] == "E"
    view.panels.toggle_fields()  # the user wants them all the same
    view.resize(480, 300)
    assert not fields.isHidden()
    view.resize(1400, 800)
    assert not fields.isHidden()
    assert not plots.isHidden()
    assert view.filter_bar.levels.button(40)._texts()[0] == "ERROR"
    view.panels.toggle_plots()  # hidden by the user: stays hidden
    view.resize(500, 300)
    assert not view.narrow.hides(plots)
    view.resize(1400, 800)
    assert plots.isHidden()


def test_sorting_shows_the_first_rows_unless_somebody_went_to_one(qtbot, shown):
    view, table = shown, shown.table
    view.session.sort_by("latency_ms", True)
    qtbot.waitUntil(lambda: view.is_idle() and table.log_model.record_at(0) == 699)
    assert table.visible_positions()[0] == 0
    table.show_record(5)
    view.session.sort_by("latency_ms", False)
    qtbot.waitUntil(lambda: view.is_idle() and table.log_model.record_at(0) == 0)
    assert table.current_record() == 5


def test_two_quick_clicks_on_a_header_count_twice(qtbot, shown):
    view, header = shown, shown.table.header
    at = header.column_names().index("score")
    place = header.viewport().rect().topLeft()
    place.setX(header.sectionViewportPosition(at) + header.sectionSize(at) // 2)
    place.setY(header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert view.session.sort is not None
    qtbot.waitUntil(view.is_idle)
    asked = []
    header.sort_requested.connect(lambda name, wish: asked.append(wish))
    header._sort = None
    header.sectionClicked.emit(at)
    header.sectionDoubleClicked.emit(at)  # before any row is sorted
    header.sectionClicked.emit(at)
    assert asked == [False, True, None]


def test_after_a_wrong_filter_it_says_what_is_shown(qtbot, shown):
    bar = shown.filter_bar
    bar.set_filter("score>")
    assert bar.message.text().endswith("Nothing is filtered so far.")
    bar.set_filter("level:error")
    qtbot.waitUntil(lambda: shown.session.query == "level:error")
    bar.set_filter("score>")
    assert bar.message.text().endswith("The table still shows: level:error")


def test_a_column_that_is_shown_is_not_offered_again(shown):
    from aidebug_gui.formats.columns import Kind
    from aidebug_gui.ui.value_menu import MenuValue

    def texts(menu):
        return [action.text() for action in menu.actions()]

    assert "Add as column" not in texts(shown.value_menu.menu(MenuValue("score", Kind.NUMBER, 0.5)))
    assert "Add as column" in texts(shown.value_menu.menu(MenuValue("model", Kind.CATEGORY, "x")))
    items = shown.panels.fields._items
    assert "Add as column" not in texts(shown.panels.fields.menu(items["score"]))
    assert "Add as column" in texts(shown.panels.fields.menu(items["model"]))
