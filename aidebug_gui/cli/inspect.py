"""``aidebug-gui inspect FILE...``: what is in each log: lines, formats, levels, times, fields."""

from __future__ import annotations

from collections.abc import Sequence

from aidebug_gui.cli.console import write
from aidebug_gui.cli.opening import each_log
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.export import json_line
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.report import report, report_text


def inspect(paths: Sequence[LogAddress], *, as_json: bool) -> int:
    """Print what is in each log; return an exit code."""

    def look(store: FileLog, path: LogAddress, is_first: bool) -> bool:
        found = report(store, str(path))
        text = json_line(found) + "\n" if as_json else ("" if is_first else "\n") + report_text(found)
        write(text.encode(errors="replace"))
        return True

    return each_log(paths, look)
