"""Logs whose findings compare each record with many others: repeated inputs, agents, truths, pairs, beats, new messages.

Each function yields ``count`` JSON lines, record numbers from ``first``, about the same whatever was asked for before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import numpy as np

from tests.bench.generate import START, jsonl_lines

STEP_US = 7_300
_TOOLS = ("search", "fetch", "calculate", "read_file")
_LABELS = ("cat", "dog", "bird", "fish")
_BEAT = 137  # records from one to the next: 1 s
_SENTENCES = 50  # records from one sentence to the next
_NEWS = 10_000  # records from one new message to the next


def request_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Records of requests that are received, answered by a model and served, some of which overlap."""
    for number, line in enumerate(jsonl_lines(seed, first, count), first):
        request = number // 12 * 4 + number % 4
        message = ("request received", "model call finished", "prediction served")[number % 12 // 4]
        yield f'{line[: line.index(chr(34) + "message")]}"message":"{message}","request_id":"q-{request:08x}"}}\n'


def timed_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Requests of three records whose latency is nowhere: it is the time between them. One in 5,000 ends as it began."""
    for number in range(first, first + count):
        request, step = number // 12 * 4 + number % 4, number % 12 // 4
        turned = request % 5000 == seed
        message = ("request received", "model call finished", "prediction served")[2 - step if turned else step]
        yield _line(number, f'"message":"{message}","request_id":"q-{request:08x}"')


def sentence_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """The usual records; one in 50 says a sentence of its own, as what users write does."""
    for number, line in enumerate(jsonl_lines(seed, first, count), first):
        if number % _SENTENCES == _SENTENCES // 2:
            words = " ".join(_word(number * (place + 3) % 100_003) for place in range(4 + number % 5))
            line = f'{line[: line.index(chr(34) + "message")]}"message":"{words}"}}\n'
        yield line


def duplicate_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Inputs of 2,000 clients; one in 500 is sent twice."""
    for number in range(first, first + count):
        own = number - (number % 500 == 9)
        client = own * 7919 % 2000
        yield _line(
            number, f'"message":"chat answered","input":"what is {own} times {seed}","client":"10.0.0.{client}"'
        )


def agent_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Calls of tools by sessions of some 400 records, eight at a time; one session in 50 repeats its calls."""
    for number in range(first, first + count):
        session = number // 3200 * 8 + number % 8
        call = number // 3200 if session % 50 == 3 else number
        tool = _TOOLS[call * seed % len(_TOOLS)]
        yield _line(
            number, f'"message":"tool called","tool":"{tool}","session_id":"s-{session:06x}","input":"ask {call}"'
        )


def truth_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Predictions with the truth: 4 % are wrong, with one model 9 %."""
    random = np.random.default_rng([seed, first])
    chosen, chance = random.integers(0, len(_LABELS), count).tolist(), random.random(count).tolist()
    for number, truth, luck in zip(range(first, first + count), chosen, chance, strict=True):
        model = number % 5
        label = (truth + (luck < (0.09 if model == 2 else 0.04))) % len(_LABELS)
        texts = f'"label":"{_LABELS[label]}","target":"{_LABELS[truth]}","model":"m{model}"'
        yield _line(number, f'"message":"predicted","score":{0.5 + luck / 2:.4f},{texts}')


def pair_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Requests without ids: received and answered, two at a time; one in 5,000 is never answered."""
    for number in range(first, first + count):
        message = "Received input" if number % 4 < 2 else "Prediction: done"
        if number % 20_000 == 4 * seed + 2:
            message = "cache refreshed"
        yield _line(number, f'"message":"{message}","size":{number % 977}')


def news_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """The usual records; one in 10,000 says something that was never said before."""
    for number, line in enumerate(jsonl_lines(seed, first, count), first):
        news = f"{_word(number // _NEWS)} of the {_word(number // _NEWS + 7)} began"
        yield (
            line if number % _NEWS != _NEWS // 2 else f'{line[: line.index(chr(34) + "message")]}"message":"{news}"}}\n'
        )


def beat_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """The usual records among the heartbeats of 20 workers, a second apart."""
    for number, line in enumerate(jsonl_lines(seed, first, count), first):
        worker = number % _BEAT
        beat = f"{_word(worker)} tells {_word(worker + 50)} of it"
        yield line if worker >= 20 else _line(number, f'"message":"{beat}"')


def _line(number: int, fields: str) -> str:
    moment = (START + timedelta(microseconds=number * STEP_US)).isoformat(timespec="milliseconds")[:23]
    return f'{{"timestamp":"{moment}","level":"INFO","logger":"app.model",{fields}}}\n'


def _word(number: int) -> str:
    """Return a word of letters of its own for each number."""
    letters = ""
    while True:
        number, letter = divmod(number, 21)
        letters = f"{letters}{'bcdfghjklmnpqrstvwxyz'[letter]}{'aeiou'[(number + letter) % 5]}"
        if not number:
            return letters


LOGS: dict[str, Callable[[int, int, int], Iterator[str]]] = {
    "requests": request_lines,
    "timed": timed_lines,
    "sentences": sentence_lines,
    "duplicates": duplicate_lines,
    "agents": agent_lines,
    "truths": truth_lines,
    "pairs": pair_lines,
    "news": news_lines,
    "beats": beat_lines,
}
