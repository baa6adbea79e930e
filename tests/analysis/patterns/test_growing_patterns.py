"""Patterns of a log that grows: new messages are compared with the templates that are known, seldom mined with all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.patterns import message_patterns
from aidebug_gui.analysis.patterns.known_templates import KnownTemplates
from aidebug_gui.analysis.patterns.message_patterns import Pattern
from aidebug_gui.analysis.patterns.templates import Templates, mine
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store import open_log
from tests.analysis.test_growing_analysis import until_read

NAMES = ("anna", "bert", "cleo", "dora", "emil", "fred", "gina", "hugo", "ines", "jonas", "karl", "lena")
SIGNED_IN = [f"user {name} signed in" for name in NAMES]
OTHERS = [
    f"{one} {two}ly {one}s" for one in ("load", "spool", "merge", "wait", "vacuum") for two in ("slow", "bad", "hot")
]


def written(messages: list[str]) -> str:
    return "".join(json.dumps({"level": "INFO", "message": message}) + "\n" for message in messages)


class Growing:
    """A log that is written to, and its patterns after each time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_text(written(SIGNED_IN + OTHERS))
        self.log = open_log(path, follow=True)
        self.shared = SharedAnalysis(self.log)

    def patterns(self, *more: str) -> dict[str, Pattern]:
        with self.path.open("a") as file:
            file.write(written(list(more)))
        until_read(self.log, self.path.stat().st_size)
        self.found = self.shared.analysis().patterns
        self.shared.forget()
        return {pattern.text: pattern for pattern in self.found.patterns}


@pytest.fixture
def growing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Growing]:
    monkeypatch.setattr(message_patterns, "_ALWAYS_MINED", 20)
    monkeypatch.setattr(message_patterns, "_UNMINED", 0.2)
    growing = Growing(tmp_path / "growing.jsonl")
    yield growing
    growing.log.close()


def test_new_messages_take_the_patterns_that_they_fit(growing: Growing, monkeypatch: pytest.MonkeyPatch) -> None:
    assert growing.patterns()["user <*> signed in"].count == 12
    basis = growing.found.basis
    monkeypatch.setattr(message_patterns, "templates_of", None)  # mining all of them would fail
    found = growing.patterns("user mia signed in", "user mia signed in", "the index was dropped")
    assert found["user <*> signed in"].count == 14
    assert found["the index was dropped"].count == 1
    found = growing.patterns("the index was dropped", "user nora signed in", "user mia signed out")
    assert found["user <*> signed in"].count == 15
    assert found["the index was dropped"].count == 2
    assert found["user mia signed out"].count == 1
    assert growing.found.basis is basis, "what was folded by patterns goes on"
    assert [pattern.number for pattern in growing.found.patterns] == list(range(len(growing.found.patterns)))


def test_after_a_while_all_messages_are_mined_together(growing: Growing) -> None:
    growing.patterns()
    out = [f"user {name} signed out" for name in NAMES]
    found = growing.patterns(*out[:2])
    found = growing.patterns(*out[2:4])
    assert "user <*> signed out" not in found
    found = growing.patterns(*out[4:])
    assert found["user <*> signed out"].count == 12
    assert growing.found.patterns == Analysis(growing.log).patterns.patterns


def test_what_changed_in_a_pattern_is_told(growing: Growing) -> None:
    growing.patterns()
    before = growing.found.patterns
    growing.patterns("user anna signed in")
    same = [one is other for one, other in zip(before, growing.found.patterns, strict=True)]
    assert same.count(False) == 1
    assert growing.found.patterns == Analysis(growing.log).patterns.patterns


def test_a_message_fits_a_template_by_its_words() -> None:
    templates = KnownTemplates(mine([*SIGNED_IN, "took 0 ms for /a/b", "stopped"]))
    assert templates.number("user zoe signed in") == 0
    assert templates.number("took 0 ms for /c/d") == 1
    assert templates.number("stopped") == 2
    for other in ("user zoe signed out", "started", "", "user zoe quickly signed in", "took 0 ms for it"):
        assert templates.number(other) is None


def test_free_text_goes_on_as_it_likes() -> None:
    templates = KnownTemplates(
        Templates(
            np.array([0, 1]),
            ("Answer: <*>", "Answers late"),
            (("Answer", "<*>"), ("Answers", "late")),
            ((), ()),
            (True, False),
        )
    )
    assert templates.number("Answer: whatever it may be") == 0
    assert templates.number("Question: whatever it may be") is None
