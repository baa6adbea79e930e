"""The format window on a real log: what it shows, what it keeps, and that the log is read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.ui.format.dialog import FormatDialog
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.theme import ThemeManager

PATTERN = r"^<{TIME}> \[(?P<level>\w)\] (?P<logger>\w+) -> "
WAIT_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[MainWindow]:
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path / "base"))
    Catalog.forget()
    path = tmp_path / "own.log"
    path.write_text("".join(f"<2026-01-01 10:00:{n:02}> [W] api -> slow quality=0.{n}\n" for n in range(9)))
    made = MainWindow(ThemeManager())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    made.open_paths([path])
    qtbot.waitUntil(lambda: made.view is not None and made.is_idle(), timeout=WAIT_MS)
    yield made
    made.close()
    Catalog.forget()


def test_a_pattern_and_a_column_correct_how_the_log_is_read(window: MainWindow, qtbot: QtBot) -> None:
    assert window.view is not None
    offer = window.view.format_offer
    qtbot.waitUntil(lambda: offer.banner is not None, timeout=WAIT_MS)  # times that nobody read
    dialog = FormatDialog(window.view)
    assert dialog.pages.currentWidget() is dialog.lines
    assert "0 % of 9 records" in dialog.coverage.text()
    assert dialog.show_others.isEnabled()
    assert not dialog.use.isEnabled()
    qtbot.waitUntil(lambda: dialog.lines.verdict.text() == "Fits 9 of 9 lines.", timeout=WAIT_MS)  # a first pattern

    dialog.lines.pattern.setText("^(")
    dialog.lines._try()
    qtbot.waitUntil(dialog.jobs.is_idle, timeout=WAIT_MS)
    assert "regular expression" in dialog.lines.verdict.text()
    assert not dialog.use.isEnabled()

    dialog.lines.pattern.setText(PATTERN)
    dialog.lines._try()
    qtbot.waitUntil(dialog.jobs.is_idle, timeout=WAIT_MS)
    assert dialog.lines.verdict.text() == "Fits 9 of 9 lines."
    assert dialog.lines.table.item(0, 1).text() == "W"
    assert dialog.use.isEnabled()
    before = window.view
    dialog.show_others.click()
    qtbot.waitUntil(window.is_idle, timeout=WAIT_MS)
    assert before.filter_bar.text() == "is:raw"
    dialog.use.click()
    qtbot.waitUntil(lambda: window.view not in (None, before) and window.is_idle(), timeout=WAIT_MS)
    assert window.view is not None
    assert window.view.filter_bar.text() == ""  # now all is understood, and the table would be empty
    assert window.tabs.count() == 1
    assert window.view.session.state.not_understood == 0

    assert window.view.format_offer.banner is None
    dialog = FormatDialog(window.view)
    assert not dialog.show_others.isEnabled()
    qtbot.waitUntil(dialog.jobs.is_idle, timeout=WAIT_MS)
    choice = dialog.fields.choices["score"]
    choice.setCurrentIndex(choice.findData("quality"))
    assert dialog.fields.chosen() == {"score": "quality"}
    before = window.view
    dialog.use.click()
    qtbot.waitUntil(lambda: window.view not in (None, before) and window.is_idle(), timeout=WAIT_MS)
    store = window.view.session.store
    assert "score" in {field.name for field in store.fields() if field.canonical}
    assert len(store.select("score>=0.5")) == 4
