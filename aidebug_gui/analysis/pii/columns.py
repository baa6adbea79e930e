"""What the other values of a field say: a column of order numbers passes a check digit by chance, a column of cards always."""

from __future__ import annotations

from collections import Counter

from aidebug_gui.translatable import translatable

_ENOUGH = 10  # values of a field before they count
_MOST, _FEW = 0.8, 0.5  # share of values that pass the check
_FOR, _AGAINST = 2.5, -6.0  # log-odds


class ColumnEvidence:
    """Counts, per rule and field, how many values of the right form passed the rule's check."""

    def __init__(self) -> None:
        self._passed: Counter[tuple[str, str]] = Counter()
        self._failed: Counter[tuple[str, str]] = Counter()

    def add(self, rule: str, path: str, *, passed: bool) -> None:
        (self._passed if passed else self._failed)[rule, path] += 1

    def plus(self, other: ColumnEvidence) -> ColumnEvidence:
        """Return the evidence of both."""
        both = ColumnEvidence()
        both._passed, both._failed = self._passed + other._passed, self._failed + other._failed
        return both

    def minus(self, earlier: ColumnEvidence) -> ColumnEvidence:
        """Return the evidence that came since an earlier state of this one."""
        later = ColumnEvidence()
        later._passed, later._failed = self._passed - earlier._passed, self._failed - earlier._failed
        return later

    def weight(self, rule: str, path: str) -> float:
        """Return the evidence for a value of this field, in log-odds; 0 while there are too few."""
        passed, failed = self._passed[rule, path], self._failed[rule, path]
        if not path or passed + failed < _ENOUGH:
            return 0.0
        share = passed / (passed + failed)
        return _FOR if share >= _MOST else _AGAINST if share < _FEW else 0.0

    def reason(self, rule: str, path: str) -> str:
        """Return the evidence in words, empty where there is none."""
        if not self.weight(rule, path):
            return ""
        passed = self._passed[rule, path]
        return translatable(
            "{passed} of {n} values of field {path} pass the check",
            passed=passed,
            n=passed + self._failed[rule, path],
            path=path,
        )
