from __future__ import annotations

import collections
import datetime as dt
import logging
import logging.handlers
import os
import pickle
import struct
import time

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.sources.receivers.pickle_machine import PickleRefused
from aidebug_gui.sources.receivers.pickled import load_plain
from aidebug_gui.sources.receivers.records import json_line, line_of_pickle, own_line, record_of

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**200), 2**200)
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["\ud800", "a\udfff"])  # lone surrogates
)
KEYS = st.text() | st.integers(-(2**63), 2**63) | st.booleans() | st.none() | st.floats(allow_nan=False)


def nested(scalars: st.SearchStrategy) -> st.SearchStrategy:
    return st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=6)
            | st.lists(inner, max_size=5).map(tuple)
            | st.dictionaries(KEYS, inner, max_size=6)
        ),
        max_leaves=25,
    )


@settings(max_examples=80, deadline=None)
@given(nested(SCALARS), st.integers(0, 5))
def test_plain_data_comes_back_as_it_was(value: object, protocol: int):
    assert repr(load_plain(pickle.dumps(value, protocol))) == repr(value)


@settings(max_examples=50, deadline=None)
@given(nested(SCALARS | st.binary(max_size=300)), st.integers(3, 5))
def test_bytes_have_instructions_of_their_own_from_protocol_3_on(value: object, protocol: int):
    assert repr(load_plain(pickle.dumps(value, protocol))) == repr(value)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_comes_is_read_or_refused(data: bytes):
    line = line_of_pickle(data)
    assert line.count(b"\n") == 1
    assert isinstance(orjson.loads(line), dict)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(), nested(SCALARS), max_size=8))
def test_every_record_is_one_line_of_json(found: dict):
    line = line_of_pickle(pickle.dumps(found))
    assert line.count(b"\n") == 1
    assert {"time", "level", "logger", "message"} <= set(orjson.loads(line))


def test_shared_objects_and_long_texts():
    shared = ["x" * 300] * 3
    value = {"a": shared, "b": shared, "c": tuple(range(300)), "d": list(range(3000)), "e": -1, "f": 70000}
    for protocol in range(6):
        assert load_plain(pickle.dumps(value, protocol)) == value


class Runs:
    """What an attacker sends: unpickling it would write a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch {self.path}",)


@pytest.mark.parametrize("protocol", range(6))
def test_no_code_runs(tmp_path, protocol: int):
    trap = tmp_path / "trap"
    line = line_of_pickle(pickle.dumps(Runs(str(trap)), protocol))
    assert not trap.exists()
    told = orjson.loads(line)
    assert f"it asks for {os.system.__module__}.system" in told["message"]
    assert told["level"] == "WARNING"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"cos\nsystem\n(S'true'\ntR.", "it asks for os.system"),
        (b"(ios\nsystem\n.", "it asks for os.system"),
        (b"(S'true'\nios\nsystem\n.", "Python 2"),
        (b"\x80\x04\x8c\x02os\x8c\x06system\x93)R.", "it asks for os.system"),
        (b"\x80\x02\x82\x01.", "a registered class"),
        (b"\x80\x02\x83\x01\x00.", "a registered class"),
        (b"\x80\x02\x84\x01\x00\x00\x00.", "a registered class"),
        (b"Pfile\n.", "an object outside"),
        (b"NQ.", "an object outside"),
        (b"N)R.", "it calls a function"),
        (b"}}b.", "it restores an object"),
        (b"(No.", "it makes an object"),
        (b"N)\x81.", "it makes an object"),
        (b"N)}\x92.", "it makes an object"),
        (pickle.dumps({1, 2}, 4), "it has a set"),
        (pickle.dumps(bytearray(b"x"), 5), "it has a byte array"),
        (b"\x80\x05\x97.", "data outside"),
        (pickle.dumps(dt.datetime(2026, 1, 1)), "it asks for datetime.datetime"),
        (pickle.dumps(collections.OrderedDict(a=1)), "it asks for collections.OrderedDict"),
        (b"I" + b"9" * 5000 + b"\n.", "a number of 5,000 digits"),
        (b"\x8b\x00\x00\x00\x7f.", "a number of"),
        (pickle.dumps({(1, 2): 3}), "a key that is neither text nor a number"),
        (pickle.dumps({2**200: 3}), "a key that is neither text nor a number"),
        (b"X\xff\xff\xff\x7fabc.", "damaged"),
        (b"\x8d" + b"\xff" * 8 + b"abc.", "damaged"),
        (b"j\xff\xff\xff\xff.", "damaged"),
        (b"a.", "damaged"),
        (b"N}s.", "damaged"),
        (b"", "damaged"),
        (b"\x80", "damaged"),
        (b"\xff", "damaged"),
        (b"}" + b"(" * 400, "damaged"),
    ],
)
def test_what_is_no_plain_data_is_refused_with_a_reason(data: bytes, reason: str):
    with pytest.raises(PickleRefused, match=reason):
        load_plain(data)


def test_bombs_end_soon_and_small():
    laughs = b"]" + b"".join(b"q" + bytes([at]) + b"](" + (b"h" + bytes([at])) * 10 + b"e" for at in range(20)) + b"."
    circle = b"]q\x00h\x00a."
    deep_lists = b"]" * 60_000 + b"a" * 59_999 + b"."
    deep_tuples = b")" + b"\x85" * 100_000 + b"."
    nothing = b"N" * 5_000_000 + b"."
    text = b"\x8d" + struct.pack("<Q", 1 << 20) + b"x" * (1 << 20)
    copies = b"(" + text + b"q\x00" + b"h\x00" * 100 + b"l."
    sparse_memo = b"Nr\xff\xff\xff\x7f."
    started = time.perf_counter()
    for bomb in (laughs, circle, deep_lists, deep_tuples, nothing, copies):
        with pytest.raises(PickleRefused):
            load_plain(bomb)
    assert load_plain(sparse_memo) is None
    assert time.perf_counter() - started < 15  # a fraction of a second on a free machine


def handled(**extra: object) -> bytes:
    handler = logging.handlers.SocketHandler("127.0.0.1", 1)
    logger = logging.getLogger("app.model")
    record = logger.makeRecord(
        "app.model", logging.WARNING, "/srv/app/model.py", 12, "took %d ms", (31,), None, "predict", extra
    )
    try:
        return handler.makePickle(record)[4:]
    finally:
        handler.close()


def test_a_record_of_socket_handler_has_the_usual_names():
    found = orjson.loads(line_of_pickle(handled(model="fraud-v3", score=0.93, tags=["a", {"b": None}])))
    assert found["level"] == "WARNING"
    assert found["logger"] == "app.model"
    assert found["message"] == "took 31 ms"
    assert found["time"].endswith("Z")
    assert found["score"] == 0.93
    assert found["tags"] == ["a", {"b": None}]
    assert found["funcName"] == "predict"
    assert "msg" not in found
    assert "relativeCreated" not in found


def test_what_a_refused_record_said_before_is_kept():
    found = orjson.loads(line_of_pickle(handled(when=dt.datetime(2026, 1, 1), model="m")))
    assert found["message"] == "took 31 ms"
    assert found["level"] == "WARNING"
    assert "datetime.datetime" in found["refused"]


def test_an_exception_becomes_the_traceback():
    handler = logging.handlers.SocketHandler("127.0.0.1", 1)
    try:
        raise ValueError("boom")
    except ValueError as error:
        record = logging.LogRecord("a", 40, "x.py", 1, "failed", None, (type(error), error, error.__traceback__))
    found = orjson.loads(line_of_pickle(handler.makePickle(record)[4:]))
    assert found["traceback"].endswith("ValueError: boom")
    assert "exc_info" not in found


@pytest.mark.parametrize(
    ("message", "arguments", "shown"),
    [
        ("%s of %d", ("a", 3), "a of 3"),
        ("%(a)s", ({"a": 1},), "1"),
        ("%d", ("no number",), "%d ('no number',)"),
        ("%s %s", ("one",), "%s %s ('one',)"),
        ("%999999999d", (1,), "%999999999d (1,)"),
        ("%*d", (10**9, 1), "%*d (1000000000, 1)"),
        ("%(a)999999999d", ({"a": 1},), "%(a)999999999d {'a': 1}"),
        ("%((b))-0.999999999f", ({"(b)": 1.5},), "%((b))-0.999999999f {'(b)': 1.5}"),
        ("%999999999s", ({"a": 1},), "%999999999s {'a': 1}"),
        ("%(a)-5d (b)", ({"a": 1},), "1     (b)"),
        (12, None, "12"),
        (b"bytes", (), "bytes"),
    ],
)
def test_arguments_are_put_in_as_logging_does(message: object, arguments: object, shown: str):
    assert record_of({"msg": message, "args": arguments})["message"] == shown


def test_what_a_class_is_called_is_not_written_out():
    deep = b"\x80\x04" + b"]" * 100_000 + b"a" * 99_999 + b"\x8c\x01x\x93."
    lists = b"".join(b"]\x94(" + bytes((ord("h"), at)) * 10 + b"e" for at in range(30))  # ten of ten of ten ...
    unfolding = b"\x80\x04]\x94" + lists + b"\x8c\x01x\x93."
    for data in (deep, unfolding):
        assert b"without a name" in line_of_pickle(data)


def test_a_long_argument_that_is_named_often_is_not_put_in():
    text = record_of({"msg": "%(a)s" * 100_000, "args": {"a": "x" * 10_000}})["message"]
    assert len(str(text)) < 2_000_000


def test_what_json_has_no_word_for_is_written_as_text():
    line = json_line({"a": float("nan"), "b": float("-inf"), "c": 2**70, "d": b"\xff", "e": {1: (2.5, "\ud800")}})
    assert orjson.loads(line) == {"a": "NaN", "b": "-Infinity", "c": str(2**70), "d": "\\xff", "e": {"1": [2.5, "?"]}}


def test_a_time_that_is_none_is_now():
    year = str(dt.datetime.now(dt.UTC).year)
    for created in (float("nan"), 1e300, "text", None):
        assert str(record_of({"created": created})["time"]).startswith(year)
    assert record_of({"created": 0, "levelno": 30, "time": "extra"}) == {
        "time": "1970-01-01T00:00:00.000000Z",
        "level": "WARNING",
        "logger": "root",
        "message": "None",
        "time_": "extra",
    }


def test_own_lines_name_the_receiver():
    assert orjson.loads(own_line("told"))["logger"] == "aidebug.receiver"
