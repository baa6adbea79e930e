from __future__ import annotations

import random
import time

from aidebug_gui.analysis.patterns.templates import mine


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


def test_messages_without_words_stand_anywhere_among_those_that_vary() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "fritz", "gerd"]
    found = mine(["", *(f"user {name} logged in" for name in names), "..."])
    assert found.number.tolist() == [0, *[1] * 7, 2]


def test_example_is_shown_with_its_punctuation() -> None:
    assert mine(['POST "/api/chat" 0.0.0.0 (0 ms): ok']).text == ('POST "<*>" <*> (<*> ms): ok',)


def test_hostile_messages_end_soon() -> None:
    chance = random.Random(5)
    messages = [" ".join(chance.choices(["a", "b", "<*>", "=", "'", "x" * 50, "é"], k=200)) for _ in range(2000)]
    begin = time.perf_counter()
    mine(messages)
    assert time.perf_counter() - begin < 10


def test_messages_that_fit_a_template_belong_to_it() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "fritz", "gerd"]
    messages = [f"class names: [{name}]" for name in names] + ["class names: [zoe, yann, xaver]", "class sizes differ"]
    assert mine(messages).number.tolist() == [0] * 8 + [1]


def test_what_a_template_takes_agrees_in_all_other_words() -> None:
    messages = [f"user {name} logged in now" for name in ["anna", "ben", "carla", "dora", "emil", "fritz"]]
    found = mine([*messages, "user gerd logged out now", "user gerd logged in now and then"])
    assert found.number.tolist() == [0] * 6 + [1, 2]


def test_words_where_numbers_stand_too_are_values() -> None:
    found = mine(["loaded model m-7 in 0 s", "loaded model phi in 0 s", "loaded model mistral in 0 s"])
    assert set(found.text) == {"loaded model <*> in <*> s"}


def test_states_are_no_values() -> None:
    states = ["Started", "Paused", "Resumed", "Stopped"]
    assert mine([f"[instance: 0] VM {state} (Event)" for state in states]).number.tolist() == [0, 1, 2, 3]
