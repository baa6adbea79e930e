"""The settings: what there is to set, what is set, and the window in which it is done."""

from __future__ import annotations

from aidebug_gui.ui.settings.values import Settings, current_settings

__all__ = ["Settings", "current_settings"]
