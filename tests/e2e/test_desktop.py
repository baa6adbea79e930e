"""The program as a citizen of a desktop: second start, double click, drop, export, closing and coming back, crashes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from aidebug_gui.startup.desktop_files import install
from tests.e2e.conftest import INCIDENT, SERVER
from tests.e2e.program import PATIENCE_S, ROOT, Display, Program

pytestmark = pytest.mark.e2e

Start = Callable[..., Program]


def tabs(program: Program) -> list[str]:
    program.settle()
    texts: list[str] = program.ask("[window().tabs.tabText(at) for at in range(window().tabs.count())]")
    return texts


def test_second_start_and_double_click(start: Start, display: Display, tmp_path: Path) -> None:
    program = start(INCIDENT)
    other = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "drag_source.py"), str(SERVER), "1500", "900"],
        env=program.environment,
    )
    try:
        # Another program's window is in front now.
        program.until("QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive")
        program.start_again("server.log", cwd=INCIDENT.parent)  # relative to where it was started; it ends at once
        program.until("window().tabs.count() == 2")
        assert tabs(program) == ["incident.jsonl", "server.log"]
        program.until("QApplication.activeWindow() is not None")  # it came to the front
        program.shot("second_start")
    finally:
        other.kill()
        other.wait(10)

    log = tmp_path / "night shift & co.jsonl"
    shutil.copy(INCIDENT, log)
    starter = tmp_path / "programs" / "aidebug-gui"  # xdg-open 1.1 cannot start a path with spaces
    starter.parent.mkdir()
    starter.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m aidebug_gui "$@"\n')
    starter.chmod(0o755)
    settings = program.environment
    old = dict(os.environ)
    os.environ.update(settings)
    try:
        install(Path(settings["XDG_DATA_HOME"]), [str(starter)])
    finally:
        os.environ.clear()
        os.environ.update(old)
    openers = [["xdg-open"]] if shutil.which("xdg-open") else []
    if shutil.which("gio") and shutil.which("update-desktop-database"):  # writes down which programs gio knows
        openers.insert(0, ["gio", "open"])
    for number, opener in enumerate(openers, start=3):
        named = log.with_name(f"{opener[0]} {log.name}")
        shutil.copy(log, named)
        subprocess.run([*opener, str(named)], env=settings, check=True, timeout=60)
        program.until(f"window().tabs.count() == {number}")
        assert tabs(program)[-1] == named.name.replace("&", "&&")
    program.shot("double_click")


def test_a_first_one_that_hangs(start: Start, display: Display, tmp_path: Path) -> None:
    first = start(INCIDENT)
    first._process.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        alone = start(SERVER)
        assert tabs(alone) == ["server.log"]
        assert time.monotonic() - began > 2
        assert alone.quit() == 0
    finally:
        first._process.send_signal(signal.SIGCONT)
    assert tabs(first) == ["incident.jsonl"]  # what it was asked while it hung is too late


def test_drop(start: Start, display: Display, tmp_path: Path) -> None:
    program = start("--size", "1200x800")
    source = subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "drag_source.py"), str(SERVER), "1500", "900"],
        env=program.environment,
    )
    try:
        end = time.monotonic() + PATIENCE_S
        while not (found := display.xdotool("search", "--onlyvisible", "--name", "drag source")):
            assert time.monotonic() < end
            time.sleep(0.05)
        display.xdotool("windowmove", "--sync", found.split()[0], 1500, 900)
        x, y = program.ask("place(window().stack)")
        steps: list[str | int] = ["mousemove", 1550, 950, "sleep", 0.2, "mousedown", 1]  # type: ignore[list-item]
        for share in (0.05, 0.3, 0.6, 0.9, 1.0):
            at = round(1550 + share * (x - 1550)), round(950 + share * (y - 950))
            steps += ["mousemove", *at, "sleep", 0.15]  # type: ignore[list-item]
        display.xdotool(*steps, "mouseup", 1)
        program.until("window().tabs.count() == 1")
        assert tabs(program) == ["server.log"]
        program.shot("dropped")
    finally:
        source.kill()
        source.wait(10)
    display.xdotool("mousemove", x, y, "click", 1)
    program.focus()


def command(program: Program, text: str) -> None:
    program.key("ctrl+shift+p")
    program.until("window().palette_.isVisible()")
    program.type(text)
    program.until("window().palette_.list.topLevelItemCount() > 0")
    program.key("Return")


def test_export_close_and_come_back(start: Start, tmp_path: Path) -> None:
    program = start(INCIDENT, SERVER)
    program.key("ctrl+l")
    program.type("level>=error")
    program.key("Return")
    program.until("view().session.query == 'level>=error'")
    program.settle()
    shown = program.ask("table().log_model.total")
    target = tmp_path / "errors.csv"
    command(program, "Export shown records as CSV")
    program.until("dialog() is not None and dialog().isActiveWindow()")
    program.type(str(target))
    program.key("Return")
    end = time.monotonic() + PATIENCE_S
    while not (target.exists() and target.read_text().count("\n") > shown):
        assert time.monotonic() < end, target.exists()
        time.sleep(0.05)
    program.settle()
    program.shot("exported")
    assert program.quit() == 0

    again = start("--new-window")
    if not again.ask("window().tabs.count()"):
        command(again, "Reopen last session")
    again.until("window().tabs.count() == 2")
    assert tabs(again) == ["incident.jsonl", "server.log"]
    again.until("view().session.query == 'level>=error'")
    again.settle()
    assert again.ask("table().log_model.total") == shown
    again.shot("came_back")


def test_a_crash_is_told_and_the_logs_come_back(start: Start, tmp_path: Path) -> None:
    program = start(INCIDENT)
    program.key("ctrl+l")
    program.type("level:error")
    program.key("Return")
    program.until("view().session.query == 'level:error'")
    program.settle()
    program.ask("window().keeper.keep()")  # it does that every few seconds; the file is written in the background
    program.settle()
    program._process.send_signal(signal.SIGSEGV)
    program._process.wait(20)

    again = start()
    again.until("window().tabs.count() == 1")
    again.until("view().session.query == 'level:error'")
    banner = "next(b for b in window().findChildren(QWidget) if type(b).__name__ == 'CrashBanner')"
    again.until(f"{banner}.isVisible()")
    assert "ended unexpectedly" in again.ask(f"{banner}.label.text()")
    again.shot("after_a_crash")
    again.click(f"place({banner}.button)")
    again.until("dialog() is not None and dialog().copy_button.isEnabled()")
    assert "Segmentation fault" in again.ask("dialog().edit.toPlainText()")
    again.shot("crash_report")
    again.click("place(dialog().copy_button)")
    again.until("'Segmentation fault' in clipboard()")
    again.key("Escape")
    again.until("dialog() is None")
    assert not again.ask(f"{banner}.isVisible()")
