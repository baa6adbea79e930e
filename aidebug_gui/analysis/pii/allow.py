"""What a user has looked at and allows: by value, by field or by pattern, each with a reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aidebug_gui.analysis.pii.rules import line_of


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
    """All entries that have not expired, and how often each was used."""

    def __init__(self, entries: Iterable[Allowed] = (), today: date | None = None) -> None:
        now = today or date.today()
        self.entries = tuple(entry for entry in entries if entry.expires is None or entry.expires >= now)
        self.used = [0] * len(self.entries)

    def reason(self, value: bytes, path: str, entity: str) -> str:
        """Return why a finding is allowed, empty if it is not."""
        for number, entry in enumerate(self.entries):
            if entry.covers(value, path, entity):
                self.used[number] += 1
                return entry.reason
        return ""

    @staticmethod
    def load(user_dir: Path | None) -> AllowList:
        """Read ``pii/allow.toml`` of a user's directory. Raises ValueError, with the entry, for a bad one."""
        path = None if user_dir is None else user_dir / "pii" / "allow.toml"
        if path is None or not path.is_file():
            return AllowList()
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ValueError(f"{path}: {error}") from error
        return AllowList(_entry(line_of(path, "allow", at), entry) for at, entry in enumerate(table.get("allow", ())))


def _entry(place: str, entry: dict[str, Any]) -> Allowed:
    given = [name for name in ("value", "path", "pattern") if entry.get(name)]
    if len(given) != 1 or not entry.get("reason"):
        raise ValueError(f"{place}: give one of value, path and pattern, and a reason")
    try:
        return Allowed(
            reason=str(entry["reason"]),
            value=str(entry.get("value", "")).encode(),
            path=str(entry.get("path", "")),
            pattern=re.compile(str(entry["pattern"]).encode()) if "pattern" in entry else None,
            entity=str(entry.get("entity", "")),
            expires=entry.get("expires"),
        )
    except re.error as error:
        raise ValueError(f"{place}: pattern {entry['pattern']!r}: {error}") from error
