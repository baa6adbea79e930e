"""The files behind a log: parts of a rotated one, clocks of merged ones, dates that must be asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.sources.addresses import Merged, as_path
from aidebug_gui.ui.files.clocks import read_shift, shift_text
from aidebug_gui.ui.files.dates import DateQuestion
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.opening import address_text, as_logs
from aidebug_gui.ui.state.recent import _exists
from aidebug_gui.ui.theme import ThemeManager

WAIT_MS = 60_000
SECOND = 1_000_000_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[MainWindow]:
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path / "base"))
    Catalog.forget()
    made = MainWindow(ThemeManager())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    Catalog.forget()


@pytest.mark.parametrize(
    ("text", "shift_ns"),
    [("+2.5s", 2_500_000_000), ("-300 ms", -300_000_000), ("1h", 3600 * SECOND), ("", 0), ("2,5s", 2_500_000_000)],
)
def test_shifts_are_read_and_written(text: str, shift_ns: int) -> None:
    assert read_shift(text) == shift_ns
    assert read_shift(shift_text(shift_ns)) == shift_ns


@pytest.mark.parametrize("text", ["2", "s", "1 day", "+-2s", "٢s"])
def test_what_is_no_shift(text: str) -> None:
    assert read_shift(text) is None


def test_parts_of_a_rotated_log_are_opened_together() -> None:
    merged = Merged((Path("a.log"),))
    found = list(as_logs([Path("x/app.log.1"), merged, Path("other.jsonl"), Path("x/app.log")]))
    assert found == [Merged((Path("x/app.log.1"), Path("x/app.log"))), merged, Path("other.jsonl")]


def test_merged_logs_are_among_the_recent_ones(tmp_path: Path) -> None:
    for name in ("a.log", "b.log"):
        (tmp_path / name).touch()
    merged = as_path(Merged((tmp_path / "a.log", tmp_path / "b.log"), (("b.log", 5),)))
    assert address_text(merged) == f"{tmp_path}/a.log + b.log"
    assert _exists(merged)
    assert _exists(tmp_path)
    (tmp_path / "b.log").unlink()
    assert not _exists(merged)


def test_a_rotated_log_is_offered_merged_and_its_clocks_are_put_right(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, hour in (("app.log.1", 10), ("app.log", 11)):
        text = "".join(f"2026-01-01 {hour}:00:{n:02} INFO app: {hour}-{n}\n" for n in range(20))
        (tmp_path / name).write_text(text)
    window.open_paths([tmp_path / "app.log"])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle(), timeout=WAIT_MS)
    alone = window.view
    assert alone is not None
    qtbot.waitUntil(lambda: alone.files._banner is not None, timeout=WAIT_MS)
    banner = alone.files._banner
    assert banner is not None
    assert "app.log.1" in banner.label.text()
    banner.button.click()
    qtbot.waitUntil(lambda: window.view not in (None, alone) and window.is_idle(), timeout=WAIT_MS)
    merged = window.view
    assert merged is not None
    assert window.tabs.count() == 1
    assert merged.session.state.records == 40
    assert [column.name for column in merged.table.log_model.columns][:4] == ["line", "time", "level", "source"]
    first = merged.table.log_model.row(0)
    assert first is not None
    assert "app.log.1" in first.texts

    merged.files.show_clocks()
    dialog = merged.files._dialog
    assert dialog is not None
    dialog.edits["app.log.1"].setText("soon")
    dialog.apply.click()
    assert "soon" in dialog.problem.text()
    dialog.edits["app.log.1"].setText("+2h")
    dialog.apply.click()
    qtbot.waitUntil(lambda: window.view not in (None, merged) and window.is_idle(), timeout=WAIT_MS)
    shifted = window.view
    assert shifted is not None
    first = shifted.table.log_model.row(0)
    assert first is not None
    assert "app.log" in first.texts
    assert first.clock.startswith("11:00:00")


def test_a_doubtful_date_is_asked_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "train.log"
    path.write_text("03/04/2024 10:00:00 - INFO - __main__ - step 1\n03/04/2024 10:00:09 - INFO - __main__ - step 2\n")
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle(), timeout=WAIT_MS)
    before = window.view
    assert before is not None
    question = before.findChild(DateQuestion)
    assert question is not None
    assert (question.button.text(), question.other.text()) == ("4 March 2024", "3 April 2024")
    question.other.click()
    qtbot.waitUntil(lambda: window.view not in (None, before) and window.is_idle(), timeout=WAIT_MS)
    after = window.view
    assert after is not None
    assert after.findChild(DateQuestion) is None
    first = after.table.log_model.row(0)
    assert first is not None
    assert first.date == "2024-04-03"


def test_the_record_pane_and_bookmarks_name_the_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for name, second in (("client.log", 0), ("server.log", 1)):
        lines = (f"2026-01-01 10:00:{2 * n + second:02} INFO app: step {n}\n" for n in range(9))
        (tmp_path / name).write_text("".join(lines))
    window.open_paths([Merged((tmp_path / "client.log", tmp_path / "server.log"))])
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle(), timeout=WAIT_MS)
    view = window.view
    assert view is not None
    if view.record_pane.isHidden():
        view.record_room.toggle()
    view.table.show_position(3)
    qtbot.waitUntil(lambda: view.record_pane.record is not None and view.record_pane.record.record == 3)
    assert view.record_pane._title.text().startswith("server.log · line 2 · INFO")
    view.bookmarks.toggle()
    view.bookmarks.toggle_list()
    page = view.bookmarks.page
    assert page is not None
    qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 1)
    item = page.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "server.log · 2"


def test_logs_that_are_opened_together_can_be_shown_as_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    service, proxy = tmp_path / "service.log", tmp_path / "proxy.log"
    service.write_text("".join(f"2026-01-01 10:00:0{n},000 - app - INFO - served {n}\n" for n in range(0, 9, 2)))
    proxy.write_text("".join(f"2026-01-01 10:00:0{n},000 - proxy - WARNING - slow {n}\n" for n in range(1, 9, 2)))
    window.open_paths([service])
    qtbot.waitUntil(lambda: window.tabs.count() == 1 and window.is_idle())
    assert window.banner.isHidden()
    window.close_current_tab()
    window.open_paths([service, proxy])
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    assert not window.banner.isHidden()
    assert window.banner.button.text() == "Show them as one, by time"
    window.open_paths([])  # as the system does right after the start
    assert not window.banner.isHidden()
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.tabs.count() == 1 and window.is_idle() and window.views()[0].session.state.records == 9
    )
    assert window.banner.isHidden()
    assert window.view is not None
    assert [row.cells[0] for row in window.view.session.store.rows(np.arange(3), ["logger"])] == ["app", "proxy", "app"]


def test_what_cannot_be_opened_does_not_take_the_offer_away(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    logs = [tmp_path / "a.log", tmp_path / "gone.log", tmp_path / "b.log", tmp_path / "lost.log", tmp_path / "a.zip"]
    for log in (logs[0], logs[2]):
        log.write_text("2026-01-01 10:00:00,000 - app - INFO - served\n")
    with ZipFile(logs[4], "w") as archive:
        for name in ("c.log", "d.log"):
            archive.writestr(name, "2026-01-01 10:00:00,000 - app - INFO - packed\n")
    window.open_paths(logs)
    qtbot.waitUntil(lambda: window.tabs.count() == 4 and window.is_idle())
    told = window.banner.label.text()
    assert "gone.log" in told
    assert "lost.log" in told
    assert told.endswith("2 logs were opened, each as a tab of its own.")
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tabs.count() == 3 and window.is_idle())
    joined = window.views()[0].session
    qtbot.waitUntil(lambda: joined.state.records == 2)
    assert [file.name for file in joined.store.merged_files()] == ["a.log", "b.log"]


def test_one_log_beside_a_missing_one_is_not_offered_as_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("INFO:root:served\n")
    window.open_paths([tmp_path / "a.log", *(tmp_path / f"gone{n}.log" for n in range(9))])
    qtbot.waitUntil(lambda: window.tabs.count() == 1 and window.is_idle())
    assert window.banner.button.isHidden()
    assert window.banner.label.text().endswith("… and 5 more")


def test_the_tabs_stay_where_their_logs_cannot_be_shown_as_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    logs = [tmp_path / "a.log", tmp_path / "b.log", tmp_path / "c.log"]
    for log in logs:
        log.write_text("2026-01-01 10:00:00,000 - app - INFO - served\n")
    window.open_paths(logs)
    qtbot.waitUntil(lambda: window.tabs.count() == 3 and window.is_idle())
    views = window.views()
    logs[1].unlink()
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert window.views() == views  # while the joined log is being opened, too
    qtbot.waitUntil(window.is_idle)
    assert window.views() == views
    told = window.banner.label.text()
    assert told.startswith("Not shown as one, the tabs stay as they are. ")
    assert "b.log" in told


def test_logs_of_the_last_session_are_not_offered_as_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    logs = [tmp_path / "a.log", tmp_path / "b.log"]
    for log in logs:
        log.write_text("INFO:root:served\n")
    window.open_paths(logs, offers_joined=False)
    qtbot.waitUntil(lambda: window.tabs.count() == 2 and window.is_idle())
    assert window.banner.isHidden()
