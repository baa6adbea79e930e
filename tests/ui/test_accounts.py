"""What the status bar says."""

from __future__ import annotations

from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.accounts import accounts_line, accounts_tooltip, empty_text, progress_text

STATE = StoreState(
    bytes_total=1000,
    bytes_read=710,
    lines=4_000_000,
    records=3_998_210,
    continuation=1_700,
    blank=90,
    not_understood=7,
    formats={"JSON": 1_479_338, "Python text": 2_518_872},
)


def test_line():
    assert accounts_line(STATE, 12_031) == (
        "4,000,000 lines · 3,998,210 records · 12,031 shown · Python text 62 %, JSON 37 % · 7 not understood"
    )


def test_line_of_a_small_log():
    state = StoreState(lines=1, records=1, formats={"JSON": 1}, complete=True)
    assert accounts_line(state, 1) == "1 line · 1 record · JSON 100 %"


def test_progress():
    assert progress_text(STATE) == "reading 71 %"
    assert progress_text(StoreState(complete=True, notice="The file shrank.")) == "The file shrank."
    assert progress_text(StoreState(cancelled=True, bytes_read=1, bytes_total=2)) == "reading stopped at 50 %"
    assert progress_text(StoreState(error="disk gone")) == "stopped: disk gone"


def test_accounts_add_up_in_words():
    text = accounts_tooltip(STATE)
    assert "= 4,000,000 of 4,000,000 lines" in text
    assert "7 records that no format recognises" in text


def test_a_table_without_rows_says_why():
    assert empty_text(StoreState(complete=True), "") == "This log is empty."
    assert empty_text(StoreState(complete=True, lines=3, blank=3), "") == "This log has only blank lines."
    assert empty_text(StoreState(), "") == ""
    assert empty_text(StoreState(records=5), "") == ""
    assert "so far" in empty_text(StoreState(records=5), "level:error")
    assert empty_text(StoreState(records=5, complete=True), "level:error").startswith("No record matches")
