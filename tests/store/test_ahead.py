"""Work one step ahead."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from aidebug_gui.store.ahead import Ahead


def test_all_come_in_order() -> None:
    assert list(Ahead(iter(range(100)))) == list(range(100))
    assert list(Ahead(iter(()))) == []


def test_the_next_is_made_while_one_is_used() -> None:
    second = threading.Event()

    def numbers() -> Iterator[int]:
        yield 1
        second.set()
        yield 2

    with closing(Ahead(numbers())) as ahead:
        for _ in ahead:
            assert second.wait(20)


def test_an_error_comes_behind_what_was_made_before_it() -> None:
    def numbers() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    made = iter(Ahead(numbers()))
    assert next(made) == 1
    with pytest.raises(ValueError, match="broken"):
        next(made)


def test_closing_ends_the_thread_though_there_is_more() -> None:
    made = []

    def numbers() -> Iterator[int]:
        while True:
            made.append(1)
            yield 1

    ahead = Ahead(numbers())
    next(iter(ahead))
    ahead.close()
    count = len(made)
    assert count < 10
    assert not any(thread.name == "ahead" for thread in threading.enumerate())
