"""The user's highlight rules: a filter and a colour each, the first that finds a row decides. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

MOST_RULES = 20
COLOURS = ("yellow", "teal", "violet", "green", "pink", "orange", "lime", "red")
"""Names in the themes, in the order in which new rules get them: neighbours are easily told apart."""


@dataclass(frozen=True, slots=True)
class HighlightRule:
    """Rows that a filter finds get a colour. A rule without a filter finds nothing: it is still being written."""

    query: str
    colour: str = COLOURS[0]
    is_on: bool = True

    @property
    def is_active(self) -> bool:
        """Whether the rule looks for something."""
        return self.is_on and bool(self.query.strip())


def rules_from(data: object) -> list[HighlightRule]:
    """Return rules from what was kept, the first one counts first; what does not fit is left out."""
    found: list[HighlightRule] = []
    for entry in data if isinstance(data, list) else []:
        if isinstance(entry, Mapping) and isinstance(query := entry.get("query"), str) and query.strip():
            colour = entry.get("colour")
            known = colour if isinstance(colour, str) and colour in COLOURS else free_colour(found)
            found.append(HighlightRule(query, known, entry.get("is_on") is not False))
    return found[:MOST_RULES]


def rules_data(rules: Sequence[HighlightRule]) -> list[dict[str, object]]:
    """Return rules as plain data, those that are still being written left out."""
    return [asdict(rule) for rule in rules if rule.query.strip()]


def free_colour(rules: Sequence[HighlightRule]) -> str:
    """Return the colour for a new rule: the first of those that the fewest rules have."""
    used = Counter(rule.colour for rule in rules)
    return min(COLOURS, key=lambda colour: used[colour])


def moved(rules: Sequence[HighlightRule], at: int, by: int) -> list[HighlightRule]:
    """Return the rules with one of them moved by some places; it stays within the list."""
    changed = list(rules)
    rule = changed.pop(at)
    changed.insert(min(max(0, at + by), len(changed)), rule)
    return changed
