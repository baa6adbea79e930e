"""Highlight rules as they are kept, and the colours that new ones get."""

from __future__ import annotations

import pytest

from aidebug_gui.ui.highlights.rules import (
    COLOURS,
    MOST_RULES,
    HighlightRule,
    free_colour,
    moved,
    rules_data,
    rules_from,
)


def test_rules_are_kept_as_they_are_but_unwritten_ones() -> None:
    rules = [HighlightRule("level>=error", "red"), HighlightRule(" "), HighlightRule("a b", "teal", is_on=False)]
    assert rules_from(rules_data(rules)) == [rules[0], rules[2]]


def test_what_does_not_fit_is_left_out() -> None:
    kept = [{"query": "a", "colour": "no such"}, {"query": "b", "colour": ["red"]}, {"query": ""}, {"query": 5}, "c", 7]
    assert rules_from(kept) == [HighlightRule("a", COLOURS[0]), HighlightRule("b", COLOURS[1])]
    assert rules_from({"query": "a"}) == rules_from(None) == []
    assert len(rules_from([{"query": str(number)} for number in range(50)])) == MOST_RULES


def test_a_new_rule_gets_the_colour_that_is_used_least() -> None:
    rules: list[HighlightRule] = []
    for number in range(2 * len(COLOURS)):
        rules.append(HighlightRule(str(number), free_colour(rules)))
    assert [rule.colour for rule in rules] == [*COLOURS, *COLOURS]
    del rules[3]
    assert free_colour(rules) == COLOURS[3]


@pytest.mark.parametrize(("at", "by", "expected"), [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 1, "abc")])
def test_the_order_of_rules_is_changed(at: int, by: int, expected: str) -> None:
    rules = [HighlightRule(letter) for letter in "abc"]
    assert "".join(rule.query for rule in moved(rules, at, by)) == expected
