"""Which records are marked, by line; marks whose line is not read yet wait."""

from __future__ import annotations

from types import SimpleNamespace

from aidebug_gui.ui.bookmarks.marked import Marked
from aidebug_gui.ui.state import Mark


class Lines:
    """A store of which some lines are read; two lines a record."""

    def __init__(self, lines):
        self.lines = lines

    def state(self):
        return SimpleNamespace(lines=self.lines)

    def record_at_line(self, line):
        return (line - 1) // 2


def test_toggle():
    marked = Marked()
    assert marked.toggle(3, 7)
    assert 3 in marked
    assert marked.marks() == (Mark(7),)
    assert not marked.toggle(3, 7)
    assert len(marked) == 0


def test_a_note_stays_with_its_record():
    marked = Marked()
    marked.write(3, 7, "why?")
    assert marked.mark(3) == Mark(7, "why?")


def test_the_walk_goes_round():
    marked = Marked()
    assert marked.next_to(0, backwards=False) == -1
    for record in (5, 2, 9):
        marked.toggle(record, record + 1)
    assert [marked.next_to(at, backwards=False) for at in (-1, 2, 3, 9, 20)] == [2, 5, 5, 2, 2]
    assert [marked.next_to(at, backwards=True) for at in (-1, 2, 3, 9, 20)] == [9, 9, 2, 5, 9]


def test_marks_are_found_again_when_records_have_other_numbers():
    marked, store = Marked(), Lines(10)
    marked.toggle(7, 3)
    marked.wait_for([Mark(30, "later")])
    marked.start_again()
    assert marked.records() == []
    assert marked.marks() == (Mark(3), Mark(30, "later"))
    assert marked.place(store)
    assert marked.records() == [1]


def test_marks_wait_for_their_lines_and_are_not_lost_meanwhile():
    marked, store = Marked(), Lines(4)
    marked.wait_for([Mark(9, "later"), Mark(3), Mark(0)])
    assert marked.place(store)
    assert marked.records() == [1]
    assert marked.is_waiting
    assert marked.marks() == (Mark(3), Mark(9, "later"))
    assert not marked.place(store)
    store.lines = 100
    assert marked.place(store)
    assert marked.records() == [1, 4]
    assert not marked.is_waiting
