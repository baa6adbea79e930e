"""Each rule against the examples that stand beside it, and user rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Rule, Tier
from aidebug_gui.analysis.pii.rules import load_rules

DETECTOR = Detector()
EXAMPLES = [(rule, text) for rule in DETECTOR.book.rules for text in rule.examples]
COUNTER_EXAMPLES = [(rule, text) for rule in DETECTOR.book.rules for text in rule.counter_examples]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=lambda part: getattr(part, "name", None))
def test_example_is_found(rule: Rule, text: str) -> None:
    found = DETECTOR.scan(text.encode())
    assert rule.entity in {span.entity for span in found if span.tier >= Tier.HINT}, found


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES, ids=lambda part: getattr(part, "name", None))
def test_counter_example_is_left_alone(rule: Rule, text: str) -> None:
    assert rule.entity not in {span.entity for span in DETECTOR.scan(text.encode()) if span.tier >= Tier.LIKELY}


def test_all_entities_have_a_group_and_a_severity() -> None:
    for entity in DETECTOR.book.entities.values():
        assert entity.group
        assert 1 <= entity.severity <= 3
    for field in DETECTOR.book.fields:
        assert field.entity in DETECTOR.book.entities


def test_a_users_rule_is_used_and_a_bad_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "ours.toml").write_text(
        "[group.secret]\nour_key = { title = 'Our key', severity = 3 }\n"
        "[[rule]]\nname = 'our_key'\nentity = 'our_key'\ntrigger = '\\bACME-'\nfirst = 'A'\n"
        "pattern = '(?P<value>ACME-[0-9]{6})'\nprior = 0.99\n"
    )
    (tmp_path / "pii" / "bad.toml").write_text(
        "[[rule]]\nname = 'x'\nentity = 'email'\ntrigger = 'x'\nfirst = 'x'\npattern = '('\nprior = 0.5\n"
    )
    book = load_rules(tmp_path)
    assert [span.entity for span in Detector(book).scan(b"key ACME-123456 lost")] == ["our_key"]
    assert len(book.problems) == 1
    assert "bad.toml" in book.problems[0]
    assert "'x'" in book.problems[0]


def test_rules_can_be_switched_off() -> None:
    text = b'{"email": "ann.lee@web.de"}'
    assert Detector(off=frozenset({"email"})).scan(text) == []


def test_a_user_switches_off_adds_fields_and_is_told_the_line_of_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    own = tmp_path / "pii" / "own.toml"
    own.write_text(
        "off = ['ip', 'nonsense']\n\n"
        "[[rule]]\nname = 'short'\nentity = 'email'\nbegins = ['ab']\npattern = '(?P<value>ab)'\nprior = 0.9\n\n"
        "[[rule]]\nname = 'badge'\nentity = 'username'\nbegins = ['badge-']\n"
        "pattern = '(?P<value>badge-[0-9]{4})'\nprior = 0.95\n\n"
        "[[field]]\nentity = 'person'\nnames = ['mitarbeitername']\nshape = 'person'\nprior = 0.95\n"
    )
    book = load_rules(tmp_path)
    detector = Detector(book)
    text = b'{"mitarbeitername": "Uta Kern", "ip": "93.184.216.34", "m": "gate opened by badge-1234"}'
    assert [span.entity for span in detector.scan(text)] == ["person", "username"]
    assert [problem.removeprefix(str(own)) for problem in sorted(book.problems)] == [
        ": off: there is no rule or entity 'nonsense'",
        ":3: rule 'short': 'ab' is too short: three characters at least",
    ]


def test_an_allow_list_with_a_mistake_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "allow.toml").write_text('[[allow]]\nvalue = "a"\nreason = "b"\n\n[[allow]]\nvalue = "c"\n')
    with pytest.raises(ValueError, match=r"allow\.toml:5: give one of value, path and pattern, and a reason"):
        AllowList.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('allow = ["a"]\n', "write each entry below a line"),
        ("allow = 5\n", "write each entry below a line"),
        ('[[allow]]\nvalue = "a"\nreason = "b"\nexpires = "2027-01-31"\n', r"allow\.toml:1: expires is a date without"),
    ],
)
def test_an_allow_list_of_another_form_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "allow.toml").write_text(text)
    with pytest.raises(ValueError, match=told):
        AllowList.load(tmp_path)


def test_an_entry_of_the_allow_list_ends(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    entry = '[[allow]]\nvalue = "{0}"\nreason = "b"\nexpires = {1}\n'
    (tmp_path / "pii" / "allow.toml").write_text(
        entry.format("a", "2001-01-31") + entry.format("b", "2001-01-31T10:00:00Z") + entry.format("c", "2999-01-31")
    )
    assert [found.value for found in AllowList.load(tmp_path).entries] == [b"c"]


def test_a_users_rule_with_strange_characters_between_is_told(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "own.toml").write_text(
        "[[rule]]\nname = 'odd'\nentity = 'username'\ntokens = ['3 3']\nbetween = '#*;!'\n"
        "pattern = '(?P<value>[0-9]{3}[#*;!][0-9]{3})'\nprior = 0.9\n"
    )
    book = load_rules(tmp_path)
    assert "own.toml:1: rule 'odd': between may hold only" in book.problems[0]
    assert Detector(book).scan(b"mail anna.kern@posteo.de")


def test_a_file_of_the_user_is_read_again_when_it_changes(tmp_path: Path) -> None:
    own = tmp_path / "pii" / "own.toml"
    own.parent.mkdir()
    before = load_rules(tmp_path)
    assert load_rules(tmp_path) is before
    own.write_text('off = ["ip"]\n')
    assert "ip" not in {rule.entity for rule in load_rules(tmp_path).rules}
    own.write_text('off = ["email", "iban"]\n')
    assert {rule.entity for rule in load_rules(tmp_path).rules} & {"ip", "email", "iban"} == {"ip"}
    own.unlink()
    assert [rule.name for rule in load_rules(tmp_path).rules] == [rule.name for rule in before.rules]
