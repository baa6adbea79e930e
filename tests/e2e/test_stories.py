"""What a user does with a log, through the real window: keys and mouse in, what is on screen out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import INCIDENT, SERVER
from tests.e2e.program import Program

pytestmark = pytest.mark.e2e


def shown(program: Program) -> int:
    """Return how many records the table shows, once it shows what was asked for."""
    program.settle()
    count: int = program.ask("table().log_model.total")
    return count


def filtered(program: Program) -> str:
    program.settle()
    text: str = program.ask("view().filter_bar.text()")
    assert text == program.ask("view().session.query")
    return text


def current_line(program: Program) -> int:
    program.settle()
    line: int = program.ask("current_line()")
    return line


def set_filter(program: Program, text: str) -> None:
    program.key("ctrl+l")
    program.until("view().filter_bar.edit.hasFocus()")
    program.type(text)
    program.key("Return")
    program.until(f"view().session.query == {text!r}")
    program.settle()


def test_two_files_are_two_tabs(empty: Program) -> None:
    program = empty
    program.start_again(INCIDENT, SERVER)
    assert program.until("window().tabs.count() == 2")
    assert program.ask("[window().tabs.tabText(at) for at in range(2)]") == ["incident.jsonl", "server.log"]
    assert program.ask("window().tabs.currentIndex()") == 0
    first = program.ask("window().windowTitle()")
    program.key("ctrl+Tab")
    program.until(f"window().windowTitle() != {first!r}")
    program.settle()
    program.shot("two_tabs")
    program.key("ctrl+w")
    program.until("window().tabs.count() == 1")
    program.key("ctrl+w")
    program.until("window().tabs.count() == 0")
    program.settle()
    program.shot("empty_window")


def test_open_dialog(empty: Program, tmp_path: Path) -> None:
    path = tmp_path / "night shift & co.log"
    path.write_text("INFO:root:Prediction: 0.8347\nWARNING:root:Anomaly detected at index 17\n")
    program = empty
    program.key("ctrl+o")
    program.until("dialog() is not None and dialog().isActiveWindow()")
    program.shot("open_dialog")
    program.type(str(path))
    program.key("Return")
    program.until("window().tabs.count() == 1")
    assert shown(program) == 2
    program.shot("two_records")


def test_typing_a_filter(incident: Program) -> None:
    program = incident
    everything = shown(program)
    program.shot("incident")
    program.key("ctrl+l")
    program.type("mode")
    program.until("view().filter_bar.suggesting.list is not None and view().filter_bar.suggesting.list.isVisible()")
    program.shot("completion_of_fields")
    program.key("Down", "Tab")
    program.until("view().filter_bar.text() == 'model:'")
    program.until("view().filter_bar.suggesting.list.isVisible() and view().filter_bar.suggesting.list.count() > 0")
    program.shot("completion_of_values")
    program.key("Escape", "ctrl+a")
    program.type("level>=warning score>0.9")
    program.key("Return")
    program.until("view().session.query == 'level>=warning score>0.9'")
    assert 0 <= shown(program) < everything
    program.key("ctrl+l")
    program.type("model:nothing")
    program.key("Return")
    program.until("view().session.query == 'model:nothing'")
    assert shown(program) == 0
    program.shot("filter_without_records")
    program.key("ctrl+l")
    program.type("level>=wrning")
    program.key("Return")
    program.until("view().filter_bar.message.isVisible()")
    assert "wrning" in program.ask("view().filter_bar.message.text()")
    program.shot("filter_error")
    program.key("ctrl+a", "BackSpace")
    program.until("view().session.query == ''")
    assert shown(program) == everything
    assert not program.ask("view().filter_bar.message.isVisible()")


def test_a_filter_with_a_name(incident: Program) -> None:
    program = incident
    set_filter(program, "level>=error score>0.5")
    program.key("ctrl+shift+s")
    program.until("dialog() is not None and dialog().isActiveWindow() and dialog().edit.hasFocus()")
    program.type("sure errors")
    program.shot("save_filter")
    program.key("Return")
    program.until("dialog() is None")
    program.focus()
    program.key("ctrl+shift+x")
    program.until("view().session.query == ''")
    program.key("ctrl+h")
    program.until("menu_texts() != []")
    program.shot("saved_filters")
    assert program.ask("menu_texts()")[0].startswith("sure errors")
    program.key("Return")
    program.until("view().session.query == 'level>=error score>0.5'")
    program.key("ctrl+shift+x")
    program.until("view().session.query == ''")
    program.key("ctrl+shift+p")
    program.until("window().palette_.isVisible()")
    program.type("sure")
    program.until("window().palette_.list.topLevelItem(0).text(0) == 'Filter: sure errors'")
    program.key("Return")
    program.until("view().session.query == 'level>=error score>0.5'")


def test_level_buttons(incident: Program) -> None:
    program = incident
    everything = shown(program)
    counts = program.ask(
        "[view().filter_bar.levels.button(level).count for level in view().filter_bar.levels.levels()]"
    )
    assert sum(counts) == everything
    levels = program.ask("view().filter_bar.levels.levels()")
    program.click(f"place(view().filter_bar.levels.button({levels[0]}))")
    program.until("view().session.query != ''")
    assert shown(program) == everything - counts[0]
    program.shot("level_hidden")
    program.click(f"place(view().filter_bar.levels.button({levels[-1]}))", button=3)
    program.until("menu_texts() != []")
    program.shot("level_menu")
    program.click("menu_entry('Only')")
    program.until(f"window().is_idle() and table().log_model.total == {counts[-1]}")


def test_brushing_the_histogram(incident: Program) -> None:
    program = incident
    everything = shown(program)
    program.drag("in_plot(plots().strip, 0.4, 0.5)", "in_plot(plots().strip, 0.6, 0.6)")
    program.until("'time>=' in view().session.query")
    assert 0 < shown(program) < everything
    assert "time<" in filtered(program)
    program.shot("brushed")
    program.click("in_plot(plots().strip, 0.2, 0.5)", times=2)
    program.until("view().session.query == ''")
    assert shown(program) == everything


def test_threshold_and_points(incident: Program) -> None:
    program = incident
    everything = shown(program)
    program.drag("threshold_line('score')", "in_plot(plots().lane('score').canvas, 0.25, 0.4)")
    program.until("plots().lane('score').canvas.threshold != 0.8")
    program.shot("threshold_dragged")
    program.click("place(plots().lane('score').canvas.tag.button)")
    program.until("view().session.query.startswith('score>')")
    assert 0 < shown(program) < everything
    program.shot("threshold_filter")
    record = program.ask("int(plots()._source.selection[5])")
    program.click(f"point('score', {record})")
    program.until(f"table().current_record() == {record}")
    program.shot("point_clicked")


def test_search_and_going_places(incident: Program) -> None:
    program = incident
    program.key("ctrl+f")
    program.until("view().find_bar.edit.hasFocus()")
    program.type("timeout contacting")
    program.key("Return")
    program.until("'Timeout contacting' in cell_text(table().currentIndex().row(), 'message')")
    first = current_line(program)
    program.shot("found")
    program.key("F3")
    program.until(f"current_line() > {first}")
    second = current_line(program)
    program.key("shift+F3")
    program.until(f"current_line() == {first}")
    assert second > first
    program.key("Escape")
    program.until("not view().find_bar.isVisible() and table().hasFocus()")
    program.key("ctrl+g")
    program.until("view().go_to_bar.edit.hasFocus()")
    program.type("2000")
    program.key("Return")
    program.until("table().hasFocus() and current_line() == 2000")
    program.key("ctrl+g")
    program.type("02:31:03")
    program.key("Return")
    program.until("table().hasFocus() and '02:31:0' in cell_text(table().currentIndex().row(), 'time')")
    program.key("e")
    program.until("cell_text(table().currentIndex().row(), 'level') in ('ERROR', 'CRITICAL')")
    line = current_line(program)
    program.key("e")
    program.until(f"current_line() > {line}")
    program.key("shift+e")
    program.until(f"current_line() == {line}")
    program.shot("error_found")


def test_context_and_back(incident: Program) -> None:
    program = incident
    everything = shown(program)
    set_filter(program, "level>=error")
    errors = shown(program)
    program.key("Down", "Down")
    line = current_line(program)
    program.key("c")
    program.until(f"table().log_model.total == {everything}")
    assert current_line(program) == line
    program.shot("in_context")
    program.key("c")
    program.until(f"table().log_model.total == {errors}")
    assert current_line(program) == line
    program.key("Escape")
    program.until("view().session.query == ''")


def test_copying_rows(incident: Program) -> None:
    program = incident
    lines = INCIDENT.read_text().splitlines()
    program.key("Home", "Down", "shift+Down", "shift+Down", "ctrl+c")
    program.until("'\\n' in clipboard()")
    assert program.ask("clipboard()").splitlines() == lines[1:4]
    program.key("ctrl+shift+c")
    program.until("'\"line\":' in clipboard()")
    rows = [json.loads(line) for line in program.ask("clipboard()").splitlines()]
    assert [row["line"] for row in rows] == [2, 3, 4]
    program.key("ctrl+a", "ctrl+c")
    program.until(f"len(clipboard().splitlines()) == {len(lines)}")
    program.shot("all_selected")


def test_the_record_pane(incident: Program) -> None:
    program = incident
    program.key("e", "space")
    program.until("view().record_pane.isVisible() and view().record_pane.record is not None")
    program.settle()
    program.shot("record_pane")
    for tab in (1, 2):
        program.click(f"tab_of(view().record_pane.tabs, {tab})")
        program.until(f"view().record_pane.tabs.currentIndex() == {tab}")
    assert "Traceback" in program.ask("view().record_pane.traceback.toPlainText()")
    program.shot("traceback")


def test_columns_and_sorting(incident: Program) -> None:
    program = incident
    program.click("header('score', 0.2)")
    program.until("view().session.sort == ('score', False)")
    program.settle()
    program.shot("sorted")
    program.click("header('score', 0.6)")  # elsewhere on the header: not a double click
    program.until("view().session.sort == ('score', True)")
    program.settle()
    program.shot("sorted_again")
    program.click("header('score', 0.2)")
    program.until("view().session.sort is None")
    program.settle()
    program.click("header('message')", button=3)
    program.until("menu_texts() != []")
    program.shot("column_menu")
    assert "hit_rate" in program.ask("menu_texts()")
    program.click("menu_entry('hit_rate')")
    program.until("'hit_rate' in [entry.name for entry in table().log_model.columns]")
    program.settle()
    assert "0.93" in program.ask("[cell_text(row, 'hit_rate') for row in range(20)]")
    program.shot("column_added")


def test_a_value_by_its_menu(incident: Program) -> None:
    program = incident
    everything = shown(program)
    program.click("cell(2, 'logger')", button=3)
    program.until("menu_texts() != []")
    program.shot("value_menu")
    program.click("menu_entry('not')")
    program.until("view().session.query != ''")
    assert 0 < shown(program) < everything
    assert filtered(program).startswith("-logger:")


def test_the_command_palette(incident: Program) -> None:
    program = incident
    program.key("ctrl+shift+p")
    program.until("window().palette_.isVisible()")
    program.type("dark")
    program.until("window().palette_.list.topLevelItemCount() > 0")
    program.shot("command_palette")
    program.key("Return")
    program.until("window().themes.choice == 'dark'")
    program.settle()
    program.shot("dark")
    program.key("question")
    program.until("dialog() is not None")
    program.shot("shortcuts")
    program.key("Escape")
    program.until("dialog() is None")
