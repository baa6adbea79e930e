from __future__ import annotations

import random

from aidebug_gui.analysis import folds
from aidebug_gui.analysis.folds import Folds


def test_a_fold_of_what_came_is_that_of_everything(monkeypatch):
    monkeypatch.setattr(folds, "CHUNK", 10)
    chance = random.Random(1)
    for _ in range(50):
        kept, seen = Folds(), []

        def step(state: tuple[int, ...], at: slice, seen: list[slice] = seen) -> tuple[int, ...]:
            seen.append(at)
            return (*state, *range(at.start, at.stop))

        for records in sorted(chance.choices(range(120), k=6)):
            assert kept.fold("all", (), step, (records, max(0, records - 1))) == tuple(range(records))
        assert all(0 < at.stop - at.start <= 10 for at in seen)


def test_full_chunks_are_looked_at_once(monkeypatch):
    monkeypatch.setattr(folds, "CHUNK", 10)
    kept, seen = Folds(), []
    for records in (25, 26, 41):
        kept.fold("all", 0, lambda state, at: seen.append(at.start) or state, (records, records - 1))
    assert seen == [0, 10, 20, 20, 20, 30, 40]


def test_another_parameter_begins_anew(monkeypatch):
    monkeypatch.setattr(folds, "CHUNK", 10)
    kept, seen = Folds(), []
    for parameter in (1, 1, 2):
        kept.fold("all", 0, lambda state, at: seen.append(at.start) or state, (20, 20), parameter)
    assert seen == [0, 10, 0, 10]


def test_who_looks_at_an_earlier_state_does_not_see_what_came(monkeypatch):
    monkeypatch.setattr(folds, "CHUNK", 10)
    kept = Folds()
    assert kept.fold("all", 0, lambda state, at: state + at.stop - at.start, (50, 50)) == 50
    assert kept.fold("all", 0, lambda state, at: state + at.stop - at.start, (25, 24)) == 25
    assert kept.fold("all", 0, lambda state, at: state + at.stop - at.start, (51, 50)) == 51
