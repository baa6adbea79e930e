"""What every test gets: no display, no settings of the person who runs the tests, pure tests before Qt tests."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest

# AIDEBUG_TEST_PLATFORM=xcb runs the window tests on a real display.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("AIDEBUG_TEST_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; a test may import numpy first

_home = Path(tempfile.mkdtemp(prefix="aidebug-tests-"))
for _variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = str(_home / _variable.lower())

_QT_TESTS = ("ui", "e2e", "test_app.py", "test_pyside_refcount.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests that need no Qt first: they are quick, and what they find often explains the rest."""
    root = Path(__file__).parent
    items.sort(key=lambda item: item.path.relative_to(root).parts[0] in _QT_TESTS)


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
