from __future__ import annotations

import random
import time

from aidebug_gui.analysis.templates import mine


def test_words_with_digits_and_paths_vary() -> None:
    found = mine(["took 0 ms for /a/b", "took 0 ms for /c", "stopped"])
    assert found.number.tolist() == [0, 0, 1]
    assert found.text == ("took <*> ms for <*>", "stopped")


def test_many_words_in_one_place_are_values() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "fritz", "gerd"]
    found = mine([f"user {name} logged in" for name in names] + ["user list is empty"])
    assert found.number.tolist() == [0] * 7 + [1]
    assert found.text[0] == "user <*> logged in"


def test_few_words_stay_apart() -> None:
    messages = ["cache hit", "cache miss", "worker started", "worker stopped", "worker paused"]
    assert mine(messages).number.tolist() == [0, 1, 2, 3, 4]


def test_two_values_at_once() -> None:
    chance = random.Random(3)
    users = [f"user{chr(97 + n)}" for n in range(20)]
    rooms = [f"room{chr(97 + n)}" for n in range(20)]
    found = mine([f"moved {user} to {room} now" for user in users for room in rooms if chance.random() < 0.8])
    assert set(found.text) == {"moved <*> to <*> now"}


def test_nothing_and_empty() -> None:
    assert mine([]).text == ()
    assert mine(["", "..."]).number.tolist() == [0, 1]


def test_example_is_shown_with_its_punctuation() -> None:
    assert mine(['POST "/api/chat" 0.0.0.0 (0 ms): ok']).text == ('POST "<*>" <*> (<*> ms): ok',)


def test_hostile_messages_end_soon() -> None:
    chance = random.Random(5)
    messages = [" ".join(chance.choices(["a", "b", "<*>", "=", "'", "x" * 50, "é"], k=200)) for _ in range(2000)]
    begin = time.perf_counter()
    mine(messages)
    assert time.perf_counter() - begin < 10
