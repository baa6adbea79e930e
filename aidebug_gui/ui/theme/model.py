"""What a theme is: a palette, named colours and a style for each level, read from ``resources/themes/*.toml``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QPalette

from aidebug_gui.formats.levels import Level
from aidebug_gui.resources import resource_path

THEME_NAMES = ("light", "dark", "high_contrast")


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How a level looks. Bar width (quarters of a digit) and weight tell it apart without colour."""

    text: QColor
    bar: QColor
    bar_width: int
    weight: QFont.Weight


@dataclass(frozen=True, slots=True)
class HighlightStyle:
    """A colour for the rules of the user: ``tint`` lies behind a row, ``mark`` stands at its edge and in the map."""

    tint: QColor
    mark: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, ready to use. ``colors``: the names of the ``[colors]`` section; ``highlights`` by name."""

    name: str
    title: str
    palette: QPalette
    colors: Mapping[str, QColor]
    levels: Mapping[int, LevelStyle]
    highlights: Mapping[str, HighlightStyle]
    style_sheet: str = ""  # what the style's own drawing lacks

    def level(self, number: int) -> LevelStyle:
        """Return the style of a level; a number between two levels gets the lower one's."""
        style = self.levels.get(number)
        if style is None:
            style = self.levels[max((known for known in self.levels if known <= number), default=Level.UNKNOWN)]
        return style


@functools.cache
def load_theme(name: str) -> Theme:
    """Read a theme by name. Raises ValueError for an unknown one."""
    if name not in THEME_NAMES:
        raise ValueError(f"unknown theme {name!r}. Themes: {', '.join(THEME_NAMES)}")
    QDir.setSearchPaths("themes", [str(resource_path("themes"))])  # style sheets name pictures as themes:up.svg
    with resource_path("themes", f"{name}.toml").open("rb") as file:
        data = tomllib.load(file)
    return Theme(
        name=name,
        title=data["title"],
        palette=_palette(data["palette"], data["disabled"]),
        colors={key: QColor(value) for key, value in data["colors"].items()},
        levels={Level[key.upper()]: _level_style(value) for key, value in data["levels"].items()},
        highlights={
            name: HighlightStyle(QColor(value["tint"]), QColor(value["mark"]))
            for name, value in data["highlights"].items()
        },
        style_sheet=data.get("style_sheet", ""),
    )


def _level_style(data: Mapping[str, str | int]) -> LevelStyle:
    return LevelStyle(
        QColor(str(data["text"])), QColor(str(data["bar"])), int(data["bar_width"]), QFont.Weight(int(data["weight"]))
    )


def _palette(roles: Mapping[str, str], disabled: Mapping[str, str]) -> QPalette:
    palette = QPalette()
    for role, value in roles.items():
        palette.setColor(_role(role), QColor(value))
    for role, value in disabled.items():
        palette.setColor(QPalette.ColorGroup.Disabled, _role(role), QColor(value))
    return palette


def _role(name: str) -> QPalette.ColorRole:
    return QPalette.ColorRole["".join(part.title() for part in name.split("_"))]
