"""What a user has looked at and allows: by value, by field or by pattern, each with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from aidebug_gui.analysis.pii.allow_file import allow_path, read_tables
from aidebug_gui.analysis.pii.rules import line_of
from aidebug_gui.translatable import translatable


@dataclass(frozen=True, slots=True)
class Allowed:
    """One entry. Exactly one of ``value``, ``path`` and ``pattern`` is set; ``entity`` empty means any."""

    reason: str
    value: bytes = b""
    path: str = ""
    pattern: re.Pattern[bytes] | None = None
    entity: str = ""
    expires: date | None = None

    def covers(self, value: bytes, path: str, entity: str) -> bool:
        if self.entity and self.entity != entity:
            return False
        if self.value:
            return self.value == value
        return (
            self.path == path if self.path else self.pattern is not None and self.pattern.fullmatch(value) is not None
        )


class AllowList:
    """All entries that have not expired."""

    def __init__(self, entries: Iterable[Allowed] = (), today: date | None = None) -> None:
        now = today or date.today()
        self.entries = tuple(entry for entry in entries if entry.expires is None or entry.expires >= now)

    def reason(self, value: bytes, path: str, entity: str) -> str:
        """Return why a finding is allowed, empty if it is not."""
        return next((entry.reason for entry in self.entries if entry.covers(value, path, entity)), "")

    @staticmethod
    def load(user_dir: Path | None) -> AllowList:
        """Read ``pii/allow.toml`` of a user's directory. Raises ValueError, with the entry, for a bad one."""
        if user_dir is None:
            return AllowList()
        path = allow_path(user_dir)
        return AllowList(_entry(line_of(path, "allow", at), entry) for at, entry in enumerate(read_tables(path)))


def _entry(place: str, entry: dict[str, Any]) -> Allowed:
    given = [name for name in ("value", "path", "pattern") if entry.get(name)]
    if len(given) != 1 or not entry.get("reason"):
        raise ValueError(translatable("{place}: give one of value, path and pattern, and a reason", place=place))
    expires = entry.get("expires")
    if isinstance(expires, datetime):
        expires = expires.date()
    if expires is not None and not isinstance(expires, date):
        raise ValueError(
            translatable("{place}: expires is a date without quotation marks, such as 2027-01-31", place=place)
        )
    try:
        return Allowed(
            reason=str(entry["reason"]),
            value=str(entry.get("value", "")).encode(),
            path=str(entry.get("path", "")),
            pattern=re.compile(str(entry["pattern"]).encode()) if "pattern" in entry else None,
            entity=str(entry.get("entity", "")),
            expires=expires,
        )
    except re.error as error:
        raise ValueError(f"{place}: pattern {entry['pattern']!r}: {error}") from error
