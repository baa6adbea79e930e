"""Check regular expressions with the engine that will run them (RE2, inside DuckDB) and say what is wrong in words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from aidebug_gui.wording import said

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LOOK_AROUND = re.compile(r"\(\?<?[=!]")
_BACK_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=")
_LOCK = Lock()
_WORDS = (
    ("missing )", said("a closing bracket ) is missing")),
    ("unexpected )", said("there is a ) without a (")),
    ("missing ]", said("a closing bracket ] is missing")),
    ("bad repetition operator", said("two repetitions in a row")),
    ("no argument for repetition operator", said("there is nothing to repeat")),
    ("invalid repetition size", said("a repetition can be at most 1000")),
    ("invalid character class range", said("a range in [ ] runs backwards or is no range")),
    ("trailing \\", said("there is nothing after the last backslash")),
    ("invalid escape sequence", said("this backslash sequence is not known")),
    ("pattern too large", said("it is too large")),
)


@cache
def _connection() -> DuckDBPyConnection:
    """Return an empty database of our own, kept because opening one takes 20 ms. Use it under the lock."""
    import duckdb

    return duckdb.connect(":memory:", config={"threads": 1})


@lru_cache(maxsize=256)
def regex_problem(pattern: str) -> str | None:
    """Return what is wrong with a regular expression, None if it is valid."""
    import duckdb  # here, so that the window starts without it

    if not pattern:
        return said("it is empty")
    try:
        with _LOCK:
            _connection().execute("SELECT regexp_matches('', ?)", [pattern]).fetchone()
    except duckdb.Error as error:
        return _explain(pattern, str(error).removeprefix("Invalid Input Error: ").splitlines()[0])
    return None


def _explain(pattern: str, reason: str) -> str:
    if _LOOK_AROUND.search(pattern) and reason.startswith("invalid perl operator"):
        return said("look-ahead and look-behind are not supported, they can take forever on a long line")
    if _BACK_REFERENCE.search(pattern) and reason.startswith(("invalid escape", "invalid perl", "invalid named")):
        return said("references back to a group are not supported, they can take forever on a long line")
    for start, words in _WORDS:
        if reason.startswith(start):
            _, separator, where = reason.partition(": ")
            return said("{words} ({where})", words=words, where=where) if separator and where != pattern else words
    return reason
