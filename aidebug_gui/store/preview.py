"""What a text format would make of some lines: for the window in which one is written.

Patterns are run by the engine's RE2, so that none takes more than linear time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.definitions import DefinitionError, read_text_format
from aidebug_gui.formats.model import FIRST_TEXT, TextFormat
from aidebug_gui.formats.times import parse_time
from aidebug_gui.store.database import Database
from aidebug_gui.store.sql.quoting import quoted, unnamed_groups

LONGEST_LINE = 4000


@dataclass(frozen=True, slots=True)
class Preview:
    """``rows``: for each line the columns' texts, None where the pattern does not match.

    ``problem``: why the pattern cannot be used, in words. ``doubts``: groups with texts that their column cannot read.
    """

    rows: tuple[Mapping[str, str] | None, ...] = ()
    problem: str = ""
    doubts: tuple[str, ...] = field(default=())

    @property
    def matching(self) -> int:
        return sum(row is not None for row in self.rows)


def preview(name: str, pattern: str, time_style: str, lines: Sequence[str]) -> Preview:
    """Try a pattern on lines."""
    entry = {"name": name or "own", "pattern": pattern, "time_style": time_style}
    try:
        known = read_text_format(entry, FIRST_TEXT)
    except DefinitionError as error:
        return Preview(problem=str(error))
    database = Database()
    try:
        rows = tuple(_row(database, known, line[:LONGEST_LINE]) for line in lines)
    except duckdb.Error as error:
        return Preview(problem=str(error).splitlines()[0])
    finally:
        database.close()
    return Preview(rows, doubts=_doubts(rows, known))


def _row(database: Database, known: TextFormat, line: str) -> Mapping[str, str] | None:
    pattern, names = unnamed_groups(known.pattern)
    labels = ", ".join(quoted(name) for name in ["all", *names])
    sql = f"SELECT regexp_matches(?, {quoted(pattern)}), regexp_extract(?, {quoted(f'({pattern})')}, [{labels}])"
    matches, groups = database.execute(sql, [line, line]).fetchall()[0]
    if not matches:
        return None
    found = {name: text for name, text in groups.items() if name != "all" and text}
    found.setdefault("message", line[len(groups["all"]) :])
    return found


def _doubts(rows: Sequence[Mapping[str, str] | None], known: TextFormat) -> tuple[str, ...]:
    """Return the columns of which no text can be read: a time in another style, a level with an unknown name."""
    doubts = []
    levels = Catalog.load().levels
    for column in ("time", "level"):
        texts = [row[column] for row in rows if row is not None and column in row]
        if CANONICAL[column].kind is Kind.TIME:
            good = [text for text in texts if parse_time(text, known.time_style, 1 << 62)]
        else:
            good = [text for text in texts if levels.number(text)]
        if texts and not good:
            doubts.append(column)
    return tuple(doubts)
