"""Notification rules and their rate limit. No widgets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

REST_S = 30.0  # a rule speaks once, then not again for this long; what comes meanwhile is told after it
MOST_RULES = 20
DEFAULT_QUERY = "level>=error"
_ANOMALY = re.compile(r"anomaly:([\w.]{1,200})")


@dataclass(frozen=True, slots=True)
class NotifyRule:
    """A filter over what comes, or a number that is watched. The tab and the task bar are marked always; sound and a message if wanted."""

    query: str = DEFAULT_QUERY
    is_on: bool = False
    sound: bool = False
    message: bool = False

    @property
    def watched(self) -> str:
        """The number that is watched for anomalies (``anomaly:latency_ms``); empty for a filter."""
        found = _ANOMALY.fullmatch(self.query.strip())
        return found[1] if found is not None else ""


def rules_from(data: object) -> list[NotifyRule]:
    """Return rules from what was remembered; what does not fit is left out. Without any, a first one that is off."""
    found = []
    for entry in data if isinstance(data, list) else []:
        if isinstance(entry, Mapping) and isinstance(entry.get("query"), str):
            flags = {name: entry.get(name) is True for name in ("is_on", "sound", "message")}
            found.append(NotifyRule(entry["query"], **flags))
    return found[:MOST_RULES] or [NotifyRule()]


def rules_data(rules: Sequence[NotifyRule]) -> list[dict[str, object]]:
    """Return rules as plain data."""
    return [asdict(rule) for rule in rules]


class RateLimit:
    """Lets a rule speak at once, then gathers what comes until its rest is over."""

    def __init__(self, rest_s: float = REST_S) -> None:
        self._rest_s = rest_s
        self._silent_until = float("-inf")
        self._gathered = 0

    def offer(self, count: int, now_s: float) -> int:
        """Add ``count`` matches at a time (seconds of any clock that only grows) and return how many to tell of now."""
        self._gathered += count
        if not self._gathered or now_s < self._silent_until:
            return 0
        gathered, self._gathered = self._gathered, 0
        self._silent_until = now_s + self._rest_s
        return gathered
