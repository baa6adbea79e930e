"""A directory that is followed: the rows in view, the selection and the filter survive another order of all records."""

from __future__ import annotations

import json
from pathlib import Path

from aidebug_gui.store import open_log
from aidebug_gui.ui.log_view import LogView

START_S = 1_700_000_000


def write(path: Path, first: int, stop: int, step: int = 1) -> None:
    with path.open("a") as file:
        for second in range(first, stop, step):
            level = "ERROR" if second % 10 == 0 else "INFO"
            file.write(json.dumps({"time": START_S + second, "level": level, "message": f"m{second}"}) + "\n")


def test_the_place_is_kept_while_records_come_late(tmp_path, qtbot, actions):
    early, late = tmp_path / "a.log", tmp_path / "b.log"
    write(early, 1000, 1400)
    write(late, 1000, 1005)
    view = LogView(open_log(tmp_path, follow=True), tmp_path, actions)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    table, model, bar = view.table, view.table.log_model, view.table.verticalScrollBar()
    qtbot.waitUntil(lambda: model.rowCount() == 405 and view.session.state.live)
    qtbot.waitUntil(view.is_idle)
    assert view.following.sign()[0] == "● live"

    def message(position: int) -> str:
        row = model.row(position)
        assert row is not None
        return row.texts[[column.name for column in model.columns].index("message")]

    def generation() -> int:
        return view.session.state.generation

    def comes_late(first: int, stop: int) -> None:
        before = generation()
        write(late, first, stop)
        qtbot.waitUntil(lambda: generation() > before)
        qtbot.waitUntil(lambda: not view.session.jobs.kinds())

    # somebody reads in the middle
    table.show_position(200)
    bar.setValue(190)
    table.selectionModel().select(
        model.index(203, 0),
        table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
    )
    chosen, top = message(200), message(bar.value())
    comes_late(500, 520)
    qtbot.waitUntil(lambda: model.rowCount() == 425)
    assert (message(table.currentIndex().row()), message(bar.value())) == (chosen, top)
    assert table.selected_ranges() == [(220, 220), (223, 223)]
    assert message(0) == "m500"
    assert not view.following.sticks

    # under a filter
    view.filter_bar.set_filter("level:error")
    qtbot.waitUntil(lambda: view.session.query == "level:error")
    assert model.rowCount() == 43
    table.show_position(20)
    bar.setValue(12)
    chosen, top = message(20), message(bar.value())
    comes_late(600, 620)
    qtbot.waitUntil(lambda: model.rowCount() == 45)
    assert (message(table.currentIndex().row()), message(bar.value())) == (chosen, top)
    view.filter_bar.set_filter("")
    qtbot.waitUntil(lambda: model.rowCount() == 445)

    # the end that is followed stays followed
    view.following.go_to_end()
    comes_late(700, 720)
    qtbot.waitUntil(lambda: model.rowCount() == 465 and bar.value() == bar.maximum())
    assert view.following.sticks

    # a new file
    write(tmp_path / "new.log", 2000, 2003)
    qtbot.waitUntil(lambda: model.rowCount() == 468)
    qtbot.waitUntil(lambda: "new.log is new here" in view.following.strip.label.text())
    view.close_log()
