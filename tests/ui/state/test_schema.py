"""The schema: what is written comes back, and nonsense becomes the default instead of an error."""

from __future__ import annotations

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.ui.state.schema import (
    Lane,
    LogState,
    Mark,
    Panes,
    Session,
    ShapeState,
    State,
    TabState,
    from_data,
    to_data,
)

FULL = State(
    geometry="AAEC",
    panes=Panes(1, 400, 0, 200, -1, 300),
    filters=("a", 'message:"ü \U0001f600"'),
    recent=("/logs/a.log",),
    session=Session((TabState("/logs/a.log", "level:error", "score", True, 7),), 0, clean=False),
    shapes={"k": ShapeState(("line", "a"), {"a": 70}, (Lane("score", 0.5, above=False),), True, {"muted": [1]})},
    logs={"/logs/a.log": LogState("/logs/a.log", "3:ab", "x", marks=(Mark(3, "why?"),), at_end=True)},
    extra={"own": {"b": [1, None]}},
)


def test_what_is_written_comes_back():
    assert from_data(State, orjson.loads(orjson.dumps(to_data(FULL)))) == FULL
    assert from_data(State, to_data(State())) == State()


def test_what_is_usual_is_not_written():
    assert to_data(State()) == {"version": 2}


def test_values_of_the_wrong_type_become_the_default():
    data = to_data(FULL)
    data["panes"]["record"] = "wide"
    data["filters"] = ["a", 7, None, "b"]
    data["session"] = 5
    data["shapes"]["k"]["lanes"] = [{"field": "score", "threshold": "high"}, 7]
    data["shapes"]["other"] = []
    data["logs"]["/logs/a.log"]["marks"] = [{"line": 3}, {"line": True}, "x"]
    state = from_data(State, data)
    assert state.panes.record == 0
    assert state.panes.record_width == 400
    assert state.filters == ("a", "b")
    assert state.session == Session()
    assert state.shapes["k"].lanes == (Lane("score", None),)
    assert "other" not in state.shapes
    assert state.logs["/logs/a.log"].marks == (Mark(3), Mark(0))


def test_an_integer_is_a_number():
    assert from_data(Lane, {"threshold": 2}) == Lane(threshold=2.0)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*to_data(FULL), "k"]), inner),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*to_data(FULL), "x"]), json_values))
def test_reading_never_fails(data):
    assert isinstance(from_data(State, data), State)
