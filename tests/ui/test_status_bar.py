"""The status bar: what runs is shown after a moment, and can be stopped."""

from __future__ import annotations

import pytest

from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.status_bar import BUSY_AFTER_MS, StatusBar


@pytest.fixture
def bar(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_short_job_is_not_shown(qtbot, bar):
    bar.show_job("filtering")
    assert not bar.cancel.isVisible()
    bar.show_job("")
    qtbot.wait(BUSY_AFTER_MS + 50)
    assert not bar.cancel.isVisible()


def test_a_long_job_stays_shown_while_it_is_told_again(qtbot, bar):
    bar.show_job("filtering")
    qtbot.waitUntil(bar.cancel.isVisible)
    bar.show_job("filtering")
    bar.show_state(None, 0)
    assert bar.work.text() == "filtering …"
    with qtbot.waitSignal(bar.cancel_requested):
        bar.cancel.click()
    bar.show_job("")
    assert not bar.cancel.isVisible()
    assert bar.work.text() == ""


def test_nothing_is_written_over_a_message(bar):
    bar.showMessage("a word")
    bar.show_state(StoreState(records=5, lines=5, not_understood=2, complete=True), 5)
    assert not bar.others.isVisible()
    bar.clearMessage()
    assert bar.others.isVisible()
    assert bar.accounts.isVisible()
