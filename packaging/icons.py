"""Makes the icons of Windows (.ico) and macOS (.icns) and pictures in fixed sizes from the drawings. Needs PySide6.

Both containers take PNG files as they are: a header, a table, the pictures. Layouts after Microsoft ("The format of icon
resources", PNG entries since Windows Vista) and Apple ("Icon Services", types ic07 to ic14).
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "desktop" / "icons" / "apps" / "io.github.aidebug.AiDebug.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
APPLE_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def pictures(drawing: Path = DRAWING, sizes: tuple[int, ...] = SIZES) -> dict[int, bytes]:
    """Return PNG files of a drawing by their size in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QGuiApplication, QImageReader

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    found = {}
    for size in sizes:
        reader = QImageReader(str(drawing))
        reader.setScaledSize(QSize(size, size))
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not reader.read().save(buffer, "PNG"):
            raise RuntimeError(f"{drawing} cannot be drawn")
        found[size] = bytes(data.data())
    del application
    return found


def windows_icon(given: Mapping[int, bytes]) -> bytes:
    """Return an .ico file of the sizes up to 256."""
    sizes = [size for size in sorted(given) if size <= 256]
    offset = 6 + 16 * len(sizes)
    table = b""
    for size in sizes:
        side = size % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(given[size]), offset)
        offset += len(given[size])
    return struct.pack("<HHH", 0, 1, len(sizes)) + table + b"".join(given[size] for size in sizes)


def apple_icon(given: Mapping[int, bytes]) -> bytes:
    """Return an .icns file."""
    parts = [kind + struct.pack(">I", len(given[size]) + 8) + given[size] for size, kind in APPLE_TYPES.items()]
    return b"icns" + struct.pack(">I", sum(map(len, parts)) + 8) + b"".join(parts)


def for_executable(work: Path) -> str | None:
    """Write the icon that this system puts into programs, return its path; None where programs have none."""
    makers = {"win32": ("aidebug.ico", windows_icon), "darwin": ("aidebug.icns", apple_icon)}
    if sys.platform not in makers:
        return None
    name, maker = makers[sys.platform]
    path = work / name
    path.write_bytes(maker(pictures()))
    return str(path)
