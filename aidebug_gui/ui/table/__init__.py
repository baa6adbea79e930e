"""The table of records."""

from __future__ import annotations

from aidebug_gui.ui.table.model import LogModel
from aidebug_gui.ui.table.view import LogTable

__all__ = ["LogModel", "LogTable"]
