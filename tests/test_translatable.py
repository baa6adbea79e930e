"""Texts that can be translated: English for everybody, template and values for those who translate."""

from __future__ import annotations

import copy
import json
import pickle

import numpy as np
import orjson
import pytest

from aidebug_gui.translatable import Numeral, Text, as_sentence, joined, translatable

GERMAN = {
    "{n} {n:record|records} are empty{when}": "{n} {n:Eintrag ist|Einträge sind} leer{when}",
    " at {time}": " um {time}",
    "“{text}”": "„{text}“",
}


def german(text: Text) -> str:
    return text.translated(
        lambda template: GERMAN.get(template, template), lambda number: number.translate({44: ".", 46: ","})
    )


def test_a_text_is_english_and_knows_how_to_be_said_in_another_language() -> None:
    text = translatable(
        "{n} {n:record|records} are empty{when}", n=np.int64(1234), when=translatable(" at {time}", time="10:00")
    )
    assert text == "1,234 records are empty at 10:00"
    assert german(text) == "1.234 Einträge sind leer um 10:00"
    assert translatable("{n} {n:record|records} are empty{when}", n=1, when="") == "1 record are empty"
    assert german(as_sentence(text)) == "1.234 Einträge sind leer um 10:00."


def test_what_comes_from_a_log_is_never_touched() -> None:
    hostile = "{n} 1,5 {0.__class__} {"
    quoted = translatable("“{text}”", text=hostile)
    assert quoted == f"“{hostile}”"
    assert german(quoted) == f"„{hostile}“"
    assert german(joined(translatable(" at {time}", time=hostile), "1,5")) == f" um {hostile} 1,5"


def test_numbers_get_the_signs_of_the_language() -> None:
    assert german(translatable("{x} to {y}", x=Numeral("1,234.5 ms"), y="1,234.5")) == "1.234,5 ms to 1,234.5"


def test_a_translation_that_does_not_fit_is_left_for_english() -> None:
    text = translatable("{n} points", n=3)
    for wrong in ("{m} Punkte", "{n:.2f} Punkte", "{n.x} Punkte", "{ Punkte", "{0} Punkte"):
        assert text.translated(lambda _, wrong=wrong: wrong, str) == "3 points"
    assert translatable("{ }") == "{ }"
    with pytest.raises(KeyError):
        translatable("{n} of {m}", n=3)


def test_sentences_begin_with_a_capital_but_for_names_of_fields() -> None:
    assert as_sentence(translatable("the level of {field} moved", field="x")) == "The level of x moved."
    assert as_sentence(translatable("{field} moved.", field="latency_ms")) == "latency_ms moved."
    assert Text("{text:capital}", {"text": "spike in x"}) == "Spike in x"
    assert joined("a", "", "b") == "a b"


def test_errors_copies_and_json_keep_it() -> None:
    text = translatable("{n} {n:record|records}", n=2)
    assert isinstance(str(ValueError(text)), Text)
    assert isinstance(str(OSError(text)), Text)
    for same in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text)):
        assert (same, same.template, dict(same.values)) == (text, text.template, {"n": 2})
    assert json.dumps([text]) == '["2 records"]'
    assert orjson.dumps([text]) == b'["2 records"]'
