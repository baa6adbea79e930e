from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.allow_file import AllowEntry, add, allow_path, entries, remove


def test_entries_are_added_used_and_taken_away(tmp_path: Path) -> None:
    assert entries(tmp_path) == []
    support = AllowEntry("our own address", value="support@acme.de")
    order = AllowEntry("order numbers", path="order.id", entity="credit_card")
    test = AllowEntry("test people", pattern=r"test\d+@acme\.de")
    for entry in (support, order, test):
        add(tmp_path, entry)
    assert entries(tmp_path) == [support, order, test]
    allowed = AllowList.load(tmp_path)
    assert allowed.reason(b"support@acme.de", "x", "email") == "our own address"
    assert allowed.reason(b"4111", "order.id", "iban") == ""
    assert allowed.reason(b"test12@acme.de", "", "email") == "test people"
    remove(tmp_path, 1)
    assert entries(tmp_path) == [support, test]
    with pytest.raises(IndexError):
        remove(tmp_path, 2)


def test_what_somebody_wrote_by_hand_stays(tmp_path: Path) -> None:
    allow_path(tmp_path).parent.mkdir()
    allow_path(tmp_path).write_text(
        '# mine\n[[allow]]\nvalue = "a"\nreason = "b"  # why\n\n[[ allow ]]\nvalue = "c"\nreason = "d"\n'
    )
    add(tmp_path, AllowEntry("e", value="f"))
    remove(tmp_path, 1)
    assert [entry.value for entry in entries(tmp_path)] == ["a", "f"]
    assert "# mine" in allow_path(tmp_path).read_text()
    assert "# why" in allow_path(tmp_path).read_text()


@pytest.mark.parametrize(
    "entry",
    [AllowEntry("r"), AllowEntry(" ", value="x"), AllowEntry("r", value="x", path="y"), AllowEntry("r", pattern="(")],
)
def test_an_entry_that_says_nothing_is_refused(tmp_path: Path, entry: AllowEntry) -> None:
    with pytest.raises(ValueError, match=r"Give a value|not valid"):
        add(tmp_path, entry)
    assert not allow_path(tmp_path).exists()


def test_a_file_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    allow_path(tmp_path).parent.mkdir()
    allow_path(tmp_path).write_text("[[allow")
    with pytest.raises(ValueError, match=r"allow\.toml"):
        add(tmp_path, AllowEntry("r", value="x"))
    assert allow_path(tmp_path).read_text() == "[[allow"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()), st.text(min_size=1).filter(str.strip)
)
def test_any_text_comes_back(tmp_path: Path, value: str, reason: str) -> None:
    allow_path(tmp_path).unlink(missing_ok=True)
    add(tmp_path, AllowEntry(reason, value=value))
    (entry,) = entries(tmp_path)
    assert entry.value == value
    assert entry.reason == reason.encode("utf-8", "replace").decode()
