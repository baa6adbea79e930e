from __future__ import annotations

import numpy as np
import orjson
import pytest
from PySide6.QtGui import QGuiApplication

from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.insights.threshold_page import Decision
from aidebug_gui.ui.log_view import LogView
from tests.ui.conftest import tab_of


def texts(page, column: int) -> list[str]:
    model = page.sheet.sheet_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def opened(view, qtbot, name: str):
    """Open a page from its action and wait for its answer."""
    getattr(view.panels.insights, name)()
    qtbot.waitUntil(view.is_idle)
    return getattr(view.panels.findings.insights, name).page


def test_patterns_only_and_without(view, qtbot):
    page = opened(view, qtbot, "patterns")
    assert page.head.text().startswith("17 patterns in 3,176 records")
    assert texts(page, 4)[0] == "prediction served"
    assert texts(page, 0)[0] == "2,477"
    assert "new" in texts(page, 3)
    page.sheet.selectRow(texts(page, 4).index("GET /health"))
    page.only.click()
    qtbot.waitUntil(lambda: view.session.shown == 120 and view.is_idle())
    assert view.session.query == 'pattern:"GET /health"'
    assert len(texts(page, 4)) == 17  # the list stays, to choose another
    page.without.click()
    qtbot.waitUntil(lambda: view.session.shown == 3176 - 120 and view.is_idle())
    view.filter_bar.set_filter("level:info " + view.session.query)
    qtbot.waitUntil(lambda: view.session.query.startswith("level:info") and view.is_idle())
    assert 0 < view.session.shown < 3176 - 120
    assert "GET /health" in texts(page, 4)  # what is hidden is still listed
    assert page.head.text().startswith(f"{len(texts(page, 4))} patterns in ")


def test_patterns_are_those_of_what_is_shown(view, qtbot):
    page = opened(view, qtbot, "patterns")
    view.filter_bar.set_filter("level>=error")
    qtbot.waitUntil(lambda: view.session.shown == 79 and view.is_idle())
    assert "in 79 records" in page.head.text()
    assert "prediction served" not in texts(page, 4)
    page.search.setText("timeout")
    assert all("timeout" in text.lower() for text in texts(page, 4))
    page.search.clear()


def test_drift_against_the_first_part_and_against_chosen_records(view, qtbot):
    page = opened(view, qtbot, "drift")
    assert "the first part of the log" in page.head.text()
    assert texts(page, 0)[0] == "over time"
    page.sheet.selectRow(texts(page, 1).index("v4"))
    page.only.click()
    qtbot.waitUntil(lambda: view.session.query == "model_version:v4" and view.is_idle())
    page.reference.click()
    qtbot.waitUntil(view.is_idle)
    assert "against 1,012 chosen records" in page.head.text() or "chosen records" in page.head.text()
    assert texts(page, 0)[0] == "with reference"
    page.reference.click()
    qtbot.waitUntil(view.is_idle)
    assert texts(page, 0)[0] == "over time"


@pytest.fixture
def judged(qtbot, qapp, tmp_path):
    """400 predictions whose truth is known: a perfect order with ten mistakes on each side of 0.8."""
    rng = np.random.default_rng(3)
    scores = rng.uniform(0, 1, 400).round(4)
    truth = scores > 0.8
    truth[np.flatnonzero(truth)[:10]] = False
    truth[np.flatnonzero(scores < 0.5)[:10]] = True
    path = tmp_path / "predictions.jsonl"
    lines = [
        {"message": "prediction", "level": "INFO", "score": score, "target": int(one)}
        for score, one in zip(scores.tolist(), truth.tolist(), strict=True)
    ]
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitUntil(view.is_idle)
    yield view, scores, truth
    view.close_log()


def test_a_threshold_is_judged_while_it_moves(judged, qtbot):
    view, scores, truth = judged
    page = opened(view, qtbot, "threshold")
    beyond = scores > 0.8
    assert page.truth.currentData() == "target"
    assert page.counts.text().startswith(f"score > 0.80: {beyond.sum()} of 400 records")
    assert page.cells[Decision.FALSE_POSITIVE].text() == f"{(beyond & ~truth).sum()}\nfalse positives"
    assert "Positive is target = 1." in page.measures.text()
    assert page.calibration.accessibleDescription().count(";") == 9
    view.panels.plots.lane("score").canvas.set_threshold(0.4)
    assert page.counts.text().startswith(f"score > 0.40: {(scores > 0.4).sum()} of 400")
    page.best.click()
    assert page.counts.text().startswith("score > 0.8") or page.counts.text().startswith("score > 0.7")
    view.panels.plots.lane("score").canvas.set_threshold(0.8)
    for decision, wanted in (
        (Decision.FALSE_POSITIVE, beyond & ~truth),
        (Decision.FALSE_NEGATIVE, ~beyond & truth),
        (Decision.TRUE_POSITIVE, beyond & truth),
    ):
        page.cells[decision].click()
        rows = np.flatnonzero(wanted)
        qtbot.waitUntil(lambda rows=rows: view.session.shown == len(rows) and view.is_idle())
        assert np.array_equal(view.session.selection, rows)
    page.truth.setCurrentIndex(0)
    page.truth.activated.emit(0)
    qtbot.waitUntil(view.is_idle)
    assert not page.best.isVisible()
    assert "Choose the field with the truth" in page.measures.text()


def test_predictions_of_many_classes_are_judged_by_whether_they_are_right(qtbot, qapp, tmp_path):
    path = tmp_path / "classes.jsonl"
    lines = [
        {"y_pred": "abc"[n % 3], "y_true": "abc"[n % 3 if n % 5 else (n + 1) % 3], "score": 0.9 if n % 7 else 0.5}
        for n in range(105)
    ]
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(view.is_idle)
    page = opened(view, qtbot, "threshold")
    assert page.truth.currentText() == "label=target"
    for decision, right in ((Decision.FALSE_POSITIVE, False), (Decision.TRUE_POSITIVE, True)):
        page.cells[decision].click()
        wanted = [n for n in range(105) if n % 7 and (n % 5 > 0) is right]
        qtbot.waitUntil(lambda wanted=wanted: view.session.shown == len(wanted) and view.is_idle())
        assert view.session.selection.tolist() == wanted
    assert view.session.query == "score>0.80 label=target"
    view.close_log()


def test_a_log_without_numbers_has_nothing_to_judge(qtbot, qapp, tmp_path):
    path = tmp_path / "words.log"
    path.write_text("one\ntwo\nthree\n")
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(view.is_idle)
    assert opened(view, qtbot, "threshold").counts.text() == "This log has no numbers to evaluate."
    assert "no numbers" in opened(view, qtbot, "drift").head.text()
    assert opened(view, qtbot, "patterns").head.text().startswith("3 patterns in 3 records")
    view.close_log()


def test_usage_by_model_and_by_endpoint(view, qtbot):
    page = opened(view, qtbot, "usage")
    assert texts(page, 0) == ["fraud"]
    assert texts(page, 1) == ["2,478"]
    assert page.sheet.isColumnHidden(4)  # it names no tokens
    page.field.setCurrentIndex(page.field.findData("endpoint"))
    page.field.activated.emit(page.field.currentIndex())
    qtbot.waitUntil(lambda: texts(page, 0) == ["/predict", "/health"] and view.is_idle())
    page.sheet.choose(1)
    page.only.click()
    qtbot.waitUntil(lambda: view.session.query == 'endpoint:"/health"' and view.is_idle())
    assert texts(page, 0) == ["/predict", "/health"]  # the list stays, to choose another
    page.sheet.choose(0)
    page.only.click()
    qtbot.waitUntil(lambda: view.session.query == 'endpoint:"/predict"' and view.is_idle())
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("endpoint,calls,failed,")
    view.filter_bar.set_filter("status:404")
    qtbot.waitUntil(lambda: view.session.query == "status:404" and view.is_idle())
    assert sum(line.calls for line in page.lines) <= view.session.shown


def test_usage_of_a_log_without_groups(qtbot, qapp, tmp_path):
    path = tmp_path / "plain.log"
    path.write_text("one\ntwo\n")
    with tab_of(path, qapp) as view:
        qtbot.waitUntil(view.is_idle)
        page = opened(view, qtbot, "usage")
        assert page.head.text().startswith("This log names no model")


def test_a_log_without_a_known_truth_says_how_to_name_it(qtbot, qapp, tmp_path):
    path = tmp_path / "unnamed.jsonl"
    path.write_bytes(b"".join(orjson.dumps({"score": n / 50, "seen": f"kind {n % 5}"}) + b"\n" for n in range(50)))
    view = LogView(open_log(path), path, Actions(qapp))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(view.is_idle)
    page = opened(view, qtbot, "threshold")
    assert page.truth.count() == 1
    assert "make it the column “Target”" in page.measures.text()
    view.close_log()
