"""What the user called normal: kept for all logs with the same fields, or for one file. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aidebug_gui.ui.findings.entries import Entry

KEPT_AS = "muted"
"""The name under which it is remembered for a shape."""
MOST = 500


@dataclass(frozen=True, slots=True)
class Mute:
    """A kind of finding about something. ``path``: only in this file; empty: in all logs with the same fields."""

    kind: str
    what: str
    path: str = ""


class MuteList:
    """The mutes of a log. The newest stand last."""

    def __init__(self, path: str, mutes: Iterable[Mute] = ()) -> None:
        self._path = path
        self._mutes = list(mutes)[-MOST:]

    @classmethod
    def read(cls, path: str, stored: object) -> MuteList:
        """Take what was stored; entries that make no sense are left out."""
        entries = stored if isinstance(stored, list | tuple) else ()
        mutes = [Mute(*entry) for entry in entries if isinstance(entry, list | tuple) and _is_texts(entry)]
        return cls(path, mutes)

    def stored(self) -> list[list[str]]:
        """Return JSON values to store."""
        return [[mute.kind, mute.what, mute.path] for mute in self._mutes]

    def like(self, entry: Entry) -> Mute:
        """Return the mute of all findings like one: of this kind, about the same number or the same subject."""
        return Mute(entry.finding.kind, entry.field or entry.finding.subject)

    def this(self, entry: Entry) -> Mute:
        """Return the mute of one finding in this file."""
        return Mute(entry.finding.kind, entry.finding.subject, self._path)

    def add(self, mute: Mute) -> None:
        """Call something normal."""
        self._mutes = [*(known for known in self._mutes if known != mute), mute][-MOST:]

    def remove(self, entry: Entry) -> None:
        """Call a finding odd again, whatever muted it."""
        self._mutes = [mute for mute in self._mutes if mute not in (self.like(entry), self.this(entry))]

    def __contains__(self, entry: Entry) -> bool:
        return self.like(entry) in self._mutes or self.this(entry) in self._mutes


def _is_texts(entry: list[object] | tuple[object, ...]) -> bool:
    return len(entry) == 3 and all(isinstance(part, str) for part in entry)
