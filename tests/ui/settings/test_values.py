"""Values of settings: kept, checked, never a reason not to start. Keys: conflicts and what cannot be bound."""

from __future__ import annotations

import orjson
import pytest

from aidebug_gui.ui.actions import ACTIONS
from aidebug_gui.ui.settings.keys import conflict, is_reserved, key_of, portable
from aidebug_gui.ui.settings.registry import GROUPS, SETTINGS
from aidebug_gui.ui.settings.values import Settings


@pytest.fixture
def path(qapp, tmp_path):
    return tmp_path / "settings.json"


def test_every_setting_has_a_default_that_it_accepts():
    names = [spec.name for spec in SETTINGS]
    assert len(set(names)) == len(names)
    for spec in SETTINGS:
        assert spec.accepts(spec.default)
        assert not spec.accepts(None)
        assert spec.group in GROUPS
        assert spec.title
        assert spec.help


def test_a_change_is_kept_and_told(path):
    settings, told = Settings(path), []
    settings.changed.connect(told.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    settings.set("font_size", 14)
    assert told == ["theme", "font_size"]
    again = Settings(path)
    assert (again.value("theme"), again.value("font_size")) == ("dark", 14)
    assert not again.is_default("theme")
    again.reset("theme")
    assert orjson.loads(path.read_bytes())["settings"] == {"font_size": 14}


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("font_size", 1000), ("font_size", True), ("density", 3)]
)
def test_a_value_that_cannot_be_is_refused(path, name, value):
    with pytest.raises(ValueError, match="is no value of"):
        Settings(path).set(name, value)


def test_values_of_the_wrong_kind_become_the_default_and_unknown_ones_stay(path):
    given = {"theme": 7, "font_size": -3, "reopen_session": "yes", "density": "roomy", "of_next_year": [1]}
    path.write_bytes(orjson.dumps({"version": 1, "settings": given, "shortcuts": {"open": 5, "find": "Ctrl+Alt+F9"}}))
    settings = Settings(path)
    assert settings.problem == ""
    assert (settings.value("theme"), settings.value("font_size")) == ("system", 0)
    assert settings.value("reopen_session") is False
    assert settings.value("density") == "roomy"
    assert settings.shortcuts() == {"find": "Ctrl+Alt+F9"}
    settings.set("theme", "light")
    assert orjson.loads(path.read_bytes())["settings"]["of_next_year"] == [1]


def test_a_broken_file_is_set_aside(path):
    path.write_text("{")
    settings = Settings(path)
    assert "set aside" in settings.problem
    settings.set("theme", "dark")
    assert Settings(path).value("theme") == "dark"


def test_keys_are_kept(path):
    settings, told = Settings(path), []
    settings.shortcuts_changed.connect(lambda: told.append(1))
    settings.set_shortcut("bookmark", "Ctrl+Alt+F9")
    settings.set_shortcut("find", "")
    assert Settings(path).shortcuts() == {"bookmark": "Ctrl+Alt+F9", "find": ""}
    settings.set_shortcut("find", None)
    assert Settings(path).shortcuts() == {"bookmark": "Ctrl+Alt+F9"}
    settings.reset_shortcuts()
    assert Settings(path).shortcuts() == {}
    assert len(told) == 4


def test_conflicts():
    chosen = {"bookmark": "Ctrl+Alt+F9", "find": ""}
    specs = {spec.name: spec for spec in ACTIONS}
    assert key_of(specs["bookmark"], chosen) == "Ctrl+Alt+F9"
    assert key_of(specs["find"], chosen) == ""
    assert conflict("open", "Ctrl+Alt+F9", chosen) == "bookmark"
    assert conflict("bookmark", "Ctrl+Alt+F9", chosen) == ""
    assert conflict("open", "Ctrl+F", chosen) == ""  # find has given its key away
    assert conflict("open", "B", chosen) == ""
    assert conflict("open", "ctrl+g", {}) == "go_to"
    assert conflict("open", "", chosen) == ""


def test_no_two_actions_have_the_same_usual_key():
    for spec in ACTIONS:
        assert conflict(spec.name, spec.shortcut, {}) == "", spec.name


@pytest.mark.parametrize(
    ("key", "reserved"), [("Tab", True), ("Shift+Up", True), ("Ctrl+Up", False), ("K", False), ("", False)]
)
def test_keys_that_move_about_are_reserved(key, reserved):
    assert is_reserved(key) is reserved


def test_portable():
    assert portable("ctrl+shift+k") == "Ctrl+Shift+K"
