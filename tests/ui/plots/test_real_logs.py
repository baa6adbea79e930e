"""Real logs of many kinds: each draws without a word of complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from aidebug_gui.ui.facets.panel import FacetPanel
from aidebug_gui.ui.plots.panel import PlotPanel

LOGS = (
    "predictions_jsonl/shah_scoring_predictions.jsonl",
    "predictions_jsonl/douglas_nested_predictions.jsonl",
    "python_logging/generated_pipe.log",
    "structlog/jsonrenderer.jsonl",
    "structlog/console_ansi.log",
    "ollama/manthya_ollama.log",
    "sentry/generated_events.jsonl",
    "uvicorn_gunicorn/uvicorn_fastapi_mixed.log",
    "prometheus/exposition.prom",
    "synthetic_from_spec/torchtune_log.txt",
)


@pytest.mark.parametrize("name", LOGS)
def test_everything_of_a_log_can_be_drawn(qtbot, open_store, corpus: Path, name: str):
    plots, fields = PlotPanel(), FacetPanel()
    for panel in (plots, fields):
        qtbot.addWidget(panel)
        panel.show()
    store = open_store(corpus / name)
    plots.set_store(store)
    fields.set_store(store)
    for field in plots.number_fields()[:4]:
        plots.add_lane(field.name)
    for item in list(fields._items.values())[:20]:
        item.setExpanded(True)
    qtbot.waitUntil(lambda: plots.is_idle() and fields.is_idle())
    for name in plots.lanes():
        lane = plots.lane(name)
        lane.toggle_threshold(True)
        lane.canvas.set_logarithmic(True)
        lane.canvas.set_line(True)
    plots.set_current(0)
    plots.use_record_axis(True)
    qtbot.waitUntil(plots.is_idle)
    plots.grab()
    fields.grab()
    plots.jobs.close()
    fields.jobs.close()
