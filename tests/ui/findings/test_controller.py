from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from aidebug_gui.store import open_log
from aidebug_gui.ui.findings.entries import Group
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.values import second_text


@pytest.fixture
def panel(view):
    return view.panels.findings.panel


def titles(panel) -> list[str]:
    return [entry.finding.title for entry in panel.list.entries()]


def choose(panel, title: str):
    panel.list.choose(titles(panel).index(title))
    return panel.list.current()


def test_counts_are_told_without_opening_the_list(panel):
    assert not panel.is_open
    assert panel.height() <= panel.summary.sizeHint().height()
    assert panel.summary.chip(Group.CRITICAL).text() == "1 critical"
    assert panel.summary.chip(Group.ERROR).text().endswith("errors")
    assert "A process was killed from outside" in panel.summary.headline.text()


def test_n_and_p_walk_through_the_findings_and_the_table_follows(view, panel, qtbot):
    view.panels.next_finding()
    assert panel.is_open
    first = panel.list.current()
    assert first.finding.title == "A process was killed from outside"
    assert view.table.current_record() == first.first_record == 1919
    view.panels.next_finding()
    assert panel.list.currentRow() == 1
    assert view.table.current_record() == panel.list.current().first_record
    assert view.panels.plots.current.record == view.table.current_record()
    view.panels.previous_finding()
    assert panel.list.current() is first
    with qtbot.waitSignal(view.message):
        view.panels.previous_finding()
    assert panel.list.currentRow() == panel.list.count() - 1


def test_a_count_goes_to_the_first_of_its_group(view, panel):
    panel.summary.chip(Group.WARNING).click()
    assert panel.is_open
    assert panel.list.current().group is Group.WARNING
    assert panel.list.entries()[panel.list.currentRow() - 1].group is not Group.WARNING


def test_a_finding_is_explained_and_copied(view, panel, qtbot):
    entry = choose(panel, "Something did not answer in time")
    detail = panel.detail
    assert detail.sentence.text() == entry.finding.sentence
    assert entry.finding.cause in detail.cause.text()
    assert entry.finding.fix in detail.fix.text()
    detail.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Something did not answer in time" in text
    assert "What helps: " in text


def test_only_its_records_and_back(view, panel, qtbot):
    panel.set_open(True)
    entry = choose(panel, "Something did not answer in time")
    panel.detail.only.click()
    qtbot.waitUntil(lambda: view.session.shown == len(entry.finding.rows))
    assert np.array_equal(view.session.order, entry.finding.rows)
    assert view.filter_bar.chip.isVisible()
    assert "Something did not answer in time · 263" in view.filter_bar.chip.text()
    view.filter_bar.set_filter("level:error")
    qtbot.waitUntil(lambda: view.session.shown == 38)
    view.filter_bar.set_filter("")
    qtbot.waitUntil(lambda: view.session.shown == 263)
    view.filter_bar.chip.click()
    qtbot.waitUntil(lambda: view.session.selection is None)
    assert not view.filter_bar.chip.isVisible()
    assert not panel.detail.only.isChecked()


def test_the_walk_goes_on_with_only_the_records_of_the_next_one(view, panel, qtbot):
    choose(panel, "A process was killed from outside")
    panel.detail.only.click()
    qtbot.waitUntil(lambda: view.session.shown == 1)
    view.panels.next_finding()
    rows = panel.list.current().finding.rows
    qtbot.waitUntil(lambda: view.session.shown == len(rows))
    qtbot.waitUntil(lambda: view.table.current_record() == rows[0])


def test_escape_takes_the_fixed_selection_away_before_the_filter(view, panel, qtbot):
    view.filter_bar.set_filter("level>=warning")
    qtbot.waitUntil(view.is_idle)
    choose(panel, "A retry storm")
    panel.detail.only.click()
    qtbot.waitUntil(view.is_idle)
    view.way_back.step()
    assert view.session.pinned is None
    qtbot.waitUntil(view.is_idle)
    assert view.session.query == "level>=warning"
    view.way_back.step()
    qtbot.waitUntil(lambda: view.session.query != "level>=warning")


def test_a_filter_that_hides_a_finding_is_told(view, panel, qtbot):
    view.filter_bar.set_filter("level:debug")
    qtbot.waitUntil(view.is_idle)
    with qtbot.waitSignal(view.message) as told:
        choose(panel, "A process was killed from outside")
    assert "filter hides this record" in told.args[0]


def test_the_records_of_the_chosen_finding_are_marked_in_the_table(view, panel):
    entry = choose(panel, "Requests were received and never returned")
    assert view.table.style_of_rows.extras.marked == set(entry.finding.rows.tolist())


def test_events_of_the_numbers_are_marked_in_their_lanes(view, panel, qtbot):
    plots = view.panels.plots
    canvas = plots.lane("score").canvas
    (event,) = canvas.events.events()
    assert "stuck at 0.5" in event.text
    first_x, last_x = canvas.events.span(event)
    assert first_x < last_x
    top = QPointF(first_x, canvas.y_range[1])
    assert canvas.describe(top) == event.text
    assert canvas.describe(QPointF(first_x, canvas.y_range[0])) != event.text
    with qtbot.waitSignal(plots.record_clicked) as clicked:
        canvas.clicked.emit(top.x(), top.y())
    assert clicked.args == [event.first]
    assert plots.strip.events.events()  # those of the errors


def test_events_wait_for_their_lane(view):
    plots = view.panels.plots
    plots.remove_lane("score")
    plots.add_lane("score")
    assert plots.lane("score").canvas.events.events()


def test_stop_and_look_again(view, panel, qtbot):
    findings = view.panels.findings
    before = titles(panel)
    panel.summary.search.click()
    assert findings.search.is_running
    panel.summary.search.click()
    assert not findings.search.is_running
    assert titles(panel) == before
    panel.summary.search.click()
    qtbot.waitUntil(view.is_idle)
    assert titles(panel) == before


def test_records_with_other_numbers_are_searched_again(view, panel, qtbot):
    before = titles(panel)
    with qtbot.waitSignal(view.panels.findings.search.finished):
        view.session.renumbered.emit()
        view.session.state_changed.emit()
    assert titles(panel) == before


def test_personal_data_is_listed_last(view, panel, qtbot):
    assert "personal data" in panel.summary.chip(Group.PERSONAL).text()
    last = panel.list.entries()[-1]
    assert last.group is Group.PERSONAL
    assert last.finding.title == "E-mail address in the field “input”"


def test_a_tab_can_be_closed_while_the_search_goes_on(qtbot, actions, incident):
    view = LogView(open_log(incident.path), incident.path, actions)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.panels.findings is not None)
    findings = view.panels.findings
    qtbot.waitUntil(lambda: findings.search.is_running)
    view.close_log()
    assert not findings.search.is_running


def test_times_have_dates_where_the_log_goes_over_days(qtbot, actions, tmp_path, panel):
    assert not panel.list.dated
    path = tmp_path / "days.log"
    path.write_text("".join(f"2026-03-0{day} 10:00:00,000 - app - ERROR - CUDA out of memory\n" for day in (1, 4)))
    view = LogView(open_log(path), path, actions)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.panels.findings is not None and view.is_idle())
    shown = view.panels.findings.panel.list
    assert shown.dated
    (entry,) = (entry for entry in shown.entries() if entry.finding.kind == "cuda_oom")
    assert second_text(entry.finding.first_ns, dated=shown.dated).startswith("2026-03-01 ")
    view.close_log()


def test_a_large_log_is_looked_through_only_when_asked(qtbot, actions, monkeypatch, tmp_path):
    monkeypatch.setattr("aidebug_gui.ui.findings.controller.most_unasked", lambda: 10)
    path = tmp_path / "large.log"
    path.write_text("ERROR:root:CUDA out of memory\n" * 3)
    view = LogView(open_log(path), path, actions)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.panels.findings is not None and view.is_idle())
    panel = view.panels.findings.panel
    assert not panel.list.count()
    assert "large" in panel.summary.headline.text()
    panel.summary.search.click()
    qtbot.waitUntil(lambda: panel.list.count() > 0 and view.is_idle())
    view.close_log()
