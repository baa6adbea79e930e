"""The zone in which the window shows times now: that of the open tab."""

from __future__ import annotations

from aidebug_gui.store.zone import AS_WRITTEN, Zone

_shown = [AS_WRITTEN]


def shown_zone() -> Zone:
    """Return the zone of all times on the screen."""
    return _shown[0]


def show_zone(zone: Zone) -> None:
    """Show times in another zone; whatever shows some must be redrawn."""
    _shown[0] = zone
