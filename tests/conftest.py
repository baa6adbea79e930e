"""What every test gets: no display, no settings of the person who runs the tests, pure tests before Qt tests."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from aidebug_gui.store.log import FileLog

# No test fails for its time, on however slow a machine. CI tries the same examples each time; people, and fuzzing, new ones.
settings.register_profile("steady", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("steady")

# AIDEBUG_TEST_PLATFORM=xcb runs the window tests on a real display.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("AIDEBUG_TEST_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; a test may import numpy first

_home = Path(tempfile.mkdtemp(prefix="aidebug-tests-"))
for _variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = str(_home / _variable.lower())

_LONG = (
    "e2e",
    "ui/state/test_remembered.py",
    "cli/test_commands.py",
    "ui/test_main_window.py",
    "cli/test_follow.py",
    "analysis/findings/test_analysis.py",
    "analysis/pii/test_detector.py",
    "formats/test_corpus_shares.py",
    "store/test_log.py",
)
"""Files and directories of files that take 10 s or more, though few tests are in them."""
OpenText = Callable[[str | bytes], "FileLog"]
"""Writes text to a file and opens it."""
_QT_TESTS = ("ui", "test_app.py", "test_pyside_refcount.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what takes long first, so that no worker is left alone with it at the end; then the tests that need no Qt."""
    root = Path(__file__).parent
    moved = [path for path in _LONG if not (root / path).exists()]
    assert not moved, f"these are not where they were: {moved}"

    def turn(item: pytest.Item) -> int:
        path = item.path.relative_to(root)
        if path.as_posix().startswith(_LONG):
            return 0
        return 2 if path.parts[0] in _QT_TESTS else 1

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """Spare each window test a look at all that was imported: it collects garbage at its end (200 ms with 500 windows)."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    gc.unfreeze()  # else nothing of it is taken down at the end, and libraries complain of leaks
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the directory of real logs, which is not part of the project. The test is skipped where it is absent."""
    directory = Path(__file__).parent.parent.parent / "shared" / "corpus"
    if not directory.is_dir():
        pytest.skip("no corpus of real logs beside the project")
    return directory


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name cases by their argument where a value has no name to show: all workers must come to the same names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def open_text(tmp_path: Path) -> Iterator[OpenText]:
    """Return a function that writes text to a file and opens it; every log is closed after the test."""
    from aidebug_gui.store import open_log  # the engine, which most tests do not need

    opened: list[FileLog] = []

    def make(text: str | bytes) -> FileLog:
        path = tmp_path / f"log{len(opened)}.log"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        log = open_log(path)
        opened.append(log)
        assert log.wait(60)
        return log

    yield make
    for log in opened:
        log.close()
