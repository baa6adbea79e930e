from __future__ import annotations

import csv

import orjson
import pytest
from PySide6.QtGui import QGuiApplication

from aidebug_gui.ui.actions import ACTIONS, call_slot
from aidebug_gui.ui.findings.mute_list import MOST, Mute, MuteList
from tests.ui.conftest import tab_of


@pytest.fixture
def panel(view):
    return view.panels.findings.panel


def titles(panel) -> list[str]:
    return [entry.finding.title for entry in panel.list.entries()]


def choose(panel, title: str) -> None:
    panel.show_page(panel.found)
    panel.list.choose(titles(panel).index(title))


def test_mute_one_show_it_again_and_unmute_it(view, panel):
    before = titles(panel)
    title = "Requests were received and never returned"
    choose(panel, title)
    rows = panel.list.current().finding.rows
    assert view.table.style_of_rows.extras.signs.group(int(rows[-1])) is not None
    panel.detail._mute_this.trigger()
    assert titles(panel) == [one for one in before if one != title]
    assert panel.summary.muted.text() == "1 muted"
    assert panel.summary.muted.isVisible()
    panel.summary.muted.click()
    assert titles(panel)[-1] == title
    panel.list.choose(len(before) - 1)
    assert panel.detail.unmute.isVisible()
    assert not panel.detail.mute.isVisible()
    panel.detail.unmute.click()
    assert titles(panel) == before
    assert not panel.summary.muted.isVisible()


def test_the_key_that_mutes_brings_back_what_it_muted(view, panel):
    before = titles(panel)
    choose(panel, "Requests were received and never returned")
    findings = view.panels.findings
    findings.mute()
    assert len(titles(panel)) == len(before) - 1
    if panel.list.current() is not None:  # the next one became current
        panel.list.setCurrentRow(-1)
    findings.mute()
    assert titles(panel) == before


def test_an_anomaly_that_is_normal_goes_from_the_plots_too(qapp, qtbot, tmp_path):
    path = tmp_path / "slow.jsonl"  # one slow answer: no other finding tells of it
    latencies = [100 + number * 7 % 13 for number in range(600)]
    latencies[400] = 9000
    records = ({"level": "info", "message": "done", "latency_ms": latency} for latency in latencies)
    path.write_bytes(b"\n".join(map(orjson.dumps, records)) + b"\n")
    with tab_of(path, qapp) as view:
        qtbot.waitUntil(view.is_idle)
        lane, panel = view.panels.plots.lane("latency_ms"), view.panels.findings.panel
        marks = len(lane.canvas.events.events())
        entry = next(entry for entry in panel.list.entries() if entry.field == "latency_ms")
        choose(panel, entry.finding.title)
        panel.detail._mute_like.trigger()
        assert len(lane.canvas.events.events()) == marks - 1
        panel.summary.muted.click()
        panel.list.choose(panel.list.count() - 1)
        panel.detail.unmute.click()
        assert len(lane.canvas.events.events()) == marks


def test_findings_are_exported_with_what_they_were_found_with(view, panel, qtbot, tmp_path):
    output = view.panels.findings.output
    with qtbot.waitSignal(view.message):
        output.export_to(tmp_path / "findings.json")
    found = orjson.loads((tmp_path / "findings.json").read_bytes())
    assert [one["title"] for one in found["findings"]] == titles(panel)
    assert found["parameters"]["false_alarms_per_10000"] == {"all": 2.0}
    assert found["findings"][0]["lines"] == [1920]
    with qtbot.waitSignal(view.message):
        output.export_to(tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == titles(panel)
    assert rows[0]["lines"] == "1920"


def test_the_log_itself_is_not_overwritten(view, qtbot):
    log = view.session.store.path
    before = log.read_bytes()
    view.panels.findings.output.export_to(log)
    qtbot.waitUntil(view.is_idle)
    assert log.read_bytes() == before
    assert view.banner.isVisible()
    view.banner.hide()


@pytest.mark.parametrize("stored", [None, 7, [["a"], ["a", 1, ""], "abc"], {}])
def test_what_cannot_be_read_is_left_out(stored):
    assert MuteList.read("/log", stored).stored() in ([], [["a", "b", "c"]])


def test_what_is_kept_is_read_again_and_has_an_end():
    muted = MuteList("/log")
    for number in range(MOST + 5):
        muted.add(Mute("kind", str(number)))
    muted.add(Mute("kind", str(MOST + 4)))
    stored = muted.stored()
    assert len(stored) == MOST
    assert stored[-1] == ["kind", str(MOST + 4), ""]
    assert MuteList.read("/log", stored).stored() == stored


def test_a_finding_is_copied_shown_alone_and_called_normal_by_keys(qtbot, view, panel):
    def act(name: str) -> None:
        call_slot(next(spec.slot for spec in ACTIONS if spec.name == name), None, view)

    panel.list.choose(-1)
    before, records = titles(panel), view.session.shown
    with qtbot.waitSignal(view.message) as told:
        act("mute_finding")
    assert told.args == ["Go to a finding first, with N"]
    assert titles(panel) == before
    act("next_finding")
    finding = panel.list.current().finding
    act("copy_finding")
    assert finding.title in QGuiApplication.clipboard().text()
    act("only_finding")
    qtbot.waitUntil(lambda: view.session.shown == len(finding.rows))
    act("only_finding")
    qtbot.waitUntil(lambda: view.session.shown == records)
    qtbot.waitUntil(view.is_idle)
    assert view.table.current_record() == panel.list.current().first_record > 0
    with qtbot.waitSignal(view.message) as told:
        act("mute_finding")
    assert told.args[0].startswith("Muted.")
    assert titles(panel) == before[1:]
    panel.summary.muted.click()
    panel.list.choose(len(before) - 1)
    act("mute_finding")
    assert titles(panel) == before
