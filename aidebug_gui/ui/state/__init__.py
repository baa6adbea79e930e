"""What is remembered from one start to the next: the schema, the file it is kept in, and how the rest asks for it.

:func:`memory` is the one way in: ``memory().state`` is what is known, ``memory().change(function)`` changes it.
"""

from __future__ import annotations

from aidebug_gui.ui.state.memory import Memory, memory
from aidebug_gui.ui.state.schema import Lane, LogState, Mark, Panes, Session, ShapeState, State, TabState

__all__ = ["Lane", "LogState", "Mark", "Memory", "Panes", "Session", "ShapeState", "State", "TabState", "memory"]
