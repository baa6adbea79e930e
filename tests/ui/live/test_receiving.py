"""What becomes of received logs: saved, discarded, recovered."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.options import ReceiveOptions
from aidebug_gui.sources.receivers.received import ReceivedSpool, received_directory
from aidebug_gui.ui.live.listen_dialog import ListenDialog
from aidebug_gui.ui.live.notify import _Watched
from aidebug_gui.ui.live.notify_dialog import NotifyDialog
from aidebug_gui.ui.live.notify_rules import NotifyRule, RateLimit
from tests.ui.live.conftest import live_log


@pytest.fixture(autouse=True)
def _nothing_is_left():
    yield
    folder = received_directory()
    assert not folder.exists() or list(folder.iterdir()) == []


def press(window, qtbot, text: str) -> None:
    """Press a button of the question that is open."""
    box = window.findChild(QMessageBox)
    button = next(button for button in box.buttons() if text in button.text())
    button.click()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)


def test_a_tab_is_saved_or_discarded_before_it_goes(window, qtbot, listening, tmp_path, monkeypatch):
    sender = listening()
    view = sender.view
    sender.send(20)
    window.receiving.asks = True
    target = tmp_path / "kept.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "JSON lines (*.jsonl)"))

    window.close_current_tab()
    assert window.tabs.count() == 1
    press(window, qtbot, "Cancel")
    assert window.tabs.count() == 1
    window.receiving.save()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not window.receiving._unsaved(view))
    assert target.read_bytes().count(b"\n") == 20
    assert target.read_bytes() == live_log(window, view).path.read_bytes()

    sender.send(1)  # more than was saved
    window.close_current_tab()
    press(window, qtbot, "Save as")
    qtbot.waitUntil(lambda: window.tabs.count() == 0)
    assert target.read_bytes().count(b"\n") == 21

    other = listening()
    other.send(3)
    window.close_current_tab()
    press(window, qtbot, "Discard")
    qtbot.waitUntil(lambda: window.tabs.count() == 0)
    window.keeper.reopen_closed()  # what was discarded is no tab to come back
    assert window.status.currentMessage() == "No tab was closed."


def test_the_window_asks_once_for_all_and_can_keep_them(window, qtbot, listening):
    first, second = listening(), listening()
    second.send(2)
    window.receiving.asks = True
    window.close()
    press(window, qtbot, "Cancel")
    assert window.isVisible()
    first.send(2)  # it was empty when the question came, and is kept like the other one
    window.close()
    box = window.findChild(QMessageBox)
    assert box.text() == "4 received records are not saved."
    press(window, qtbot, "Keep")
    qtbot.waitUntil(lambda: not window.isVisible())
    kept = [path for path in received_directory().iterdir() if path.is_dir()]
    assert len(kept) == 2
    for folder in kept:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


def test_what_a_crash_left_is_offered_and_can_be_discarded(window, qtbot):
    program = textwrap.dedent(
        """
        import os
        from aidebug_gui.sources.receivers.received import ReceivedSpool
        spool = ReceivedSpool("port 9020", "port-9020.jsonl")
        spool.append(b'{"message": "before the crash"}\\n' * 1203)
        os._exit(1)
        """
    )
    subprocess.run([sys.executable, "-c", program], check=False, timeout=60, env={**os.environ})
    window.receiving.offer_recoverable()
    qtbot.waitUntil(lambda: window.receiving._banner is not None)
    banner = window.receiving._banner
    assert banner.label.text().startswith("Recovered: 1,203 records received by port 9020 (")
    banner.button.click()
    qtbot.waitUntil(lambda: window.tabs.count() == 1)
    qtbot.waitUntil(window.is_idle)
    assert window.view.session.state.records == 1203
    assert window.receiving.owns(window.view)
    window.close_current_tab()
    press(window, qtbot, "Discard")
    qtbot.waitUntil(lambda: window.tabs.count() == 0)


def test_without_standard_input_it_says_so(window, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    window.receiving.begin(ReceiveOptions(standard_input=True))
    qtbot.waitUntil(lambda: "no standard input" in window.banner.label.text())


def test_recovered_logs_can_be_deleted_unseen(window, qtbot):
    window.receiving.delete_recoverable()
    assert "no recovered logs" in window.status.currentMessage()
    for _ in range(2):
        spool = ReceivedSpool("port 9020", "port-9020.jsonl")
        spool.append(b"{}\n")
        spool.close()
    window.receiving.offer_recoverable()
    qtbot.waitUntil(lambda: len(window.receiving._recoverable) == 2)
    assert "And 1 more" in window.receiving._banner.label.text()
    window.receiving.delete_recoverable()
    press(window, qtbot, "Delete")
    assert window.receiving._banner.isHidden()


def test_a_taken_port_is_told_in_the_window(window, qtbot, listening):
    sender = listening()
    window.receiving.begin(ReceiveOptions(lines=(Address("127.0.0.1", sender.port),)))
    qtbot.waitUntil(lambda: "Nothing can listen on port" in window.banner.label.text())
    assert window.tabs.count() == 1


def test_a_log_of_text_is_saved_as_json_lines_or_as_it_came(window, qtbot, listening, tmp_path, monkeypatch):
    sender = listening()
    sender._connection.sendall(b"2026-01-01 10:00:00,000 - app - INFO - plain text\n")
    view = sender.view
    qtbot.waitUntil(lambda: view.session.store.state().records == 1)
    for name, kind in (("a.jsonl", "JSON lines (*.jsonl)"), ("b.log", "As received (*.log)")):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path, kind=kind: (str(path), kind))
        window.receiving.save()
        qtbot.waitUntil(path.exists)
        qtbot.waitUntil(window.jobs.is_idle)
    assert b'"plain text"' in (tmp_path / "a.jsonl").read_bytes()
    assert (tmp_path / "b.log").read_bytes() == b"2026-01-01 10:00:00,000 - app - INFO - plain text\n"


def test_nothing_to_stop_or_save_is_told(window, log_path, qtbot):
    window.receiving.stop()
    assert "Nothing is received" in window.status.currentMessage()
    window.receiving.save()
    assert "a file already" in window.status.currentMessage()


def test_a_rule_marks_the_tab_behind(window, qtbot, listening):
    first, second = listening(), listening()
    first.send(10, "ERROR")
    window.notifier.use([NotifyRule("level>=error", is_on=True)])
    window.tabs.setCurrentWidget(second.view)
    first.send(7, "ERROR")
    first.send(5)
    qtbot.waitUntil(lambda: window.tabs.tabText(0).startswith("(7) "))
    assert "new: level>=error" in window.status.currentMessage()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.tabs.setCurrentWidget(first.view)
    qtbot.waitUntil(lambda: "(" not in window.tabs.tabText(0))
    window.notifier.use([])


def test_what_a_file_holds_when_it_is_opened_is_no_news(window, log_path, qtbot):
    window.open_paths([log_path])
    qtbot.waitUntil(lambda: window.view is not None)
    view = window.view
    qtbot.waitUntil(lambda: view.session.state.complete)
    notifier = window.notifier
    notifier.use([NotifyRule("level>=error", is_on=True)])
    notifier._watched[view] = _Watched(0, is_read=False)  # it was looked at while it was read
    notifier.check()
    assert notifier._asked is None
    assert (notifier._watched[view].checked, notifier._watched[view].is_read) == (view.session.state.records, True)
    notifier.use([])


def test_what_came_while_a_rule_rested_is_told_without_more(window, qtbot, listening, monkeypatch):
    sender = listening()
    rule = NotifyRule("level>=error", is_on=True)
    window.notifier.use([rule])
    window.notifier._limits[rule] = RateLimit(rest_s=1.0)
    told = []
    monkeypatch.setattr(window.notifier, "_notify", lambda view, rule, count: told.append(count))
    watched = window.notifier._watched
    qtbot.waitUntil(lambda: sender.view in watched and watched[sender.view].is_read)
    sender.send(3, "ERROR")  # may arrive in pieces
    qtbot.waitUntil(lambda: sum(told) == 3)
    sender.send(2, "ERROR")
    qtbot.waitUntil(lambda: sum(told) == 5)
    window.notifier.use([])


def test_a_received_log_is_not_opened_in_the_place_of_its_tab(window, listening):
    sender = listening()
    sender.send(1)
    sender.view.files.reopen()
    assert "Save the received log" in window.banner.label.text()
    assert window.opener.is_idle


def test_the_dialogs(qtbot, qapp):
    dialog = ListenDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.address() == Address("127.0.0.1", 9020)
    assert dialog.warning.isHidden()
    dialog.otlp.setChecked(True)
    assert dialog.address().port == 4318
    assert "4318" in dialog.recipe.toPlainText()
    dialog.port.setValue(5000)
    dialog.lines.setChecked(True)
    assert dialog.address().port == 5000  # what was typed stays
    dialog.others.setChecked(True)
    assert not dialog.warning.isHidden()
    assert not dialog.address().is_local
    with qtbot.waitSignal(dialog.listen_requested) as asked:
        dialog._on_accepted()
    assert asked.args == [Address("0.0.0.0", 5000), False]
    assert dialog.isHidden()

    rules = NotifyDialog()
    qtbot.addWidget(rules)
    rules.show_rules([NotifyRule("level>=error", is_on=True, sound=True)])
    assert rules.rules() == [NotifyRule("level>=error", is_on=True, sound=True)]
    rules._on_add()
    rules.table.item(1, 0).setText("score<")
    rules._on_accepted()
    assert not rules.problem.isHidden()
    rules.table.item(1, 0).setText("score<0.3")
    with qtbot.waitSignal(rules.rules_changed) as changed:
        rules._on_accepted()
    assert [rule.query for rule in changed.args[0]] == ["level>=error", "score<0.3"]


def test_standard_input_of_the_real_program(tmp_path):
    """``program | aidebug-gui -``: what came is in the picture's window, and nothing is left behind."""
    picture = tmp_path / "window.png"
    found = subprocess.run(
        [sys.executable, "-m", "aidebug_gui", "-", "--screenshot", str(picture), "--size", "800x600"],
        input=b'{"level": "INFO", "message": "hello"}\n' * 50,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[3],
    )
    assert found.returncode == 0, found.stderr.decode()
    assert picture.exists()


def test_the_tab_says_how_many_files_joined(window, qtbot, tmp_path):
    record = '{"timestamp": "2026-01-01T10:00:00Z", "level": "INFO", "message": "started"}\n'
    (tmp_path / "a.log").write_text(record)
    window.open_paths([tmp_path])
    qtbot.waitUntil(lambda: window.tabs.count() == 1 and "(1 file)" in window.tabs.tabText(0))
    (tmp_path / "b.log").write_text(record.replace("started", "came later"))  # a copy would not join
    qtbot.waitUntil(lambda: "(2 files)" in window.tabs.tabText(0))
    assert "(2 files)" in window.windowTitle()


def test_text_of_the_clipboard_becomes_a_log_that_nobody_is_asked_about(window, qtbot):
    window.receiving.asks = True
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(
        "2026-01-01 10:00:00,000 - app - ERROR - no answer\nTraceback (most recent call last):\nKeyError: 'x'"
    )
    window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: window.view is not None and window.view.session.state.records == 1 and window.is_idle())
    assert window.tabs.tabText(0).startswith("pasted")
    state = window.view.session.state
    assert (state.lines, state.not_understood) == (3, 0)
    assert not window.view.session.store.state().live
    window.close_current_tab()
    assert window.tabs.count() == 0
    clipboard.setText("  ")
    window.actions_["paste"].trigger()
    assert "clipboard" in window.status.currentMessage()
    assert window.is_idle()
    clipboard.clear()
