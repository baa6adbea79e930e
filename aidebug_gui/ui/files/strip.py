"""A coloured strip beside the line numbers that tells the files of a merged log apart."""

from __future__ import annotations

from PySide6.QtGui import QColor

from aidebug_gui.store.protocol import LogStore
from aidebug_gui.ui.theme import Theme

HUES = (205, 35, 145, 285, 0, 60, 175, 325)
"""Far from each other, the first ones most. The name of the file stands in its column: colour alone tells nothing."""
SATURATION, LIGHT_ON_DARK, DARK_ON_LIGHT = 150, 170, 120


class FileStrip:
    """Tells the painter which colour a record's file has."""

    def __init__(self, store: LogStore) -> None:
        self._store = store
        self._colours: list[QColor] = []
        self._theme: Theme | None = None

    def colours(self, records: list[int], theme: Theme) -> list[QColor]:
        """Return a colour for each record."""
        if theme is not self._theme:
            self._theme = theme
            is_dark = theme.palette.base().color().lightness() < 128
            value = LIGHT_ON_DARK if is_dark else DARK_ON_LIGHT
            self._colours = [QColor.fromHsl(hue, SATURATION, value) for hue in HUES]
        return [self._colours[at % len(HUES)] for at in self._store.files_of(records)]
