from __future__ import annotations

import random

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
    assert mine(["", "-"]).number.tolist() == [0, 1]


def test_messages_without_words_stand_anywhere_among_those_that_vary() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "fritz", "gerd"]
    found = mine(["", *(f"user {name} logged in" for name in names), "-"])
    assert found.number.tolist() == [0, *[1] * 7, 2]


def test_example_is_shown_with_its_punctuation() -> None:
    assert mine(['POST "/api/chat" 0.0.0.0 (0 ms): ok']).text == ('POST "/api/chat" <*> (<*> ms): ok',)


def test_hostile_messages_are_mined() -> None:
    chance = random.Random(5)
    messages = [" ".join(chance.choices(["a", "b", "<*>", "=", "'", "x" * 50, "é"], k=200)) for _ in range(2000)]
    assert len(mine(messages).text) > 1900  # nothing but chance makes two of them alike


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


def test_methods_are_states() -> None:
    found = mine([f'{method} "/v0/users/0"' for method in ("GET", "POST", "DELETE")])
    assert found.number.tolist() == [0, 1, 2]


def test_units_belong_to_the_value_where_they_differ() -> None:
    found = mine(["sent 0 bytes in 0 s", "sent 0.0 KB in 0 ms", "sent 0 bytes (0.0 KB) in 0 s", "kept 0 bytes"])
    assert found.number.tolist() == [0, 0, 0, 1]
    assert found.text == ("sent <*> in <*>", "kept <*> bytes")


def test_a_value_of_one_message_is_a_value_of_others() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "fritz", "gerd"]
    found = mine(
        [*(f"user {name} logged in" for name in names), "adapter anna moved to ben", "adapter dora moved to emil"]
    )
    assert found.number.tolist() == [0] * 7 + [1, 1]
    assert found.text[1] == "adapter <*> moved to <*>"


def test_names_stand_in_several_messages() -> None:
    users = ["cyrus", "news", "wwwrun", "root"]
    found = mine(
        [f"session {end}" for user in users for end in (f"opened for user {user} by 0", f"closed for user {user}")]
    )
    assert set(found.text) == {"session opened for user <*> by <*>", "session closed for user <*>"}


def test_of_verbs_and_nouns_neither_is_a_value() -> None:
    messages = [f"{noun} {verb} now" for noun in ("pod", "job", "node") for verb in ("start", "stop", "check")]
    assert len(mine(messages).text) == 9


def test_what_names_a_value_is_no_value() -> None:
    names = ["anna", "ben", "carla", "dora", "emil", "user"]
    found = mine(
        [*(f"invalid name {name} from 0" for name in names), "failed login from 0", "failed login from 0 user=0"]
    )
    assert found.number.tolist() == [0] * 6 + [1, 2]


def test_dots_separate_words() -> None:
    found = mine(
        ["illegal instruction......0", "trap instruction.........0", "data address........0", "data address: 0"]
    )
    assert found.number.tolist() == [0, 1, 2, 2]


def test_one_word_says_little() -> None:
    verbs = ["boot", "halt", "wait", "reset", "probe", "mount", "close"]
    assert mine([f"{verb} (command 0)" for verb in verbs]).number.tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert mine([f"{verb} (command 0 of 0 sent)" for verb in verbs]).number.tolist() == [0] * 7
