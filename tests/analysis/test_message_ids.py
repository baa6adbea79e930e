from __future__ import annotations

import random
import uuid

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.message_ids import message_ids
from aidebug_gui.analysis.request_steps import request_of
from tests.analysis.conftest import Analyse
from tests.analysis.test_requests import text_log
from tests.conftest import OpenText


def jobs(names: list[str], received: str, done: str, lost: frozenset[int] = frozenset()) -> str:
    """Return a log of overlapping jobs: received one a second, done after up to 4 s."""
    chance = random.Random(5)
    events = []
    for number, name in enumerate(names):
        events.append((number * 1.0, received.format(name)))
        if number not in lost:
            events.append((number + chance.uniform(0.5, 4), done.format(name)))
    return text_log(events)


CHANCE = random.Random(3)
TASKS = [str(uuid.UUID(int=CHANCE.getrandbits(128))) for _ in range(120)]


@pytest.mark.parametrize(
    ("names", "received", "done"),
    [
        (TASKS, "Task app.embed[{}] received", "Task app.embed[{}] succeeded in 0.8s"),
        ([f"clip_{number:05d}.wav" for number in range(120)], "Processing {}", "Transcribed {} into 12 words"),
        ([f"J-{number}" for number in range(120)], "queued job {} of eve", "job {} is ready"),
        (
            [str(number * 7919 % 900_000 + 100_000) for number in range(120)],
            "scoring applicant {}",
            "applicant {} is fine",
        ),
    ],
)
def test_an_id_in_messages_joins_requests_and_tells_which_is_lost(
    analyse: Analyse, names: list[str], received: str, done: str
) -> None:
    analysis = analyse(jobs(names, received, done, frozenset((41, 77))))
    requests = analysis.requests
    assert (requests.column, requests.count) == ("message", 120)
    assert [analysis.evidence.read(row)[0] for row in requests.lost_at.tolist()] == [
        received.format(names[41]),
        received.format(names[77]),
    ]
    assert any("joined by an id in the message" in finding.sentence for finding in analysis.findings())


def test_the_request_of_a_record_is_named_by_its_id(open_text: OpenText) -> None:
    log = open_text(jobs(TASKS, "Task app.embed[{}] received", "Task app.embed[{}] succeeded in 0.8s"))
    request = request_of(log, 0, Analysis(log).requests)
    assert request is not None
    assert (request.column, request.key, len(request.rows), request.returned) == ("message", TASKS[0], 2, True)


@pytest.mark.parametrize(
    "message",
    [
        "step {n} of 60000 done",  # comes once
        "customer c{few} was served",  # comes back all through the log
        "listening with pid 47110",  # one for all
        "served",
    ],
)
def test_other_numbers_join_nothing(analyse: Analyse, message: str) -> None:
    events = [(float(n), message.format(n=10_000 + n, few=10_000 + n * 7 % 40)) for n in range(400)]
    assert message_ids(analyse(text_log(events)).evidence) is None
