from __future__ import annotations

import pytest

from aidebug_gui.analysis.patterns.words import VARIABLE, Vocabulary, without_values


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("took 0 s user=anna", "took 0 s user=0"),
        ('msg="model loaded" path=/a', 'msg="model loaded" path=0'),
        ("name=started lock=0 name=anna", "name=started lock=0 name=0"),
        ("at Fri Jun 0 0:0:0 0", "at 0 0:0:0 0"),
        ("sent Mon, 0 Jun 0", "sent 0"),
        ("0-Feb-0 was a day", "0 was a day"),
        ("we may 0 may", "we may 0 may"),
        ("from 0:0:fe:ab:0:0 via eth0", "from 0 via eth0"),
        ("at fe0:0:0:0:c0b0:0ff:fecd:0f", "at 0"),
        ("face:cafe:dead:beef:fade", "face:cafe:dead:beef:fade"),
        ("a::b::c::d", "a::b::c::d"),
    ],
)
def test_what_is_data_by_its_form_is_replaced(shape: str, expected: str) -> None:
    assert without_values(shape) == expected


def test_words_are_numbered_without_what_separates_them() -> None:
    vocabulary = Vocabulary()
    first = vocabulary.numbers("depth......... 0 (user=anna)")
    assert vocabulary.numbers("user anna depth") == [5, 4, 1]  # the key user= is another word
    assert first == [1, 2, 3, 4]
    assert vocabulary.names() == [VARIABLE, "depth", "0", "user", "anna", "user"]


def test_what_is_known_of_words() -> None:
    vocabulary = Vocabulary()
    vocabulary.numbers(r"0 /a C:\b com.example.app v0 started GET ms id=x plain")
    flags, names = vocabulary.flags(), vocabulary.names()
    assert [names[at] for at in flags.vary.nonzero()[0]] == [VARIABLE, "0", "/a", r"\b", "com.example.app", "v0"]
    assert [names[at] for at in flags.states.nonzero()[0]] == ["started", "GET"]
    assert [names[at] for at in flags.units.nonzero()[0]] == ["ms"]
    assert [names[at] for at in flags.keys.nonzero()[0]] == ["id"]
