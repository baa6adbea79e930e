"""SQL that reads the values of a JSON line at several paths, with one parse for all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

import orjson

from aidebug_gui.formats.model import JsonPath
from aidebug_gui.store.sql.quoting import identifier, json_path, quoted

_Tree: TypeAlias = dict[str, "_Tree | str"]


class JsonValues:
    """The values at ``paths`` of the column ``line``: an expression for all, to be called j, and a slot of it for each.

    Objects are read into a struct: numbers come as numbers, without a detour over their text. Where that cannot be, as
    for elements of arrays, they are read into a list of texts, at a quarter more of the time.
    """

    def __init__(self, paths: Sequence[JsonPath], numbers: Collection[JsonPath] = ()) -> None:
        """``numbers``: those of the paths whose values are only of use as numbers."""
        self._places = {path: place for place, path in enumerate(paths, 1)}
        self._numbers = frozenset(numbers)
        self._tree = _tree(paths, numbers)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __len__(self) -> int:
        return len(self._places)

    def slot(self, path: JsonPath) -> str:
        """Return SQL for the value at one of the paths: a text, or perhaps a number for one of the numbers."""
        if self._tree is None:
            return f"j[{self._places[path]}]"
        return ".".join(("j", *(identifier(str(key)) for key in path)))

    def number(self, path: JsonPath) -> str:
        """Return SQL for the number at one of the paths; true and false are 1 and 0, as a verdict is a score."""
        slot = self.slot(path)
        if self._tree is not None and path in self._numbers:
            return slot
        return f"coalesce(try_cast({slot} AS DOUBLE), CASE {slot} WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 END)"

    def expression(self, line: str, *, careful: bool) -> str:
        """Return SQL for all values of a text, NULL where it is not JSON.

        Without ``careful`` such a line is an error of the statement. With it the first of several objects on a line
        gives the values.
        """
        as_list = rf"'[' || regexp_replace({line}, '\}}\s*\{{', '}},{{', 'g') || ']'"
        if not self._places:
            return f"CASE WHEN json_valid({line}) OR json_valid({as_list}) THEN ['']::VARCHAR[] END"
        if not careful:
            return self._read(line)
        first = f"CASE WHEN regexp_matches({line}, '\\}}\\s*\\{{') THEN try({self._read(as_list, first=True)}) END"
        return f"coalesce(try({self._read(line)}), {first})"

    def _read(self, text: str, *, first: bool = False) -> str:
        """Return SQL for the values in a text, or in the first object of an array."""
        if self._tree is not None:
            source = f"json_extract({text}, '$[0]')" if first else text
            return f"json_transform({source}, {quoted(orjson.dumps(self._tree).decode())})"
        paths = ", ".join(json_path((0, *path) if first else path) for path in self._places)
        return f"json_extract_string({text}, [{paths}])"


def _tree(paths: Sequence[JsonPath], numbers: Collection[JsonPath]) -> _Tree | None:
    """Return the structure that the engine reads into, None where the paths do not make one.

    Fields of a struct differ by more than their case, and none is both a value and an object.
    """
    root: _Tree = {}
    for path in paths:
        if not all(isinstance(key, str) for key in path):
            return None
        *above, last = map(str, path)
        node = root
        for key in above:
            inner = node.setdefault(key, {})
            if isinstance(inner, str):
                return None
            node = inner
        if last in node:
            return None
        node[last] = "DOUBLE" if path in numbers else "VARCHAR"
    return root if _is_unambiguous(root) else None


def _is_unambiguous(node: _Tree) -> bool:
    names = {name.casefold() for name in node}
    return len(names) == len(node) and all(_is_unambiguous(inner) for inner in node.values() if isinstance(inner, dict))
