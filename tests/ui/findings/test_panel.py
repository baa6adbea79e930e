from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.ui.findings.entries import Entry, Group, as_text, count_words, counts, ordered, problem
from aidebug_gui.ui.findings.marks import paint_mark
from aidebug_gui.ui.findings.panel import FindingsPanel
from aidebug_gui.ui.theme import load_theme


def finding(title: str, severity: Severity = Severity.WARNING, rows: int = 3, *, first: int = 0) -> Finding:
    numbers = np.arange(first, first + rows, dtype=np.int64)
    return Finding(
        "kind", severity, title, f"{title} happened.", "Nobody knows.", "Look.", numbers, rows, subject=title
    )


@pytest.fixture
def panel(qtbot):
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 250)
    panel.show()
    return panel


def test_entries_are_ordered_by_group_then_as_the_log_goes():
    late, early = problem(finding("late", first=9)), problem(finding("early", first=1))
    worst = problem(finding("worst", Severity.CRITICAL, first=20))
    secret = Entry(finding("key", Severity.ERROR, first=30), Group.SECRET)
    mail = Entry(finding("mail", Severity.INFO), Group.PERSONAL)
    assert ordered([mail, late, worst, early, secret]) == [secret, worst, early, late, mail]


def test_personal_data_is_counted_by_value_and_problems_by_finding():
    entries = [problem(finding("a")), problem(finding("b")), Entry(finding("mail", rows=3), Group.PERSONAL, values=41)]
    assert counts(entries) == {Group.WARNING: 2, Group.PERSONAL: 41}
    assert count_words(Group.WARNING, 1) == "1 warning"
    assert count_words(Group.PERSONAL, 41) == "41 personal data"


def test_text_for_the_clipboard():
    assert as_text(problem(finding("Retries"))) == (
        "WARNING  Retries\nRetries happened.\nLikely cause: Nobody knows.\nWhat helps: Look.\n"
    )


def test_text_of_the_log_is_never_rich_text(panel):
    panel.set_entries([problem(finding("<b>bold</b><img src=x>"))])
    panel.step(1)
    assert panel.detail.title.text() == "<b>bold</b><img src=x>"
    assert {label.textFormat() for label in panel.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert "<b>" not in panel.list.item(0).toolTip()


def test_the_current_finding_stays_when_others_come(panel, qtbot):
    first, second = problem(finding("first", first=1)), problem(finding("second", first=2))
    panel.set_entries([first, second])
    panel.step(1)
    panel.step(1)
    with qtbot.assertNotEmitted(panel.entry_chosen):
        panel.set_entries([problem(finding("new", Severity.ERROR)), first, problem(finding("second", first=2))])
    assert panel.list.current().finding.title == "second"
    assert panel.detail.title.text() == "second"


def test_nothing_is_said_before_anybody_looked(panel):
    panel.set_entries([])
    assert panel.summary.headline.text() == ""
    panel.show_search(True)
    panel.show_search(False)
    assert panel.summary.headline.text() == "Nothing odd was found."


def test_a_finding_that_is_gone_is_explained_no_more(panel):
    panel.show_search(True)
    panel.show_search(False)
    panel.set_entries([problem(finding("first"))])
    panel.step(1)
    panel.set_entries([])
    assert panel.list.current() is None
    assert not panel.detail.copy.isEnabled()
    assert panel.summary.headline.text() == "Nothing odd was found."


def test_the_search_and_its_failure_are_told(panel):
    panel.show_search(True)
    assert "looking" in panel.summary.headline.text()
    assert panel.summary.search.text() == "Stop"
    panel.show_search(False, "the file is gone")
    assert "the file is gone" in panel.summary.headline.text()


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_every_group_has_its_own_shape(theme, qapp):
    shapes = set()
    for group in Group:
        image = QImage(24, 24, QImage.Format.Format_Alpha8)
        image.fill(0)
        painter = QPainter(image)
        paint_mark(painter, group, QRectF(0, 0, 24, 24), load_theme(theme))
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == len(Group)
