"""The shipped definitions: every sample parses as it says, in Python and in DuckDB; bad files are told clearly."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.headers import clean_head, match_header, regex, search_message
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Layout, TextFormat
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.times import parse_time
from aidebug_gui.resources import resource_path

CATALOG = Catalog.load()
FORMATS = {text_format.name: text_format for text_format in CATALOG.text_formats}


def _samples() -> list[tuple[str, dict[str, Any]]]:
    samples = []
    for path in sorted(resource_path("formats").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("format", ()):
            samples += [(entry["name"], sample) for sample in entry["sample"]]
    return samples


@pytest.mark.parametrize(("name", "sample"), _samples())
def test_sample_gives_the_values_it_names(name: str, sample: dict[str, Any]) -> None:
    parsed = RecordParser(Layout(), CATALOG).parse(sample["line"].encode())
    assert parsed.format == FORMATS[name].code
    expected = {key: value for key, value in sample.items() if key not in ("line", "time", "level")}
    assert {key: parsed.values.get(key) for key in expected} == expected
    if "time" in sample:
        time = parse_time(sample["time"])
        assert time is not None
        assert parsed.values["time"] == time[0]
    if "level" in sample:
        assert parsed.values["level"] == Level[sample["level"]]


@pytest.mark.parametrize("text_format", CATALOG.text_formats, ids=lambda text_format: text_format.name)
def test_format_has_samples_and_duckdb_agrees_with_python(text_format: TextFormat) -> None:
    assert text_format.samples
    pattern = regex(text_format.pattern)
    names = sorted(pattern.groupindex, key=lambda name: pattern.groupindex[name])
    everything = [line for other in CATALOG.text_formats for line in other.samples]
    for line in everything:
        (matches,) = duckdb.execute("SELECT regexp_matches(?, ?)", [line, text_format.pattern]).fetchone() or ()
        match = pattern.match(line)
        assert matches == (match is not None), line
        if match and names:
            query = f"SELECT regexp_extract(?, ?, {names!r})"
            (groups,) = duckdb.execute(query, [line, text_format.pattern]).fetchone() or ()
            assert groups == {name: match[name] or "" for name in names}, line


def test_message_patterns_compile_in_duckdb_and_agree() -> None:
    messages = ["Prediction: 0.8347", "Prediction: spam (0.93)", "Prediction: spam 93 %", "took 3.5s", "latency: 12 ms"]
    messages += [
        "Received input: a",
        "Generated response: b",
        "transaction with ID: 42",
        "id chatcmpl-12ab",
        "req_123456",
    ]
    messages += ['HTTP Request: GET http://x "HTTP/1.1 200 OK"', "200 | 2.5ms | x", "200 | 9µs | x", "200 | 3s | x"]
    messages += ["POST /p 200 12.3ms", "score: 0.9", "confidence: 93%"]
    messages += ["Prediction: spam (0.93) in 45.2 ms", "Prediction done in 2s", "step=3600/4000", "epoch=3/10, loss=1"]
    messages += [
        "served features n=12 in 6.04 ms",
        "Embedded 12 chunks in 1.5 s",
        "/ocr | 0.9 | 850 ms",
        "/ocr | 0.850s | de",
    ]
    for pattern in CATALOG.message_patterns:
        for message in messages:
            query = "SELECT regexp_extract(?, ?, 1)"
            (found,) = duckdb.execute(query, [message, pattern.pattern]).fetchone() or ()
            match = regex(pattern.pattern).search(message)
            assert match is None or search_message(pattern, message)
            assert found == (match[1] if match else "")


def test_codes_follow_the_order_of_the_catalog() -> None:
    assert [text_format.code for text_format in CATALOG.text_formats] == list(range(2, 2 + len(FORMATS)))


def test_level_names() -> None:
    numbers = CATALOG.levels.names
    assert {numbers[name] for name in ("fatal", "crit", "critical")} == {Level.CRITICAL}
    assert {numbers[name] for name in ("notice", "success", "http", "info")} == {Level.INFO}
    assert {numbers[name] for name in ("warn", "warning", "w")} == {Level.WARNING}
    assert {numbers[name] for name in ("err", "error", "severe", "e")} == {Level.ERROR}
    assert numbers["silly"] == Level.TRACE
    assert numbers["verbose"] == Level.DEBUG


def _user_dir(tmp_path: Path, files: dict[str, str]) -> Path:
    (tmp_path / "formats").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_user_format_is_tried_first_and_can_replace(tmp_path: Path) -> None:
    own = """
[[format]]
name = "mine"
pattern = '^{TIME} ## {LEVEL} '
[[format]]
name = "uvicorn"
title = "my uvicorn"
pattern = '^{LEVEL}:  '
"""
    catalog = Catalog.load(_user_dir(tmp_path, {"formats/own.toml": own}))
    assert catalog.problems == ()
    assert catalog.text_formats[0].name == "mine"
    assert [entry.title for entry in catalog.text_formats if entry.name == "uvicorn"] == ["my uvicorn"]
    found = match_header(clean_head("2026-01-01 10:00:00 ## ERROR no"), catalog.text_formats)
    assert found is not None
    assert found[0].name == "mine"


def test_user_aliases_levels_and_patterns_are_added(tmp_path: Path) -> None:
    files = {
        "aliases.toml": '[column.score]\nnames = ["goodness"]\n',
        "levels.toml": '[levels]\nOOPS = "ERROR"\n',
        "message_patterns.toml": "[[pattern]]\ncolumn = \"score\"\npattern = 'goodness is ({NUMBER})'\n",
    }
    catalog = Catalog.load(_user_dir(tmp_path, files))
    assert catalog.problems == ()
    assert next(iter(catalog.aliases.columns["score"].names)) == "goodness"
    assert "confidence" in catalog.aliases.columns["score"].names
    assert catalog.aliases.units.suffixes
    assert catalog.levels.names["oops"] == Level.ERROR
    assert catalog.message_patterns[0].column == "score"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("formats/bad.toml", "[[format]\n", ("bad.toml", "line 1")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^(?P<time>'\n", ("bad.toml", "x", "line 3")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^(?P<colour>a)'\n", ("x", "colour")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^(a)'\n", ("x", "(?:")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^(?=a)b'\n", ("x", "look-around")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = 'a'\n", ("x", "^")),
        ("formats/bad.toml", "[[format]]\npattern = '^a'\n", ("name", "missing")),
        ("formats/bad.toml", "format = 3\n", ("bad.toml",)),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^a'\nlevel = 'LOUD'\n", ("LOUD", "line 4")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^a'\ntime_style = 'moon'\n", ("moon", "line 4")),
        ("formats/bad.toml", "[[format]]\nname = 'x'\npattern = '^a'\nlevel_scale = 'moon'\n", ("moon", "line 4")),
        ("aliases.toml", "[column.nonsense]\nnames = ['a']\n", ("aliases.toml, line 1", "nonsense")),
        ("aliases.toml", "[column.score]\nnames = 7\n", ("aliases.toml", "score")),
        ("levels.toml", "[levels]\nloud = 'LOUD'\n", ("levels.toml, line 2", "LOUD")),
        ("levels.toml", "[levels]\nloud = 'ERROR'\n[scale.x]\nsteps = {a = 'INFO'}\n", ("levels.toml", "'a'")),
        ("levels.toml", "[levels]\nloud = 'ERROR'\n[scale.x]\n", ("levels.toml", "steps")),
        ("message_patterns.toml", "[[pattern]]\ncolumn = 'score'\npattern = '(a)'\nscale = 'x'\n", ("'x'",)),
        ("message_patterns.toml", "[[pattern]]\ncolumn = 'score'\npattern = 'a'\n", ("score", "group")),
        ("message_patterns.toml", "[[pattern]]\ncolumn = 'nope'\npattern = '(a)'\n", ("nope",)),
    ],
)
def test_bad_user_file_is_told_and_left_out(tmp_path: Path, name: str, text: str, words: tuple[str, ...]) -> None:
    catalog = Catalog.load(_user_dir(tmp_path, {name: text}))
    (problem,) = catalog.problems
    for word in words:
        assert word in problem
    assert len(catalog.text_formats) == len(CATALOG.text_formats)
    assert catalog.levels.names == CATALOG.levels.names
