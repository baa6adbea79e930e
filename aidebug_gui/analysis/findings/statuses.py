"""What the columns status and finish_reason say of records, by the rules for symptoms. Quick: no text is read."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Codes
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.symptom_rules import Symptom, symptom_rules
from aidebug_gui.analysis.selected import Selected


@dataclass(frozen=True, slots=True)
class _Column:
    codes: Codes
    symptoms: dict[int, str]  # by the number of a value that means one


class Statuses:
    """The values of status and finish_reason that mean a symptom."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._columns: dict[str, _Column] = {}
        for name in ("status", "finish_reason"):
            if evidence.has(name) and not evidence.holds_samples:
                meant = {
                    value: symptom.name for symptom in symptom_rules().symptoms for value in getattr(symptom, name)
                }
                codes = evidence.codes(name)
                symptoms = {code: meant[value] for code, value in enumerate(codes.values()) if value in meant}
                self._columns[name] = _Column(codes, symptoms)

    @property
    def basis(self) -> Hashable:
        """The same as long as the same numbers mean the same."""
        return tuple((name, one.codes.numbering, *one.symptoms.items()) for name, one in self._columns.items())

    @property
    def names(self) -> frozenset[str]:
        """The symptoms that some value means."""
        return frozenset(name for one in self._columns.values() for name in one.symptoms.values())

    def mask(self, at: slice, names: Collection[str]) -> Bools:
        """Tell which records of a chunk have a value that means one of some symptoms."""
        found = np.zeros(at.stop - at.start, dtype=np.bool_)
        for one in self._columns.values():
            is_meant = np.zeros(len(one.codes) + 1, dtype=np.bool_)  # number -1 takes the last
            is_meant[[code for code, name in one.symptoms.items() if name in names]] = True
            if is_meant.any():
                found |= is_meant[one.codes.code[at]]
        return found

    def rows(self, symptom: Symptom) -> Selected:
        """Return the records whose status or finish reason means a symptom."""
        if symptom.name not in self.names:
            return Selected(())
        name = f"status of {symptom.name}"
        return self._evidence.selected(name, lambda at: self.mask(at, (symptom.name,)), self.basis)

    def found(self) -> Iterator[tuple[Symptom, Selected]]:
        """Yield the symptoms that occur with their records."""
        for symptom in symptom_rules().symptoms:
            rows = self.rows(symptom)
            if len(rows):
                yield symptom, rows

    def values(self, symptom: Symptom) -> tuple[str, list[str]]:
        """Return the first column in which a symptom occurs, and its values there; nothing if there is none."""
        for column, one in self._columns.items():
            counts = self._evidence.code_counts(column)
            codes = [code for code, name in one.symptoms.items() if name == symptom.name and counts[code]]
            if codes:
                return column, sorted(one.codes.value(code) for code in codes)
        return "", []
