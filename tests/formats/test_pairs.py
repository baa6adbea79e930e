"""``key=value`` pairs in messages."""

from __future__ import annotations

import re

import duckdb
import pytest

from aidebug_gui.formats.headers import regex
from aidebug_gui.formats.pairs import (
    find_gauges,
    find_pairs,
    gauge_pattern,
    json_value_pattern,
    message_first,
    number_pattern,
    number_with_unit,
    unquoted,
    value_pattern,
)


@pytest.mark.parametrize(
    ("message", "pairs"),
    [
        ("Prediction | text='so good!' | label=GOOD | score=0.97 | time=0.125s",
         {"text": "so good!", "label": "GOOD", "score": "0.97", "time": "0.125s"}),
        ("done (confidence=0.91, latency=72.8ms)", {"confidence": "0.91", "latency": "72.8ms"}),
        ('msg="server config" service.name=api', {"msg": "server config", "service.name": "api"}),
        ("GET /predict?i=1&j=2", {}),
        ("a == b, x=", {}),
        ("k=1 k=2", {"k": "1"}),
        ("samples/s=44 [imgs/sec=3.5]", {"samples/s": "44", "imgs/sec": "3.5"}),
        ("nothing here", {}),
    ],
)  # fmt: skip
def test_find_pairs(message: str, pairs: dict[str, str]) -> None:
    assert find_pairs(message) == pairs


def test_number_with_unit() -> None:
    assert number_with_unit("0.177s") == (0.177, "s")
    assert number_with_unit("955.5µs") == (955.5, "µs")
    assert number_with_unit("12") is None
    assert number_with_unit("12 ms") is None


@pytest.mark.parametrize(
    ("pattern", "message", "value"),
    [
        (value_pattern("label"), "x label=spam, y", "spam"),
        (value_pattern("text"), "text='a b' z", "a b"),
        (value_pattern("a.b"), "acb=1 a.b=2", "2"),
        (value_pattern("id"), "request_id=1 id=2", "2"),
        (number_pattern("score"), "(score=-1.5e-3)", "-1.5e-3"),
        (number_pattern("score"), 'score="0.5"', "0.5"),
        (number_pattern("score"), "score=12ms", None),
        (number_pattern("latency", "ms"), "latency=12ms", "12"),
        (number_pattern("latency", "s"), "latency=12ms", None),
        (json_value_pattern("label", number=False), '{"my_label": "a", "label": "b\\"c"}', 'b\\"c'),
        (json_value_pattern("label", number=False), '{"label": null}', None),
        (json_value_pattern("flag", number=False), '{"flag":true}', "true"),
        (json_value_pattern("core score", number=True), '{"core score" : "0.5"}', "0.5"),
        (json_value_pattern("score", number=True), '{"score":NaN}', None),
        (json_value_pattern("score", number=True), '{"label":"a","score":0.099', "0.099"),
        (number_pattern("latency", "µs"), "latency=9.5µs |", "9.5"),
    ],
)
def test_patterns_read_the_same_in_python_and_duckdb(pattern: str, message: str, value: str | None) -> None:
    match = regex(pattern).search(message)
    assert (unquoted(match[1]) if match else None) == value
    (found,) = duckdb.execute("SELECT regexp_extract(?, ?, 1)", [message, pattern]).fetchone() or ()
    assert (unquoted(found) or None) == value


@pytest.mark.parametrize(
    ("message", "gauges"),
    [
        (
            "Avg prompt throughput: 4.8 tokens/s, Running: 1 reqs",
            {"Avg prompt throughput": "tokens/s", "Running": "reqs"},
        ),
        (
            "GPU KV cache usage: 0.8%, Prefix cache hit rate: 0.0%",
            {"GPU KV cache usage": "%", "Prefix cache hit rate": "%"},
        ),
        ("gen throughput (token/s): 17.39, #queue-req: 0", {"gen throughput (token/s)": "", "#queue-req": ""}),
        ("loss:1.2 lr:2e-05 tokens_per_second:691.1 ", {"loss": "", "lr": "", "tokens_per_second": ""}),
        ("train-rmse:0.512\teval-ndcg@5:0.61", {"train-rmse": "", "eval-ndcg@5": ""}),
        ("valid_0's l2: 0.24\tvalid_1's l2: 0.3", {"valid_0's l2": "", "valid_1's l2": ""}),
        ("learn: 0.5\ttest: 0.6\ttotal: 45ms", {"learn": "", "test": "", "total": "ms"}),
        ("api-server:8080 is up, my-image:1.2 runs", {}),
        ("listening on localhost:8000, port: 10:20:30 http://a:80/", {}),
    ],
)
def test_gauges(message: str, gauges: dict[str, str]) -> None:
    found = find_gauges(message)
    assert {name: unit for name, (_, unit) in found.items()} == gauges
    for name, (number, _) in found.items():
        match = re.search(gauge_pattern(name), message)
        assert match is not None
        assert match[1] == number


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("step=3 loss=nan mem=17.3GB", "nan"),
        ("loss: NaN, lr: 0.1", "NaN"),
        ("loss=-inf", "-inf"),
        ("{'loss': 1, loss: Infinity}", "Infinity"),
        ("loss=nano", ""),
        ("loss=info", ""),
        ("loss=nan_count", ""),
    ],
)
def test_a_number_may_be_nan(message: str, value: str) -> None:
    sql = "SELECT regexp_extract(?, ?, 1)"
    assert duckdb.execute(sql, [message, gauge_pattern("loss")]).fetchall() == [(value,)]


def test_what_a_line_of_pairs_says_stands_in_front() -> None:
    assert (
        message_first('source=routes.go:12 msg="server \\"a\\" is up" n=1')
        == 'server "a" is up source=routes.go:12 n=1'
    )
    assert message_first("event=prediction score=0.5") == "prediction score=0.5"
    assert message_first("score=0.5 label=a") == "score=0.5 label=a"
    assert message_first('msg="cut') == 'msg="cut'
