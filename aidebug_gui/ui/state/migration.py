"""Brings what an older version of the program kept to today's schema, one version a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aidebug_gui.translatable import translatable
from aidebug_gui.ui.state.schema import VERSION

Data = dict[str, Any]


def migrate(data: Data) -> Data:
    """Return data of any known version as today's. Raises ValueError for a version that is newer than this program."""
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError(translatable("it does not say its version"))
    if version > VERSION:
        raise ValueError(
            translatable(
                "it is of version {version}, and this program knows versions up to {known}",
                version=str(version),
                known=str(VERSION),
            )
        )
    for step in range(version, VERSION):
        data = {**_STEPS[step](data), "version": step + 1}
    return data


def _from_1(data: Data) -> Data:
    """Version 1 stood in the settings of Qt: column sets as a list, recent files, no files and no session."""
    shapes = {}
    columns = data.get("columns")
    for entry in columns if isinstance(columns, list) else []:
        match entry:
            case [str(key), [*names], {**widths}]:
                shapes[key] = {"columns": names, "widths": widths}
    kept: Data = {name: data[name] for name in ("geometry", "panes", "filters", "recent") if name in data}
    return {**kept, "shapes": shapes}


_STEPS: Mapping[int, Callable[[Data], Data]] = {1: _from_1}
