"""Check regular expressions with the engine that will run them (RE2, inside DuckDB) and say what is wrong in words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from aidebug_gui.translatable import translatable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LOOK_AROUND = re.compile(r"\(\?<?[=!]")
_BACK_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=")
_LOCK = Lock()
_WORDS = (
    ("missing )", translatable("a closing bracket ) is missing")),
    ("unexpected )", translatable("there is a ) without a (")),
    ("missing ]", translatable("a closing bracket ] is missing")),
    ("bad repetition operator", translatable("two repetitions in a row")),
    ("no argument for repetition operator", translatable("there is nothing to repeat")),
    ("invalid repetition size", translatable("a repetition can be at most 1000")),
    ("invalid character class range", translatable("a range in [ ] runs backwards or is not a range")),
    ("trailing \\", translatable("there is nothing after the last backslash")),
    ("invalid escape sequence", translatable("this backslash sequence is not known")),
    ("pattern too large", translatable("it is too large")),
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
        return translatable("it is empty")
    try:
        with _LOCK:
            _connection().execute("SELECT regexp_matches('', ?)", [pattern]).fetchone()
    except duckdb.Error as error:
        return _explain(pattern, str(error).removeprefix("Invalid Input Error: ").splitlines()[0])
    return None


def _explain(pattern: str, reason: str) -> str:
    if _LOOK_AROUND.search(pattern) and reason.startswith("invalid perl operator"):
        return translatable("look-ahead and look-behind are not supported, they can take forever on a long line")
    if _BACK_REFERENCE.search(pattern) and reason.startswith(("invalid escape", "invalid perl", "invalid named")):
        return translatable("references back to a group are not supported, they can take forever on a long line")
    for start, words in _WORDS:
        if reason.startswith(start):
            _, separator, where = reason.partition(": ")
            return (
                translatable("{words} ({where})", words=words, where=where) if separator and where != pattern else words
            )
    return reason
