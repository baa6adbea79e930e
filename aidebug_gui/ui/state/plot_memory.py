"""What is kept of the plots: which numbers, and how each is drawn."""

from __future__ import annotations

from aidebug_gui.ui.plots.lane import Lane as LaneWidget
from aidebug_gui.ui.plots.panel import PlotPanel
from aidebug_gui.ui.state import Lane, ShapeState


def lanes_now(panel: PlotPanel) -> tuple[Lane, ...] | None:
    """Return the lanes as they are, None if nobody chose any."""
    lanes = tuple(_look(panel.lane(name)) for name in panel.lanes())
    usual = tuple(Lane(name, panel.lane(name).usual_threshold) for name in panel.lanes())
    return lanes if panel.lanes_are_chosen or lanes != usual else None


def restore_plots(panel: PlotPanel, kept: ShapeState) -> None:
    """Plot what was plotted, drawn as it was."""
    if kept.record_axis:
        panel.use_record_axis(True)
    if kept.lanes is None:
        return
    panel.show_lanes([lane.field for lane in kept.lanes if lane.field])
    for lane in kept.lanes:
        if lane.field:
            _use(panel.lane(lane.field), lane)


def _look(lane: LaneWidget) -> Lane:
    canvas = lane.canvas
    return Lane(lane.field.name, canvas.threshold, canvas.above, canvas.line, canvas.logarithmic)


def _use(lane: LaneWidget, kept: Lane) -> None:
    canvas = lane.canvas
    canvas.set_threshold(kept.threshold)
    if canvas.above != kept.above:
        canvas.swap_side()
    if kept.line:
        canvas.set_line(True)
    if kept.logarithmic:
        canvas.set_logarithmic(True)
