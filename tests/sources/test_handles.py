"""Files are opened so that nobody else is held up."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from io import FileIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from aidebug_gui.sources.handles import Handle, identity, open_shared


def test_bytes_are_read_by_offset(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    handle = Handle.open(path)
    assert (handle.read(3, 4), handle.read(8, 9), handle.read(20, 1)) == (b"3456", b"89", b"")
    assert identity(handle.status()) == identity(os.stat(path))
    handle.close()


def test_closing_waits_for_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"data")
    handle = Handle.open(path)
    reads, may_end, read_some = threading.Event(), threading.Event(), Handle._read_some

    def slow(self: Handle, file: FileIO, buffer: memoryview, offset: int) -> int:
        reads.set()
        assert may_end.wait(60)
        return read_some(self, file, buffer, offset)

    monkeypatch.setattr(Handle, "_read_some", slow)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(handle.read(0, 4)))
    reader.start()
    assert reads.wait(60)
    closer = threading.Thread(target=handle.close)
    closer.start()
    while not handle._is_closing:
        time.sleep(0.001)
    with pytest.raises(ValueError, match="closed"):
        handle.read(0, 1)
    may_end.set()
    closer.join()
    reader.join()
    assert found == [b"data"]


def test_a_hole_is_told_from_data(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.seek(1 << 20)
        file.write(b"data")
    handle = Handle.open(path)
    assert handle.data_start(0) in (0, 1 << 20)  # 0 where the file system cannot tell
    assert handle.data_start(1 << 20) == 1 << 20
    handle.close()


def test_on_windows_others_may_write_rename_and_delete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"data")
    calls: list[tuple[object, ...]] = []

    class Create:
        restype: object = None

        def __call__(self, *arguments: object) -> int:
            calls.append(arguments)
            return 77

    kernel = SimpleNamespace(CreateFileW=Create())
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_a, **_k: kernel, raising=False)
    opened = SimpleNamespace(open_osfhandle=lambda _handle, flags: os.open(path, flags))
    monkeypatch.setitem(sys.modules, "msvcrt", opened)
    with open_shared(path, "win32") as file:
        assert file.read() == b"data"
    ((name, access, share, *_),) = calls
    assert (name.value, access, share) == (str(path), 0x80000000, 1 | 2 | 4)  # type: ignore[attr-defined]
