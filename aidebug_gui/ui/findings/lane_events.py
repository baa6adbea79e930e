"""Brings the events of the numbers into the plots."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aidebug_gui.analysis.findings.anomalies import FieldEvent
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.analysis.series.model import ERRORS
from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.plots.events import LaneEvent
from aidebug_gui.ui.plots.panel import STRIP, PlotPanel
from aidebug_gui.ui.values import visible

_LEVELS = {
    Severity.INFO: Level.INFO,
    Severity.WARNING: Level.WARNING,
    Severity.ERROR: Level.ERROR,
    Severity.CRITICAL: Level.CRITICAL,
}


def show_events(plots: PlotPanel, events: Iterable[FieldEvent], shown: Callable[[str], str]) -> None:
    """Mark events in the lanes of their fields, those of the errors in the histogram; ``shown``: words as they may be."""
    by_field: dict[str, list[LaneEvent]] = {}
    for event in events:
        place = STRIP if event.field == ERRORS else event.field
        by_field.setdefault(place, []).append(_lane_event(event, shown))
    plots.clear_events()
    for field, found in by_field.items():
        plots.set_events(field, found)


def _lane_event(event: FieldEvent, shown: Callable[[str], str]) -> LaneEvent:
    finding = event.finding
    return LaneEvent(
        event.first,
        event.last,
        finding.first_ns,
        finding.last_ns,
        _LEVELS[finding.severity],
        visible(shown(localized(finding.sentence))),
    )
