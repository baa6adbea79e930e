"""The plot panel with the real engine and real mouse events."""

from __future__ import annotations

import gc
import json
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.plots.gutter import Gutter
from aidebug_gui.ui.plots.menus import AddLaneMenu, PlotMenu
from aidebug_gui.ui.plots.panel import PlotPanel, default_lanes
from aidebug_gui.ui.state.plot_memory import lanes_now
from aidebug_gui.ui.theme.manager import ThemeManager
from tests.ui.plots.conftest import write_log

START_NS = 1_767_348_000 * 1_000_000_000
SECOND = 1_000_000_000


def number(name: str, fill: float = 1.0) -> Field:
    return Field(name, name, Kind.NUMBER, fill=fill)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([number("score"), number("cost"), number("latency_ms")], ["score", "latency_ms"]),
        ([number("latency_ms"), number("loss")], ["latency_ms", "loss"]),
        ([number("step"), number("loss"), number("grad_norm"), number("lr")], ["loss", "grad_norm"]),
        ([number("tokens_in"), number("a"), number("b")], ["tokens_in", "a"]),
        ([number("score", fill=0.0), number("loss")], ["loss"]),
        ([Field("model", "Model", Kind.CATEGORY)], []),
    ],
)
def test_default_lanes(fields, expected):
    assert default_lanes(fields) == expected


def test_score_and_latency_are_plotted_unasked(panel):
    assert panel.lanes() == ["score", "latency_ms"]
    score = panel.lane("score").canvas
    assert score.threshold == 0.8
    assert score.item.mark_count == 20
    assert score.tag.label.text() == "0.80 · 20 beyond (10.0 %)"
    assert panel.lane("latency_ms").canvas.threshold is None
    assert panel.lane("score").gutter.note.text() == "200 values"
    assert panel.lane("latency_ms").gutter.title.text() == "Latency, ms"


def test_a_default_threshold_that_most_values_are_beyond_is_left_out(qtbot, panel, open_store, tmp_path):
    lane, store = (
        panel.lane("score"),
        open_store(write_log(tmp_path / "sure.jsonl", 60, score=lambda n: 0.7 + n % 4 / 10)),
    )
    panel.set_selection(np.arange(0, 200, 10, dtype=np.int64))
    qtbot.waitUntil(panel.is_idle)
    assert lane.canvas.threshold == 0.8, "all that a filter shows may be beyond"
    panel.set_store(store)
    qtbot.waitUntil(panel.is_idle)
    lane = panel.lane("score")
    assert lane.canvas.series.size == 60
    assert lane.canvas.threshold is None
    assert lane.canvas.item.mark_count == 0
    assert lanes_now(panel) is None, "nobody chose anything"
    lane.toggle_threshold(True)
    panel.refresh()
    qtbot.waitUntil(panel.is_idle)
    assert lane.canvas.threshold == 0.8, "what the user chose stays"


def test_plots_stand_exactly_below_each_other(panel):
    lefts = {canvas.mapTo(panel, QPoint(int(canvas.plot_rect.left()), 0)).x() for canvas in panel.canvases()}
    rights = {canvas.mapTo(panel, QPoint(int(canvas.plot_rect.right()), 0)).x() for canvas in panel.canvases()}
    assert len(lefts) == len(rights) == 1


def test_brush_gives_the_times(qtbot, panel, mouse):
    strip = mouse(panel.strip)
    y = sum(panel.strip.y_range) / 2
    with qtbot.waitSignal(panel.time_brushed) as brushed:
        strip.drag(strip.at(50, y), strip.at(100, y))
    first, last = brushed.args
    assert isinstance(first, int)
    pixel_ns = panel.strip.pixel_size[0] * SECOND
    assert abs(first - (START_NS + 50 * SECOND)) <= pixel_ns
    assert abs(last - (START_NS + 100 * SECOND)) <= pixel_ns
    with qtbot.waitSignal(panel.time_cleared):
        strip.double_click(strip.at(50, y))


def test_shift_drag_brushes_a_lane(qtbot, panel, mouse):
    lane = mouse(panel.lane("score").canvas)
    with qtbot.waitSignal(panel.time_brushed) as brushed:
        lane.drag(lane.at(20, 0.5), lane.at(10, 0.5), Qt.KeyboardModifier.ShiftModifier)
    assert brushed.args[0] < brushed.args[1]


def test_escape_gives_a_brush_up(qtbot, panel, mouse):
    strip = mouse(panel.strip)
    with qtbot.assertNotEmitted(panel.time_brushed):
        strip.send(QEvent.Type.MouseButtonPress, strip.at(50, 1), Qt.KeyboardModifier.NoModifier)
        strip.move(strip.at(90, 1))
        QTest.keyClick(panel.strip.viewport(), Qt.Key.Key_Escape)
        strip.send(QEvent.Type.MouseButtonRelease, strip.at(90, 1), Qt.KeyboardModifier.NoModifier)


def test_wheel_zooms_all_lanes_and_double_click_resets(qtbot, panel, mouse):
    before = panel.window_x.visible
    lane = mouse(panel.lane("score").canvas)
    lane.wheel(lane.at(100, 0.5), 4)
    qtbot.waitUntil(panel.is_idle)
    first, last = panel.window_x.visible
    assert first < 100 < last
    assert last - first == pytest.approx(0.8**4 * (before[1] - before[0]))
    for canvas in panel.canvases():
        assert canvas.view.viewRange()[0] == pytest.approx([first, last])
    lane.double_click(lane.at(100, 0.5))
    assert panel.window_x.visible == before


def test_drag_pans(qtbot, panel, mouse):
    lane = mouse(panel.lane("latency_ms").canvas)
    panel.window_x.show_range(50, 100)
    qtbot.waitUntil(panel.is_idle)
    middle = sum(panel.lane("latency_ms").canvas.y_range) / 2
    lane.drag(lane.at(80, middle), lane.at(70, middle))
    assert panel.window_x.visible[0] == pytest.approx(60, abs=0.5)


def test_threshold_follows_the_mouse_and_counts(qtbot, panel, mouse):
    canvas = panel.lane("score").canvas
    lane = mouse(canvas)
    lane.drag(lane.at(30, 0.8), lane.at(60, 0.05))
    assert canvas.threshold == pytest.approx(0.05, abs=0.03)
    assert canvas.tag.label.text().endswith("200 beyond (100.0 %)")
    canvas.set_threshold(0.5)
    with qtbot.waitSignal(panel.threshold_filter_requested) as asked:
        QTest.mouseClick(canvas.tag.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["score>0.50"]
    assert len(panel._source.store.select(asked.args[0])) == 20
    canvas.swap_side()
    assert canvas.filter_term() == "score<0.50"
    assert canvas.tag.label.text().startswith("0.50 · 180 beyond")


@pytest.mark.parametrize("name", ["a>b", "loss ratio", 'say "hi"', "größe", "or"])
def test_filter_of_any_field_finds_what_was_counted(qtbot, panel, open_store, log_writer, tmp_path, name):
    path = log_writer(tmp_path / "odd.jsonl", 60, **{name: lambda n: n / 10})
    panel.set_store(open_store(path))
    panel.add_lane(name)
    qtbot.waitUntil(panel.is_idle)
    canvas = panel.lane(name).canvas
    for threshold in (0.55, -3.0, 2.0):
        canvas.set_threshold(threshold)
        found = panel._source.store.select(canvas.filter_term())
        assert len(found) == canvas.series.beyond(threshold)


def test_threshold_can_be_typed(panel):
    tag = panel.lane("score").canvas.tag
    QTest.mouseDClick(tag.label, Qt.MouseButton.LeftButton)
    assert tag.edit.isVisible()
    tag.edit.setText("0,05")
    QTest.keyClick(tag.edit, Qt.Key.Key_Return)
    assert panel.lane("score").canvas.threshold == 0.05
    QTest.mouseDClick(tag.label, Qt.MouseButton.LeftButton)
    tag.edit.setText("nonsense")
    QTest.keyClick(tag.edit, Qt.Key.Key_Escape)
    assert panel.lane("score").canvas.threshold == 0.05
    assert not tag.edit.isVisible()


def test_click_on_a_point_names_its_record(qtbot, panel, mouse):
    lane = mouse(panel.lane("score").canvas)
    with qtbot.waitSignal(panel.record_clicked) as clicked:
        lane.click(lane.at(70, 0.9))
    assert clicked.args == [70]
    with qtbot.assertNotEmitted(panel.record_clicked):
        lane.click(lane.at(75, 0.5))


def test_hover_tells_value_time_and_record(panel, mouse):
    lane = mouse(panel.lane("latency_ms").canvas)
    lane.move(lane.at(13, 106))
    assert panel.hover.text() == "Latency 106 ms\n2026-01-02 10:00:13.000\nrecord 13"
    assert panel.hover.textFormat() == Qt.TextFormat.PlainText
    strip = mouse(panel.strip)
    strip.move(strip.at(0.2, 0.1))
    assert panel.hover.text().splitlines()[0].startswith("2026-01-02 10:00:00")
    assert "1 ERROR" in panel.hover.text()
    QApplication.sendEvent(panel.strip, QEvent(QEvent.Type.Leave))
    assert not panel.hover.isVisible()


def test_selection_is_drawn_over_the_whole(qtbot, panel, mouse):
    panel.set_selection(panel._source.store.select("level:error"))
    qtbot.waitUntil(panel.is_idle)
    assert panel.lane("score").canvas.series.size == 4
    assert panel.strip._counts.selected.counts.sum() == 4
    assert panel.strip._counts.total.counts.sum() == 200
    strip = mouse(panel.strip)
    strip.move(strip.at(0.2, 0.1))
    assert "shown: 1 ERROR" in panel.hover.text()


def test_current_record_is_marked_in_all_plots(qtbot, panel):
    panel.set_current(40)
    canvas = panel.lane("score").canvas
    assert canvas.cursor_line.isVisible()
    assert canvas.cursor_line.value() == pytest.approx(40)
    assert canvas.ring.isVisible()
    panel.set_selection(np.array([1, 2], dtype=np.int64))
    qtbot.waitUntil(panel.is_idle)
    assert panel.strip.cursor_line.value() == pytest.approx(40), "found by asking the engine for the time"
    assert not canvas.ring.isVisible()
    panel.set_current(-1)
    assert not panel.strip.cursor_line.isVisible()


def test_lanes_come_and_go(qtbot, panel):
    panel.add_lane("nowhere")
    panel.add_lane("nowhere")
    panel.remove_lane("score")
    qtbot.waitUntil(panel.is_idle)
    assert panel.lanes() == ["latency_ms", "nowhere"]
    panel.refresh()
    qtbot.waitUntil(panel.is_idle)
    assert panel.lanes() == ["latency_ms", "nowhere"], "what the user chose stays"
    menu = AddLaneMenu(panel)
    score = next(action for action in menu.actions() if action.data() == "score")
    score.trigger()
    assert "score" in panel.lanes()


def test_lane_menu(panel):
    lane = panel.lane("latency_ms")
    for text, check in (
        ("Logarithmic scale", lambda: lane.canvas.logarithmic),
        ("Connect the points", lambda: lane.canvas.line),
        ("Threshold", lambda: lane.canvas.threshold is not None),
    ):
        menu = PlotMenu(panel, lane)
        next(action for action in menu.actions() if action.text() == text).trigger()
        assert check()
    menu = PlotMenu(panel, lane)
    next(action for action in menu.actions() if action.text() == "Remove this lane").trigger()
    assert panel.lanes() == ["score"]


def test_the_band_of_usual_values_lies_behind_the_line(qtbot, panel):
    lane = panel.lane("latency_ms")
    expected = lane.canvas.expected
    assert expected.at(30.0) is None  # too little came before
    assert expected.at(150.0) == (100.0, 106.0)
    assert expected.item.zValue() < lane.canvas.item.zValue()
    place = lane.canvas.place_of(150)
    assert lane.canvas.describe(place).endswith("usual before: 100 to 106")
    menu = PlotMenu(panel, lane)
    next(action for action in menu.actions() if action.text() == "Band of the usual values").trigger()
    qtbot.waitUntil(panel.is_idle)
    assert expected.at(150.0) is None
    assert "usual" not in lane.canvas.describe(place)


def test_the_band_follows_a_logarithmic_scale(qtbot, panel):
    canvas = panel.lane("latency_ms").canvas
    canvas.set_logarithmic(True)
    qtbot.waitUntil(panel.is_idle)
    assert canvas.expected.at(150.0) == (100.0, 106.0)


def test_sensitivity_is_asked_from_the_menu_of_a_lane(qtbot, panel):
    menu = PlotMenu(panel, panel.lane("score"))
    with qtbot.waitSignal(panel.sensitivity_requested) as asked:
        next(action for action in menu.actions() if action.text().startswith("Sensitivity")).trigger()
    assert asked.args == ["score"]


def test_record_axis(qtbot, panel, mouse):
    panel.use_record_axis(True)
    qtbot.waitUntil(panel.is_idle)
    assert not panel.strip.isVisible()
    lane = mouse(panel.lane("score").canvas)
    with qtbot.waitSignal(panel.record_clicked) as clicked:
        lane.click(lane.at(120, 0.9))
    assert clicked.args == [120]
    panel.use_record_axis(False)
    qtbot.waitUntil(panel.is_idle)
    assert panel.strip.isVisible()


def test_log_without_times_uses_record_numbers(qtbot, panel, open_store, tmp_path):
    path = tmp_path / "timeless.jsonl"
    path.write_text("".join(json.dumps({"loss": 1 / (n + 1)}) + "\n" for n in range(50)))
    panel.set_store(open_store(path))
    qtbot.waitUntil(panel.is_idle)
    assert panel.window_x.axis == "record"
    assert panel.lanes() == ["loss"]
    assert panel.lane("loss").canvas.series.size == 50
    assert panel.ruler.context() == "record"


def test_log_with_nothing_to_plot_says_so(qtbot, panel, open_store, tmp_path):
    path = tmp_path / "words.log"
    path.write_text("only words\nmore words\n")
    panel.set_store(open_store(path))
    qtbot.waitUntil(panel.is_idle)
    assert panel._empty.isVisible()
    panel.set_store(None)
    assert panel.lanes() == []


def test_what_has_nothing_to_plot_leaves_its_room_and_takes_it_back(qtbot, panel, open_store, tmp_path):
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.addWidget(panel)
    splitter.addWidget(QWidget())
    splitter.resize(900, 600)
    splitter.show()
    splitter.setSizes([300, 300])
    before = splitter.sizes()
    path = tmp_path / "words.log"
    path.write_text("only words\n")
    with_times = panel._source.store
    panel.set_store(open_store(path))
    qtbot.waitUntil(panel.is_idle)
    assert splitter.sizes()[0] < before[0] / 2
    assert panel.usual_height() == before[0]  # what is remembered for the next log
    panel.set_store(with_times)
    qtbot.waitUntil(panel.is_idle)
    assert splitter.sizes() == before
    panel.setParent(None)


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_export(panel, tmp_path, suffix):
    path = tmp_path / f"plots.{suffix}"
    panel.export_picture(path)
    data = path.read_bytes()
    assert len(data) > 5000
    assert data.startswith(b"\x89PNG") if suffix == "png" else b"<svg" in data
    with pytest.raises(OSError, match="absent"):
        panel.export_picture(tmp_path / "absent" / f"plots.{suffix}")


def test_theme_change_reaches_the_plots(qtbot, panel):
    manager = ThemeManager()
    try:
        manager.choose("dark")
        qtbot.waitUntil(lambda: panel.strip.colours.background.lightness() < 100)
    finally:
        manager.choose("light")
    qtbot.waitUntil(lambda: panel.strip.colours.background.lightness() > 200)
    qtbot.waitUntil(panel.is_idle)


def test_closed_panel_is_forgotten(qtbot, open_store):
    panel = PlotPanel()
    panel.set_store(open_store())
    panel.show()
    qtbot.waitUntil(panel.is_idle)
    panel.jobs.close()
    gone = weakref.ref(panel)
    panel.deleteLater()
    del panel
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_a_long_name_of_a_lane_takes_two_lines(qtbot, panel):
    short, long = Gutter("score"), Gutter("tokens_per_second_per_gpu of the whole long run on all machines")
    for gutter in (short, long):
        qtbot.addWidget(gutter)
        gutter.resize(gutter.standard_width(), 120)
        gutter.show()
    assert short.title.lines() == ["score"]
    first, second = long.title.lines()
    assert first.endswith("_")
    assert second.endswith("…")
    assert long.title.toolTip() == "tokens_per_second_per_gpu of the whole long run on all machines"


def test_the_histogram_alone_leaves_room_to_the_table(qtbot, panel, open_store, tmp_path):
    path = tmp_path / "times.log"
    path.write_text("".join(f"2026-01-01 10:00:{n:02d},000 - app - INFO - only words\n" for n in range(40)))
    panel.resize(900, 320)
    panel.set_store(open_store(path))
    qtbot.waitUntil(panel.is_idle)
    assert panel.lanes() == []
    assert panel.strip.isVisible()
    assert panel.maximumHeight() < 320
    assert panel.usual_height() == 320
    ticks = [value for _, values in panel.strip.axis.tickValues(0.0, 1.06, 100.0) for value in values]
    assert ticks
    assert all(value == round(value) for value in ticks), "there are no half records"


@pytest.mark.parametrize(("low", "high"), [(-480.0, 4480.0), (-0.1, 0.9), (1.05, 4.9), (-30.0, 470.0), (0.0, 2.0)])
def test_an_axis_has_two_labels_that_do_not_touch(panel, low, high):
    axis = panel.strip.axis
    axis.counts = False
    height = 5.0 * axis.line_height
    ((_, values),) = axis.tickValues(low, high, height)
    assert len(values) >= 2
    apart = (values[1] - values[0]) / (high - low) * height
    assert apart >= axis.line_height
    assert len(axis.tickStrings(values, 1.0, values[1] - values[0])) == len(values)


def test_a_trend_has_no_band_that_most_of_it_misses(qtbot, panel, open_store, tmp_path):
    falling = write_log(tmp_path / "run.jsonl", 300, score=lambda n: 0.99**n, latency_ms=lambda n: 100 + n % 7)
    panel.set_store(open_store(falling))
    qtbot.waitUntil(panel.is_idle)
    score, latency = (panel.lane(name).canvas.expected for name in ("score", "latency_ms"))
    middle = sum(panel.window_x.visible) * 0.9
    assert score.at(middle) is None
    assert latency.at(middle) is not None


@pytest.mark.parametrize("axis", ["time", "record"])
def test_a_value_that_stays_nan_is_shaded_and_named(qtbot, panel, open_store, tmp_path, axis):
    log = tmp_path / "train.log"
    log.write_text(
        "".join(
            f"2026-01-02 10:{n // 60:02}:{n % 60:02},000 - train - INFO - step={n} "
            f"loss={'nan' if n >= 120 else 'inf' if n == 60 else 2 - n / 100} mem=17.3GB 3.2s/it\n"
            for n in range(200)
        )
    )
    panel.set_store(open_store(log))
    panel.use_record_axis(axis == "record")
    qtbot.waitUntil(panel.is_idle)
    lane = panel.lane("loss").canvas
    assert lane.not_finite.words() == ["∞", "NaN"]
    first, last = lane.not_finite.spans()[1]
    start = lane.from_series(START_NS + 120 * SECOND if axis == "time" else 120.0)
    assert first == pytest.approx(start)
    assert last == pytest.approx(start + 79)
    told = lane.not_finite.describe((first + last) / 2).splitlines()
    assert told[0] == "NaN in 80 records"
    assert told[1:] == (["2026-01-02 10:02:00.000 – 2026-01-02 10:03:19.000"] if axis == "time" else [])
    assert lane.not_finite.describe(first - 20) == ""
    low, high = lane.y_range
    place = lane.to_pixels((first + last) / 2, (low + high) / 2).toPoint()
    with qtbot.waitSignal(panel.record_clicked) as clicked:
        qtbot.mouseClick(lane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [120]
    place = lane.to_pixels(first + 5, lane.y_range[0]).toPoint() - QPoint(0, 3)
    assert lane.grab().toImage().pixelColor(place) == lane.colours.level(Level.ERROR, pale=True)
    panel.set_selection(np.arange(0, 60, dtype=np.int64))
    qtbot.waitUntil(panel.is_idle)
    assert lane.not_finite.words() == []


def test_values_that_are_nan_now_and_then_leave_the_lane_as_it_is(qtbot, panel, open_store, tmp_path):
    log = write_log(tmp_path / "some.jsonl", 5000, score=lambda n: "NaN" if n % 20 == 7 else 0.5)
    panel.set_store(open_store(log))
    qtbot.waitUntil(panel.is_idle)
    lane = panel.lane("score").canvas
    assert lane.series.not_finite.counts.tolist() == [1] * 250
    assert lane.not_finite.words() == []
    panel.window_x.show_range(lane.from_series(START_NS), lane.from_series(START_NS + 50 * SECOND))
    qtbot.waitUntil(panel.is_idle)
    assert len(lane.not_finite.words()) == 3
