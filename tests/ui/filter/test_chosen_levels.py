"""What the level buttons show of a filter."""

from __future__ import annotations

import pytest

from aidebug_gui.ui.filter.chosen_levels import chosen_levels

ALL = (10, 20, 30, 40, 50)


@pytest.mark.parametrize(
    ("query", "levels"),
    [
        ("", None),
        ("timeout", None),
        ("level>=warning", {30, 40, 50}),
        ("level>=warn timeout", {30, 40, 50}),
        ("level:(debug or error)", {10, 40}),
        ("-level:debug", {20, 30, 40, 50}),
        ("level!=debug level<error", {20, 30}),
        ("level:info..error", {20, 30, 40}),
        ("level:error or timeout", None),  # not a choice of levels alone
        ("level>=", None),
    ],
)
def test_levels(query, levels):
    assert chosen_levels(query, ALL) == levels
