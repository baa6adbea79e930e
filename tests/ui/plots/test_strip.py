"""Records over time: bins, stacks and words."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Histogram
from aidebug_gui.ui.plots.colours import PlotColours
from aidebug_gui.ui.plots.strip import Counts, Strip, count_records, stacked_bars
from aidebug_gui.ui.plots.x_window import XWindow
from aidebug_gui.ui.theme.model import load_theme

S = 1_000_000_000
START = 1_767_348_000 * S


def test_bins_begin_at_round_times_and_lose_nothing(open_store):
    store = open_store()
    first, last = store.time_range()
    counts = count_records(store, (first, last), 400, np.arange(0, 200, 2, dtype=np.int64))
    widths = set(np.diff(counts.total.edges).tolist())
    assert widths == {2 * S}
    assert counts.total.edges[0] % (2 * S) == 0
    assert counts.total.counts.sum() == 200
    assert counts.selected.counts.sum() == 100
    assert counts.selected.edges.tolist() == counts.total.edges.tolist()


@pytest.fixture
def histogram() -> Histogram:
    edges = np.array([START, START + 10 * S, START + 20 * S], dtype=np.int64)
    counts = np.array([[340, 12], [10_000, 1]], dtype=np.int64)
    return Histogram(edges, (Level.INFO, Level.ERROR), counts, 0)


def test_single_error_stays_visible_at_the_bottom(qapp, histogram):
    colours = PlotColours.of(load_theme("dark"))
    groups = stacked_bars(np.array([0.0, 10.0, 20.0]), histogram, (150.0, 0.1), colours, pale=False)
    errors, infos = (group.columns for group in groups)
    assert errors[:, 1].tolist() == [0.0, 0.0]
    assert errors[:, 3].tolist() == [150.0, 150.0], "raised to what can be seen"
    assert infos[:, 1].tolist() == [150.0, 150.0]
    assert infos[:, 3].tolist() == [340.0, 10_000.0]


def test_words(qtbot, histogram):
    window = XWindow()
    window.set_time_bounds(START, START + 20 * S)
    strip = Strip(window)
    qtbot.addWidget(strip)
    assert strip.describe(QPointF(5, 1)) == ""
    strip.set_counts(Counts(histogram, None))
    assert strip.describe(QPointF(5, 1)) == "2026-01-02 10:00:00 – 10:00:10\n12 ERROR, 340 INFO"
    assert strip.describe(QPointF(-1, 1)) == ""
    strip.set_counts(Counts(histogram, histogram))
    assert strip.describe(QPointF(15, 1)).splitlines()[1:] == [
        "shown: 1 ERROR, 10,000 INFO",
        "of 1 ERROR, 10,000 INFO",
    ]


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_levels_differ_from_each_other_and_from_the_background(qapp, name):
    colours = PlotColours.of(load_theme(name))
    shown = [colours.level(level).name() for level in (Level.INFO, Level.WARNING, Level.ERROR, Level.CRITICAL)]
    assert len({*shown, colours.background.name()}) == 5
    assert colours.level(35) == colours.level(Level.WARNING)
