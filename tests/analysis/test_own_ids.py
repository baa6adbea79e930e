"""A field of ids that is no request id joins requests where its values behave so; products and customers do not."""

from __future__ import annotations

import json
import random

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.own_ids import own_id
from aidebug_gui.analysis.request_steps import request_of
from tests.analysis.conftest import Analyse
from tests.conftest import OpenText

LOST = (41, 77)


def items(field: str, *, count: int = 120) -> str:
    """Return a log of overlapping items: received one a second, scored after up to 4 s, but for two."""
    chance = random.Random(5)
    events = []
    for number in range(count):
        events.append((number * 1.0, "item.received", number))
        if number not in LOST:
            events.append((number + chance.uniform(0.5, 4), "item.scored", number))
    return "".join(
        json.dumps({"ts": 1_767_225_600 + at, "event": event, field: f"it{number:06d}"}) + "\n"
        for at, event, number in sorted(events)
    )


@pytest.mark.parametrize("field", ["item_id", "itemId", "job.id", "txn"])
def test_a_field_of_ids_joins_requests_and_tells_which_is_lost(analyse: Analyse, field: str) -> None:
    analysis = analyse(items(field))
    requests = analysis.requests
    assert (requests.column, requests.count) == (own_id(analysis.evidence), 120)
    assert [requests.key(requests.of(row)) for row in requests.lost_at.tolist()] == ["it000041", "it000077"]
    (finding,) = [one for one in analysis.findings() if one.kind == "lost_request"]
    assert f"joined by {requests.column}" in finding.sentence


def test_the_request_of_a_record_is_named_by_the_field(open_text: OpenText) -> None:
    log = open_text(items("item_id"))
    request = request_of(log, 0, Analysis(log).requests)
    assert request is not None
    assert (request.column, request.key, len(request.rows), request.returned) == ("item_id", "it000000", 2, True)


@pytest.mark.parametrize("value", ["n % 12", "n", "7"])
def test_products_and_numbers_of_lines_join_nothing(analyse: Analyse, value: str) -> None:
    values = {"n % 12": lambda n: n * 7 % 12, "n": lambda n: n, "7": lambda _: 7}[value]
    lines = (json.dumps({"ts": 1_767_225_600 + n, "event": "shown", "item_id": f"p{values(n)}"}) for n in range(400))
    assert own_id(analyse("\n".join(lines) + "\n").evidence) == ""
