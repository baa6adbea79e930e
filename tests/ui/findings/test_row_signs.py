from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.ui.findings.entries import Entry, Group, problem
from aidebug_gui.ui.findings.row_signs import RowSigns
from aidebug_gui.ui.theme import load_theme


def finding(severity: Severity, rows: list[int], count: int | None = None) -> Finding:
    numbers = np.array(rows, dtype=np.int64)
    return Finding("kind", severity, "t", "s", "c", "f", numbers, count or len(rows))


def test_the_worst_finding_of_a_record_gives_its_sign():
    theme = load_theme("light")
    signs = RowSigns([problem(finding(Severity.WARNING, [3, 4])), problem(finding(Severity.CRITICAL, [4]))])
    assert signs.group(3) is Group.WARNING
    assert signs.group(4) is Group.CRITICAL
    assert signs.colour(5, theme) is None
    assert signs.colour(4, theme) != signs.colour(3, theme)
    assert signs.rows().tolist() == [3, 4]


def test_an_episode_is_signed_whole_though_it_names_not_all_its_records():
    signs = RowSigns([problem(finding(Severity.WARNING, [10, 20, 30], count=21), "score")])
    assert signs.group(15) is Group.WARNING
    assert signs.group(31) is None
    assert signs.rows().tolist() == list(range(10, 31))


def test_notes_and_personal_data_get_no_sign():
    signs = RowSigns([problem(finding(Severity.INFO, [1])), Entry(finding(Severity.ERROR, [2]), Group.PERSONAL)])
    assert signs.rows().tolist() == []
