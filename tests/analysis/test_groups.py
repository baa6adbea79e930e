from __future__ import annotations

import numpy as np
import orjson

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.groups import MOST_GROUPS, Group, grouping_fields, groups_of


def log_of(open_text, records):
    return open_text("".join(orjson.dumps({"message": "m", **record}).decode() + "\n" for record in records))


def test_the_largest_groups_come_first(open_text):
    records = [{"endpoint": "/a"}] * 3 + [{"endpoint": "/b"}] * 5 + [{}] * 2
    evidence = Evidence(log_of(open_text, records))
    assert list(groups_of(evidence, "endpoint")) == [Group("endpoint", "/b"), Group("endpoint", "/a")]
    assert np.flatnonzero(Group("endpoint", "/a").has(evidence, slice(1, 10))).tolist() == [0, 1]
    assert not Group("endpoint", "/c").has(evidence, slice(0, 10)).any()


def test_of_many_groups_only_the_largest(open_text):
    records = [{"endpoint": f"/{number % 30}"} for number in range(95)]
    groups = list(groups_of(Evidence(log_of(open_text, records)), "endpoint"))
    assert len(groups) == MOST_GROUPS
    assert {group.value for group in groups[:5]} == {"/0", "/1", "/2", "/3", "/4"}


def test_fields_that_say_whose_a_call_is_are_offered(open_text):
    records = [
        {
            "queue": f"q{n % 3}",
            "endpoint": f"/{n % 2}",
            "tool": "t",
            "model": f"m{n % 2}",
            "label": f"l{n % 2}",
            "score": n / 99,
        }
        for n in range(99)
    ]
    assert grouping_fields(log_of(open_text, records).fields()) == ["model", "endpoint", "queue"]
