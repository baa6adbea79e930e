"""Looks at the program as a screen reader does: over the accessibility bus (AT-SPI). Run with the system's Python.

Prints one JSON object: what was found of the window called in the first argument. Waits for it at most 60 s.
"""

from __future__ import annotations

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_MS = 60_000
Atspi.set_timeout(PATIENCE_MS, PATIENCE_MS)  # its own patience is 0.8 s, which a busy machine exceeds


def walk(node, depth=0):
    """Yield the parts of a window that are shown, tables without their cells."""
    if node is None or depth > 25:
        return
    yield node
    if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.MENU):
        return
    for at in range(min(node.get_child_count(), 200)):
        yield from walk(node.get_child_at_index(at), depth + 1)


def window(title):
    """Return the frame whose title begins so."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        for inner in range(program.get_child_count() if program is not None else 0):
            frame = program.get_child_at_index(inner)
            if frame is not None and (frame.get_name() or "").startswith(title):
                return frame
    return None


def table_of(frame):
    """Return the table of records once it has rows."""
    for node in walk(frame):
        if node.get_role() == Atspi.Role.TABLE and node.get_name() == "Log records":
            grid = node.get_table_iface()
            return node if grid is not None and grid.get_n_rows() > 0 else None
    return None


def main() -> None:
    end = time.monotonic() + 60
    frame = table = None
    while table is None and time.monotonic() < end:
        time.sleep(0.3)
        frame = window(sys.argv[1])
        table = table_of(frame) if frame is not None else None
    if table is None:
        print(json.dumps({"error": "no table", "frame": frame is not None}))
        return
    grid = table.get_table_iface()
    columns = [grid.get_column_description(at) for at in range(grid.get_n_columns())]
    roles = sorted({node.get_role_name() for node in walk(frame)})
    names = sorted({node.get_name() for node in walk(frame) if node.get_name()})
    cells = [grid.get_accessible_at(5, at).get_name() for at in range(grid.get_n_columns())]
    print(
        json.dumps(
            {"rows": grid.get_n_rows(), "columns": columns, "cells": cells, "roles": roles, "names": names},
            ensure_ascii=False,
        )
    )


main()
