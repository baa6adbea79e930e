from __future__ import annotations

import random

import numpy as np

from aidebug_gui.analysis.patterns.templates import Templates, mine

CHANCE = random.Random(11)
WORDS = ["".join(CHANCE.choices("aeioukmnrst", k=CHANCE.randint(3, 8))) for _ in range(400)]


def said(count: int, before: str) -> list[str]:
    return [f"{before}{' '.join(CHANCE.choices(WORDS, k=CHANCE.randint(2, 12)))}" for _ in range(count)]


def mined(messages: list[str], often: int = 0) -> Templates:
    """The first ``often`` messages stand for many records, each other for one."""
    return mine(messages, np.array([50] * often + [1] * (len(messages) - often)))


def test_texts_behind_the_same_words_are_one_pattern() -> None:
    found = mined(["model loaded", *said(60, "Answer: "), "model unloaded"], often=1)
    assert found.text == ("model loaded", "Answer: <*>", "model unloaded")
    assert found.number.tolist() == [0, *[1] * 60, 2]


def test_texts_behind_a_value() -> None:
    tools = [f"tool{letter}" for letter in "abcdefghij"]
    messages = [text for tool in tools for text in said(12, f"Tool {tool} failed: ")]
    found = mined(messages)
    assert found.text[0] == "Tool <*> failed: <*>"
    assert (found.number == 0).mean() > 0.9


def test_statements_are_repeated() -> None:
    statements = said(60, "Failed to ")
    assert len(mined(statements, often=60).text) > 50
    assert mined(statements).text == ("Failed to <*>",)


def test_what_follows_a_level_is_no_text() -> None:
    assert len(mined(said(60, "INFO: ")).text) > 50


def test_what_begins_like_a_text_belongs_to_it_however_often_it_was_said() -> None:
    found = mined(["Answer: yes", *said(60, "Answer: ")], often=1)
    assert found.text == ("Answer: <*>",)


def test_without_counts_nothing_is_a_text() -> None:
    assert len(mine(said(60, "Answer: ")).text) > 50


def test_behind_several_words_a_few_texts_are_enough() -> None:
    assert mined(said(15, "Searching the web for ")).text == ("Searching the web for <*>",)
    assert len(mined(said(15, "Searched: ")).text) > 10
    assert len(mined(said(5, "Searching the web for ")).text) == 5
