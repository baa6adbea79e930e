from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel

INCIDENT = "time>=02:31 time<02:50"


@pytest.fixture
def page(view):
    return view.panels.findings.insights.differences.page


def compared(view, qtbot, query: str):
    view.filter_bar.set_filter(query)
    qtbot.waitUntil(lambda: view.session.query == query and view.is_idle())
    view.panels.insights.differences()
    qtbot.waitUntil(view.is_idle)


def texts(page, column: int) -> list[str]:
    model = page.sheet.sheet_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(page, column: int, text: str) -> None:
    page.sheet.selectRow(texts(page, column).index(text))


def test_nothing_is_compared_while_everything_is_shown(view, page, qtbot):
    with qtbot.waitSignal(view.message) as told:
        view.panels.insights.differences()
    assert "Nothing to compare yet" in told.args[0]


def test_what_differs_in_a_stretch_becomes_a_filter(view, page, qtbot):
    compared(view, qtbot, INCIDENT)
    panel = view.panels.findings.panel
    assert panel.is_open
    assert panel.body.currentWidget() is page
    assert page.head.text().startswith("How these 747 records differ from 2,429 others")
    assert "time" not in texts(page, 1)
    choose(page, 2, "v4")
    page.only.click()
    qtbot.waitUntil(lambda: view.session.query == f"{INCIDENT} model_version:v4")
    page.without.click()
    qtbot.waitUntil(lambda: view.session.query == f"{INCIDENT} -model_version:v4")


def test_a_number_becomes_a_bound_and_a_message_a_fixed_selection(view, page, qtbot):
    compared(view, qtbot, INCIDENT)
    choose(page, 1, "Latency")
    page.sheet.activated_row.emit(page.sheet.current_row())
    qtbot.waitUntil(lambda: view.session.query.startswith(f"{INCIDENT} latency_ms>"))
    qtbot.waitUntil(view.is_idle)
    assert 300 < view.session.shown < 402
    view.clear_filter()
    message = next(text for text in texts(page, 2) if text.startswith("Feature store did not answer"))
    choose(page, 2, message)
    page.only.click()
    qtbot.waitUntil(lambda: view.session.pinned is not None and view.is_idle())
    shown = view.session.shown
    assert shown == len(view.session.pinned.rows)
    page.without.click()
    qtbot.waitUntil(lambda: view.session.shown == 3176 - shown and view.is_idle())


def test_rows_that_are_selected_against_as_long_before(view, page, qtbot):
    table = view.table
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.log_model.index(2000, 0), flags.ClearAndSelect | flags.Rows)
    table.selectionModel().select(table.log_model.index(2100, 0), flags.Select | flags.Rows)
    view.panels.insights.differences()
    page.against.setCurrentIndex(1)
    qtbot.waitUntil(view.is_idle)
    assert "These 2 records" in page.head.text() or "How these 2 records" in page.head.text()
    page.against.setCurrentIndex(0)
    qtbot.waitUntil(view.is_idle)
    assert "3,174 others" in page.head.text()
    table.show_position(0)


def test_a_stretch_that_is_zoomed_to(view, page, qtbot):
    window = view.panels.plots.window_x
    first = window.from_ns(view.session.store.time_range()[0])
    window.show_range(first, first + 600)
    view.panels.insights.differences()
    qtbot.waitUntil(view.is_idle)
    assert "differ" in page.head.text()
    window.reset()
