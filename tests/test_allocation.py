"""The setting of the C library's allocator."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no arenas of glibc")
def test_threads_share_one_arena() -> None:
    program = (
        "import ctypes, threading\n"
        "from aidebug_gui.allocation import use_one_arena\n"
        "print(use_one_arena())\n"
        "threads = [threading.Thread(target=bytearray, args=(1 << 16,)) for _ in range(4)]\n"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
        "ctypes.CDLL(None).malloc_stats()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    if done.stdout.strip() == "False":
        pytest.skip("another C library")
    assert "Arena 0" in done.stderr
    assert "Arena 1" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have another allocator")
def test_what_is_free_between_pieces_in_use_goes_back() -> None:
    program = (
        "import os\n"
        "from aidebug_gui.allocation import give_free_memory_back\n"
        "resident = lambda: int(open('/proc/self/statm').read().split()[1])\n"
        "pieces = [bytes(60_000) for _ in range(2_000)]  # below the size for which malloc asks the system each time\n"
        "del pieces[:-1]  # the last one stays in use above them\n"
        "before = resident()\n"
        "print(give_free_memory_back(), before > 2 * resident())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    if done.stdout.startswith("False"):
        pytest.skip("another C library")
    assert done.stdout.split() == ["True", "True"]
