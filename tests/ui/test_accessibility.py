"""Without a mouse and without eyes: names and roles of everything, Tab and F6 through all parts, cells as texts."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from aidebug_gui.ui.actions import ACTIONS, Scope
from aidebug_gui.ui.highlights.rules import COLOURS
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.state import memory
from aidebug_gui.ui.theme import ThemeManager, load_theme
from tests.ui.conftest import wait_until

INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QAbstractSpinBox, QPlainTextEdit)
NOT_STOPPED_AT = {"NewRowsChip": "Ctrl+End does the same", "CloseButton": "Ctrl+W does the same"}


@pytest.fixture(scope="module")
def opened(qapp, log_path):
    """One window with everything open, for all tests here: none of them changes what the others look at."""
    memory().forget()
    themes = ThemeManager()
    themes.choose("light")
    window = MainWindow(themes)
    window.resize(1500, 950)
    window.show()
    window.open_paths([log_path])
    wait_until(lambda: window.view is not None and window.is_idle() and window.view.panels.findings is not None)
    window.view.record_room.toggle()
    window.view.bookmarks.toggle()
    window.view.bookmarks.show_list()
    wait_until(window.is_idle)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def full(qtbot, opened):
    opened.activateWindow()
    opened.view.focus_table()
    qtbot.waitUntil(opened.view.table.hasFocus)
    return opened


def visible_widgets(window):
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless_in(top):
    """Return what takes the keyboard and has no name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in visible_widgets(top)
        if (isinstance(widget, INTERACTIVE) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(widget, (QHeaderView, QTabBar))
        and not (isinstance(widget.parent(), QTabBar) and isinstance(widget, QAbstractButton))
        and not widget.focusProxy()
        and not name_of(widget)
    ]


def not_stopped_at(top):
    """Return what can be used and is passed by Tab."""
    missing = []
    for widget in visible_widgets(top):
        is_part = isinstance(widget, QHeaderView) or isinstance(widget.parent(), (QTabBar, QLineEdit))
        is_asked = isinstance(widget, INTERACTIVE) and not is_part and type(widget).__name__ not in NOT_STOPPED_AT
        if is_asked and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            missing.append(f"{type(widget).__name__} {name_of(widget)} in {type(widget.parent()).__name__}")
    return missing


def test_whatever_takes_the_keyboard_has_a_name(full):
    assert nameless_in(full) == []


def test_tab_stops_at_everything_that_can_be_used(full):
    assert not_stopped_at(full) == []


def test_tab_follows_the_parts_as_they_stand(full):
    view = full.view
    stops, widget = [], view.filter_bar.edit
    for _ in range(400):
        stops.append(widget)
        widget = widget.nextInFocusChain()
        if widget is view.filter_bar.edit:
            break
    parts = [
        view.filter_bar.edit,
        view.filter_bar.levels.button(40),
        view.panels.fields.tree,
        view.panels.plots.strip,
        view.table,
        view.record_pane.fields,
        view.panels.findings.panel.summary.toggle,
    ]
    assert [stops.index(part) for part in parts] == sorted(stops.index(part) for part in parts)


def test_f6_goes_through_all_parts_and_back(qtbot, full):
    view = full.view
    seen = [QApplication.focusWidget()]
    for _ in range(len(view.focus_cycle.panes())):
        full.actions_["next_pane"].trigger()
        seen.append(QApplication.focusWidget())
    assert seen[0] is seen[-1] is view.table
    assert len(set(seen)) == 6
    full.actions_["previous_pane"].trigger()
    assert QApplication.focusWidget() is seen[-2]


def test_every_action_is_in_a_menu_and_has_a_text(full):
    in_menus = {action.objectName() for menu in full.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {spec.name for spec in ACTIONS} <= in_menus
    for menu in full.menuBar().actions():
        assert "&" in menu.text(), menu.text()


def test_the_menu_key_opens_the_menu_of_the_current_cell(qtbot, full):
    table = full.view.table
    column = table.header.column_names().index("score")
    table.setCurrentIndex(table.log_model.index(3, column))
    asked = []
    table.value_menu_requested.connect(lambda record, name, _place: asked.append((record, name)))
    place = table.visualRect(table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert asked == [(3, "score")]
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()


def test_a_column_is_sorted_and_the_current_cell_seen_without_a_mouse(qtbot, full):
    table = full.view.table
    column = table.header.column_names().index("latency_ms")
    table.setCurrentIndex(table.log_model.index(2, column))
    table.setFocus()
    picture = table.viewport().grab().toImage()
    box = table.visualRect(table.currentIndex())
    current = table.style_of_rows.theme.colors["current"]
    assert picture.pixelColor(box.center().x(), box.bottom() - 2) == current
    other = table.visualRect(table.log_model.index(2, table.header.column_names().index("level")))
    assert picture.pixelColor(other.center().x(), other.bottom() - 2) != current
    qtbot.keyClick(table, Qt.Key.Key_S)
    assert full.view.session.sort == ("latency_ms", False)
    qtbot.keyClick(table, Qt.Key.Key_S)
    assert full.view.session.sort == ("latency_ms", True)
    full.view.use_log_order()
    qtbot.waitUntil(full.is_idle)


def test_a_screen_reader_reads_rows_and_cells(full):
    table = full.view.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Log records"
    names = table.header.column_names()
    width = len(names) + 1  # Qt counts the row header, and the header as a row
    assert interface.childCount() == width * 1201

    def cell(row, name):
        return interface.child((row + 1) * width + 1 + names.index(name))

    assert interface.child(1 + names.index("score")).text(QAccessible.Text.Name) == "Score"
    assert cell(5, "line").text(QAccessible.Text.Name) == "line 6, error, request 5 served"
    assert cell(5, "score").text(QAccessible.Text.Name) == "Score: 0.05"
    assert cell(5, "score").role() == QAccessible.Role.Cell


def test_levels_differ_in_more_than_colour(qapp):
    for theme in ("light", "dark", "high_contrast"):
        styles = [load_theme(theme).level(level) for level in (20, 30, 40, 50)]
        assert len({style.bar_width for style in styles}) == 4, theme
        assert len({int(style.weight) for style in styles}) == 4, theme


def contrast(first, second):
    def luminance(colour):
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("theme", "least"), [("light", 4.5), ("dark", 4.5), ("high_contrast", 7.0)])
def test_texts_can_be_read_on_their_background(qapp, theme, least):
    """The bounds are those of WCAG 2: AA, and AAA for high contrast."""
    style = load_theme(theme)
    base = style.palette.base().color()
    for level in (0, 5, 10, 20, 30, 40, 50):
        assert contrast(style.level(level).text, base) >= least, level
        if theme != "high_contrast":
            assert contrast(style.level(level).text, style.palette.highlight().color()) >= 4.0, level
    assert contrast(style.palette.highlightedText().color(), style.palette.highlight().color()) >= least
    for name in ("muted", "line_number", "error"):
        assert contrast(style.colors[name], base) >= least, name
    assert contrast(base, style.colors["current"]) >= least  # the line number of a bookmark
    assert contrast(style.colors["notice_text"], style.colors["notice"]) >= least


@pytest.mark.parametrize(("theme", "least"), [("light", 4.5), ("dark", 4.5), ("high_contrast", 7.0)])
def test_highlights_leave_texts_readable_and_can_be_told_apart(qapp, theme, least):
    style = load_theme(theme)
    base = style.palette.base().color()
    texts = [style.level(level).text for level in (0, 5, 10, 20, 30, 40, 50)]
    texts += [style.colors["muted"], style.palette.text().color()]
    assert tuple(sorted(style.highlights)) == tuple(sorted(COLOURS))
    for name, colours in style.highlights.items():
        assert min(contrast(text, colours.tint) for text in texts) >= least, name
        assert contrast(colours.mark, base) >= 3, name  # WCAG 2.1, 1.4.11
        others = [other for other in style.highlights.values() if other is not colours]
        assert min(distance(colours.tint, other.tint) for other in others) > 8, name
        assert min(distance(colours.mark, other.mark) for other in others) > 20, name
        assert distance(colours.tint, base) > 10, name


def distance(first, second):
    """Return how far two colours are from each other in the CIE's Lab space: 2.3 is just seen, side by side."""

    def lab(colour):
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
        )
        x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888
        fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
        return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)

    return math.dist(lab(first), lab(second))


def test_single_letters_do_not_work_while_a_text_is_typed(qtbot, full):
    assert all(spec.scope is not Scope.WINDOW for spec in ACTIONS if len(spec.shortcut) == 1)
    edit = full.view.filter_bar.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "besnp")
    assert edit.text() == "besnp"
    assert full.view.session.sort is None
