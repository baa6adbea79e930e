"""Names that stand in a text long before a field says that somebody is called so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidebug_gui.analysis.pii import marks as marks_module
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskedStyle, MaskOptions
from aidebug_gui.analysis.pii.late_names import LateNames
from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.analysis.pii.scan import BlockScanner, scan_log
from aidebug_gui.sources import blocks
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

NAME = "Tjorvil Quast"  # no given name that the rules know
LINES = [
    {"message": f"moved the desk of {NAME} to B2", "n": 0},
    *({"message": f"step {number} is done", "n": number} for number in range(1, 200)),
    {"message": "Summer Sale begins", "n": 200},
    {"full_name": NAME, "n": 201},
    {"message": "the end", "n": 202},
]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileLog]:
    monkeypatch.setattr(blocks, "RECORDS_BYTES", 1000)  # the field stands in another block than the text
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES))
    store = open_log(path)
    store.use_marks(PersonalMarks)
    assert store.wait(30)
    yield store
    store.close()


def test_places_are_bounded_and_told_once() -> None:
    late: LateNames[int] = LateNames(most=3)
    for place, name in enumerate((b"a b", b"c d", b"a b", b"a b")):
        late.add(name, place)
    assert list(late.settled({b"x y"})) == []
    assert list(late.settled({b"x y", b"a b"})) == [0, 2]  # the last one found no room
    assert list(late.settled({b"x y", b"a b"})) == []
    late.add(b"c d", 4)  # there is room again
    assert sorted(late.settled({b"x y", b"a b", b"c d"})) == [1, 4]


def test_a_scan_names_the_earlier_record(log: FileLog) -> None:
    result = scan_log(log, BlockScanner(Detector()))
    assert result.records["person"] == [0, 201]
    group = result.groups["person", "message"]
    assert (group.first, group.count) == (0, 1)


def test_marks_reach_back(log: FileLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_module, "PIECE_BYTES", 1000)
    marks = log.marks()
    assert isinstance(marks, PersonalMarks)
    assert not marks.mask("pii", 0, 100).any()  # nobody has said so yet
    assert marks.mask("person", 0, len(LINES)).nonzero()[0].tolist() == [0, 201]
    assert marks.rows("person", "message").tolist() == [0]


@pytest.mark.parametrize("style", ["jsonl", "raw", "csv"])
def test_copies_hide_it_everywhere(log: FileLog, tmp_path: Path, style: MaskedStyle) -> None:
    out = tmp_path / "out"
    columns = ("message", "full_name") if style == "csv" else ()
    done = MaskedCopy(log, Detector(), MaskOptions(mask=Mask.NUMBERED, columns=columns)).write(out, style)
    text = out.read_text()
    assert NAME not in text
    assert text.count("[PERSON_1]") == (3 if style == "csv" else 2)  # a table says it in its message, too
    assert (done.certain_left, done.likely_left, done.masked) == (0, 0, 2)
    if style != "csv":
        rows = [json.loads(row) for row in text.splitlines()]
        assert [row["n"] for row in rows] == list(range(203))
        assert rows[1:201] == LINES[1:201]


def test_what_is_told_of_a_copy_is_what_a_scan_of_it_finds(log: FileLog, tmp_path: Path) -> None:
    line = {"message": "card 4539 5787 6362 1486 of anna.kern@posteo.de, call (415) 555-0132", "n": 1}
    path = tmp_path / "b.jsonl"
    path.write_text((json.dumps(line) + "\n") * 50)
    store = open_log(path)
    assert store.wait(30)
    for options in (MaskOptions(), MaskOptions(least=marks_module.Tier.NEVER)):
        out = tmp_path / "copy.jsonl"
        done = MaskedCopy(store, Detector(), options).write(out, "jsonl")
        again = open_log(out)
        assert again.wait(30)
        found = scan_log(again, BlockScanner(Detector()))
        again.close()
        assert done.certain_left == found.count(marks_module.Tier.CERTAIN)
        assert (done.masked, bool(done.left)) == (
            (150, False) if options.least is not marks_module.Tier.NEVER else (0, True)
        )
    assert done.left[0] == "credit_card in the field “message”, line 1"
    store.close()
