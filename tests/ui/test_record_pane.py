"""The record pane in a tab of its own."""

from __future__ import annotations

from tests.ui.conftest import tab_of


def test_a_record_that_is_not_read_yet_is_shown_when_it_is(qtbot, qapp, tmp_path):
    path = tmp_path / "growing.log"
    line = "2026-01-01 10:00:0{0},000 - app - INFO - row {0}\n"
    path.write_text(line.format(0))
    with tab_of(path, qapp, follow=True) as view:
        pane = view.record_pane
        pane.show()
        qtbot.waitUntil(lambda: pane.record is not None)
        pane.show_record(1)
        qtbot.waitUntil(lambda: pane.record is None and view.is_idle())
        with path.open("a") as file:
            file.write(line.format(1))
        qtbot.waitUntil(lambda: pane.record is not None and pane.record.record == 1)
        assert "row 1" in pane.raw.toPlainText()


def test_a_level_that_the_log_does_not_name_is_marked(qtbot, qapp, tmp_path):
    path = tmp_path / "app.jsonl"
    path.write_text('{"msg": "a", "level": "error"}\n{"msg": "b", "error": "no"}\n')
    with tab_of(path, qapp) as view:
        pane = view.record_pane
        pane.show()
        titles = []
        for number in (0, 1):
            pane.show_record(number)
            qtbot.waitUntil(lambda number=number: pane.record is not None and pane.record.record == number)
            titles.append(pane._title.text())
    assert ["derived" in title for title in titles] == [False, True]
    assert all("ERROR" in title for title in titles)
