"""The file: never half written, set aside when it is broken, shared by two windows."""

from __future__ import annotations

import os
from dataclasses import replace

import orjson
import pytest
from PySide6.QtCore import QByteArray, QSettings

from aidebug_gui.ui.state import Memory, Panes
from aidebug_gui.ui.state.migration import migrate


@pytest.fixture(autouse=True)
def _no_settings(qapp):
    QSettings().clear()
    yield
    QSettings().clear()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "state.json"


def add(memory, text):
    memory.change(lambda state: replace(state, filters=(*state.filters, text)))


def test_what_is_kept_comes_back(path):
    memory = Memory(path)
    assert memory.problem == ""
    add(memory, "a")
    memory.save()
    assert Memory(path).state.filters == ("a",)
    assert list(path.parent.glob(".state*")) == []  # nothing half written is left
    assert orjson.loads(path.read_bytes())["version"] == 2


def test_the_name_of_a_file_that_is_no_utf8_is_kept_too(path):
    memory = Memory(path)
    name = os.fsdecode(b"/logs/caf\xe9.log")
    add(memory, name)
    memory.save()
    again = Memory(path)
    assert (again.problem, again.state.filters) == ("", (name,))


def test_nothing_is_written_without_a_change(path):
    memory = Memory(path)
    memory.change(lambda state: replace(state, filters=()))
    memory.save()
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"a": 1}', b'{"version": 99, "filters": ["x"]}', b"\xff\xfe"])
def test_a_broken_file_is_set_aside_with_a_message(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    memory = Memory(path)
    assert memory.state.filters == ()
    assert "set aside" in memory.problem
    assert (path.parent / "state.broken.json").read_bytes() == content
    add(memory, "new")
    memory.save()
    assert Memory(path).state.filters == ("new",)


def test_a_file_too_deep_for_a_parser_is_set_aside(path):
    path.parent.mkdir()
    path.write_bytes(b'{"version": 2, "extra": ' + b"[" * 100_000)
    assert "set aside" in Memory(path).problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_left_alone(path):
    path.parent.mkdir()
    path.write_bytes(b'{"version": 2}')
    path.chmod(0)
    memory = Memory(path)
    assert "cannot be read" in memory.problem
    add(memory, "x")
    memory.save()
    path.chmod(0o600)
    assert path.read_bytes() == b'{"version": 2}'


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path, caplog):
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "state.json")
    add(memory, "x")
    memory.save()
    assert "not remembered" in caplog.text


def test_two_windows_lose_nothing(path):
    first, second = Memory(path), Memory(path)
    add(first, "a")
    first.save()
    add(second, "b")
    second.change(lambda state: replace(state, panes=Panes(record_width=9)))
    second.save()
    state = Memory(path).state
    assert state.filters == ("a", "b")
    assert state.panes.record_width == 9


def test_version_1_is_brought_over():
    data = {
        "version": 1,
        "geometry": "AAEC",
        "panes": {"record": 1},
        "filters": ["a"],
        "recent": ["/x"],
        "columns": [["k", ["line", "a"], {"a": 70}], ["broken"], 7],
    }
    assert migrate(data) == {
        "version": 2,
        "geometry": "AAEC",
        "panes": {"record": 1},
        "filters": ["a"],
        "recent": ["/x"],
        "shapes": {"k": {"columns": ["line", "a"], "widths": {"a": 70}}},
    }


def test_what_the_first_versions_kept_in_the_settings_is_taken_over(path):
    settings = QSettings()
    settings.setValue("window-1/geometry", QByteArray(b"\x00\x01\x02"))
    settings.setValue("window-1/filters", '["level:error"]')
    settings.setValue("window-1/panes", "{")
    settings.setValue("recent/files", "/logs/a.log")
    memory = Memory(path)
    assert memory.state.geometry == "AAEC"
    assert memory.state.filters == ("level:error",)
    assert memory.state.recent == ("/logs/a.log",)
    assert memory.state.panes == Panes()


def test_it_is_written_beside_the_window_and_nothing_that_changes_meanwhile_is_lost(path):
    memory, other = Memory(path), Memory(path)
    add(memory, "a")
    writer = memory.writer()
    add(memory, "b")  # while it is written
    add(other, "z")
    other.save()
    written = writer()
    assert Memory(path).state.filters == ("z", "a")
    memory.on_written(written)
    assert memory.state.filters == ("z", "a", "b")
    assert memory.has_changes
    memory.save()
    assert Memory(path).state.filters == ("z", "a", "b")
    assert not memory.has_changes
    memory.on_written(None)  # a disk that is full
    assert memory.state.filters == ("z", "a", "b")
