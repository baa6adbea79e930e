"""What a search knows, and what of it is shown at a sensitivity. No widgets here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aidebug_gui.analysis.findings.analysis import settled
from aidebug_gui.analysis.findings.anomalies import EventsByRate, FieldEvent, GrownEvents, untold
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.repeated import told_once
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.ui.findings.entries import Entry, localized_entry, ordered, problem

ALL = ""
"""In place of a field's name: all numbers."""


@dataclass(slots=True)
class Rates:
    """False alarms per 10,000 points that the user can live with, for all numbers and for single ones."""

    usual: float = NORMAL_RATE
    of_fields: dict[str, float] = field(default_factory=dict)

    def of(self, name: str) -> float:
        """Return the rate of a field, or of all without one of their own."""
        return self.of_fields.get(name, self.usual)

    def set(self, name: str, rate: float) -> None:
        """Choose the rate of a field; that of all replaces those of single ones."""
        if name == ALL:
            self.usual, self.of_fields = rate, {}
        else:
            self.of_fields[name] = rate


class SearchResult:
    """What is known so far. Made on the pool thread, read on the GUI thread, never changed after it is reported.

    ``grown``: what the next search goes on from; None before all is known. ``records``: of how many it is; 0 before all
    is known.
    """

    def __init__(
        self, findings: Sequence[Finding], events: Mapping[str, EventsByRate], personal: Sequence[Entry]
    ) -> None:
        self.grown: GrownEvents | None = None
        self.records = 0
        self.findings, self.personal = list(findings), list(personal)
        kept = settled(self.findings)
        self._others = [*(problem(finding) for finding in kept), *personal]
        self._events = dict(events)
        self._untold = {
            name: {
                rate: [problem(finding, name) for finding in told_once(untold(found, kept))]
                for rate, found in rates.items()
            }
            for name, rates in events.items()
        }

    @property
    def fields(self) -> list[str]:
        """The numbers that were looked at."""
        return list(self._events)

    def entries(self, rates: Rates) -> list[Entry]:
        """Return what is listed, in the order of the list, as it is reported now."""
        anomalies = [entry for name, found in self._untold.items() for entry in found[rates.of(name)]]
        return [localized_entry(entry) for entry in ordered([*self._others, *anomalies])]

    def events(self, rates: Rates) -> list[FieldEvent]:
        """Return the events of all numbers, also those that another finding tells."""
        return [event for name, found in self._events.items() for event in found[rates.of(name)]]
