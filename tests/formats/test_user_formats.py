"""What the window keeps for the user: it is read back, and counts for logs of its kind."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.user_formats import (
    COLUMNS,
    DATES,
    FORMATS,
    UserFormat,
    keep_columns,
    keep_date_order,
    keep_format,
)

RECORDS = [
    {"ts": 1_790_000_000 + n, "lvl": "info", "p_spam": 0.25, "confidence": 0.9, "text": f"hi {n}"} for n in range(5)
]
LINES = [json.dumps(record).encode() for record in RECORDS]


def test_a_field_that_was_chosen_is_the_column(tmp_path: Path) -> None:
    before = detect(LINES, Catalog.load(tmp_path)).json_paths
    assert before["score"][0] == ("confidence",)
    keep_columns(tmp_path, ("confidence", "p_spam", "text"), {"score": "p_spam", "label": "lvl", "message": ""})
    layout = detect(LINES, Catalog.load(tmp_path))
    assert layout.json_paths["score"] == (("p_spam",),)
    assert layout.json_paths["label"] == (("lvl",),)
    assert "level" not in layout.json_paths  # its field was given to another column
    assert "message" not in layout.json_paths
    parsed = RecordParser(layout, Catalog.load(tmp_path)).parse(LINES[0])
    assert parsed.values["score"] == 0.25
    other = [json.dumps({"ts": 1_790_000_000, "confidence": 0.9}).encode()]
    assert detect(other, Catalog.load(tmp_path)).json_paths["score"] == (("confidence",),)


def test_a_key_of_a_text_log_can_be_chosen(tmp_path: Path) -> None:
    lines = [f"2026-01-01 10:00:0{n} INFO app: did it quality=0.{n} score=0.5".encode() for n in range(5)]
    keep_columns(tmp_path, ("quality", "score"), {"score": "quality"})
    layout = detect(lines, Catalog.load(tmp_path))
    parsed = RecordParser(layout, Catalog.load(tmp_path)).parse(lines[3])
    assert parsed.values["score"] == 0.3


def test_a_later_choice_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    keep_columns(tmp_path, ("a",), {"score": "x"})
    keep_columns(tmp_path, ("b",), {"score": "y"})
    keep_columns(tmp_path, ("a",), {"score": 'odd "name"\\\n'})
    kept = tomllib.loads((tmp_path / COLUMNS).read_text())["log"]
    assert kept == [
        {"needs": ["b"], "columns": {"score": "y"}},
        {"needs": ["a"], "columns": {"score": 'odd "name"\\\n'}},
    ]
    keep_columns(tmp_path, ("a",), {})
    assert len(tomllib.loads((tmp_path / COLUMNS).read_text())["log"]) == 1


def test_a_format_that_was_written_reads_the_next_log(tmp_path: Path) -> None:
    line = "<2026-01-01 10:00:00> [W] api -> slow"
    keep_format(tmp_path, UserFormat("mine", r"^<{TIME}> \[(?P<level>\w)\] (?P<logger>\w+) -> ", samples=(line,)))
    keep_format(tmp_path, UserFormat("other", r"^#{TIME} "))
    keep_format(tmp_path, UserFormat("mine", r"^<{TIME}> \[(?P<level>\w)\] (?P<logger>[\w.]+) -> ", samples=(line,)))
    catalog = Catalog.load(tmp_path)
    assert not catalog.problems
    assert [known.name for known in catalog.text_formats[:2]] == ["mine", "other"]
    assert len(tomllib.loads((tmp_path / FORMATS).read_text())["format"]) == 2
    parsed = RecordParser(detect([line.encode()] * 3, catalog), catalog).parse(line.encode())
    assert (parsed.values["level"], parsed.values["logger"], parsed.message) == (30, "api", "slow")


def test_a_file_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / DATES).write_text("[month_first\n")
    keep_date_order(tmp_path, "numbers_python", month_first=False)
    assert Catalog.load(tmp_path).month_first == {"numbers_python": False}
    assert (tmp_path / "dates.broken").read_text() == "[month_first\n"


def test_a_column_that_does_not_exist_is_told(tmp_path: Path) -> None:
    (tmp_path / COLUMNS).write_text('[[log]]\nneeds = ["a"]\n[log.columns]\nscoore = "a"\n')
    Catalog.forget()
    assert "scoore" in Catalog.load(tmp_path).problems[0]


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    Catalog.forget()
