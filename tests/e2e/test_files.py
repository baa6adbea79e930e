"""Files that are huge, broken, forbidden or gone; windows that are small or large."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import INCIDENT
from tests.e2e.program import Display, Program

pytestmark = pytest.mark.e2e

BIG = Path(os.environ.get("AIDEBUG_BIG_LOG", "no-large-log"))
LONGEST_FRAME_S = 1.0  # far above what is measured alone (bench): other tests run beside this one

Start = Callable[..., Program]


def test_as_it_is_installed(display: Display, tmp_path: Path) -> None:
    """The very command, with nothing of the tests in it: a window comes, has its title, and goes when it is told to."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-m", "aidebug_gui", str(INCIDENT)]
    environment = {**display.environment(), **home}
    process = subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    try:
        assert display.xdotool("search", "--sync", "--onlyvisible", "--name", "incident.jsonl")
        display.xdotool("key", "ctrl+q")
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0
    assert errors == ""


def test_a_large_log_while_it_is_read(start: Start) -> None:
    if not BIG.is_file():
        pytest.skip("AIDEBUG_BIG_LOG names no large log")
    program = start(BIG, wait="view() is not None and table().log_model.total > 0")
    program.ask("watch_frames()")
    assert not program.ask("view().session.state.complete")
    program.shot("large_first_rows")
    program.key("ctrl+l")
    program.type("level>=error")
    program.key("Return")
    program.until("view().session.query == 'level>=error' and table().log_model.total > 0")
    assert not program.ask("view().session.state.complete")
    program.shot("large_filtered_while_read")
    before = program.ask("table().log_model.total")
    program.key("End")
    program.until("table().currentIndex().row() > 0")
    for _ in range(10):
        program.key("Prior")
    program.until(f"table().log_model.total > {before}")
    program.shot("large_scrolled")
    program.click("place(window().status.cancel)")
    program.until("view().session.state.cancelled")
    program.settle()
    program.shot("large_cancelled")
    assert program.ask("longest_frame()") < LONGEST_FRAME_S


def test_what_is_no_log(empty: Program, tmp_path: Path) -> None:
    (tmp_path / "empty.log").touch()
    (tmp_path / "binary.log").write_bytes(bytes(range(256)) * 400)
    empty.start_again(tmp_path / "empty.log", tmp_path / "binary.log")
    empty.until("window().tabs.count() == 2")
    for name in ("empty.log", "binary.log"):
        at = empty.ask(f"[window().tabs.tabText(at) for at in range(2)].index({name!r})")
        empty.click(f"tab_of(window().tabs, {at})")
        empty.until(f"view().path.name == {name!r}")
        empty.settle()
        empty.key("ctrl+f", "Escape", "e", "c", "space", "ctrl+a", "ctrl+c", "Escape")
        empty.settle()
        empty.shot(f"file_{name.removesuffix('.log')}")


def refuses(program: Program, path: Path) -> None:
    """Look whether the window says that a path cannot be opened, in words."""
    program.until(f"{path.name!r} in window().banner.label.text() and window().banner.isVisible()")
    assert "Errno" not in program.ask("window().banner.label.text()")
    assert program.ask("window().empty.isVisible()")
    program.shot(f"file_{path.stem}")


def test_what_cannot_be_opened(empty: Program, tmp_path: Path) -> None:
    (tmp_path / "folder.log").mkdir()
    for name in ("missing.log", "folder.log"):
        empty.start_again(tmp_path / name)
        refuses(empty, tmp_path / name)


def test_what_must_not_be_read(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "forbidden.log"
    path.write_text("INFO:root:secret\n")
    path.chmod(0)
    wrapper: tuple[str, ...] = ()
    if os.getuid() == 0:  # even root is refused without these
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything")
        capabilities = "-dac_override,-dac_read_search"
        wrapper = ("setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}")
    refuses(start(path, wrapper=wrapper), path)


def test_a_log_that_is_deleted(empty: Program, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    shutil.copy(INCIDENT, path)
    empty.start_again(path)
    empty.until("window().tabs.count() == 1")
    empty.settle()
    empty.focus()
    path.unlink()
    empty.key("End")
    empty.until("current_line() == 3176")
    assert empty.ask("cell_text(3175, 'level')")
    empty.key("space")
    empty.until("view().record_pane.record is not None")
    empty.shot("file_deleted")


def test_a_log_that_is_cut(empty: Program, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    shutil.copy(INCIDENT, path)
    empty.start_again(path)
    empty.until("window().tabs.count() == 1")
    empty.settle()
    empty.focus()
    os.truncate(path, 5000)
    empty.key("End")
    empty.until("table().currentIndex().row() == 3175")
    empty.key("ctrl+l")
    empty.type('"prediction served"')
    empty.key("Return")
    empty.until("view().session.query == '\"prediction served\"'")
    empty.settle()
    empty.shot("file_cut")


def test_sizes(start: Start) -> None:
    program = start(INCIDENT, "--size", "640x480")
    assert program.ask("(window().width(), window().height())") == [640, 480]
    program.shot("size_640x480")
    program.key("e", "space")
    program.until("view().record_pane.record is not None")
    program.settle()
    assert program.ask("table().viewport().height() > 3 * table().style_of_rows.row_height")
    assert program.ask("table().viewport().width()") > 100
    program.shot("size_640x480_record")
    window = program.display.xdotool("getactivewindow")
    program.display.xdotool("windowsize", window, 2540, 1400)
    program.until("window().width() > 2500")
    program.settle()
    program.shot("size_2540x1400")
