from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.patterns.template_texts import same_words, shown_template
from aidebug_gui.analysis.patterns.templates import mine


def test_words_that_are_the_same_in_all_messages() -> None:
    flat = np.array([1, 2, 3, 1, 2, 4, 5, 6, 5, 6, 6])
    lengths, number = np.array([3, 3, 2, 3]), np.array([0, 0, 1, 1])
    assert same_words(flat, lengths, number, np.array([0, 2])) == [[True, True, False], [False, False]]


def test_of_what_looks_like_a_value_only_what_differs_is_left_out() -> None:
    found = mine(['POST "/v0/chat" HTTP/0.0 took 0.0 tokens/s', 'POST "/v0/chat" HTTP/0.0 took 0 tokens/s'])
    assert found.text == ('POST "/v<*>/chat" HTTP/<*> took <*> tokens/s',)


def test_paths_that_differ_are_variables() -> None:
    assert mine(["loaded /a/b.bin", "loaded /a/c.bin"]).text == ("loaded <*>",)


def test_where_numbers_of_words_differ_nothing_tells_what_is_the_same() -> None:
    assert mine(["closed /a after 0 s", "closed /a after 0 s 0 ms"]).text == ("closed <*> after <*>",)


def test_free_text_ends_the_template() -> None:
    assert (
        shown_template("Answer: it (was) late", ["Answer", "<*>"], [True, False, False, False], True) == "Answer: <*>"
    )
