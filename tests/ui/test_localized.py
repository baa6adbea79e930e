"""Texts made below the window, in the language of the window: findings, errors, kinds of personal data."""

from __future__ import annotations

import ast
import copy
import re
import string
from contextlib import closing

import numpy as np
import pytest
from PySide6.QtCore import QLocale

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.anomalies import anomaly_texts
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.analysis.formatting import clock
from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.record_scanner import RecordScanner
from aidebug_gui.analysis.pii.rules import load_rules
from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.sentences import Around, sentence
from aidebug_gui.formats.definitions import DefinitionError, read_text_format
from aidebug_gui.resources import resource_path
from aidebug_gui.sources.follow.followed_file import FollowedFile
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.store.zone import Zone
from aidebug_gui.translatable import Text, translatable
from aidebug_gui.ui.findings.entries import as_text, localized_entry, problem
from aidebug_gui.ui.language import use_language
from aidebug_gui.ui.localized import CONTEXT, localized, localized_error
from aidebug_gui.ui.shown_zone import show_zone, shown_zone
from aidebug_gui.ui.values import use_separators
from tests.ui.test_language import tool  # noqa: F401 - a fixture

PACKAGE = resource_path().parent / "aidebug_gui"
ANALYSIS = PACKAGE / "analysis"
BELOW = ("analysis", "formats", "sources", "store")
TELLS = {
    *("SourceError", "FilterError", "DefinitionError", "CatalogError", "RuleError", "SymptomError", "AddressError"),
    *("SourceEvent", "Refused", "tell", "_tell", "_tell_error", "_tell_trouble", "note", "finish"),
}
"""Calls whose texts come into the window."""


@pytest.fixture
def _german(qapp):
    before = QLocale()
    assert use_language(qapp, "de") == "de"
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)
    use_separators(",", ".")


def probes(template: str) -> dict[str, str | int]:
    """Return a value for each name in a template: a count where one is asked for a word."""
    names: dict[str, str | int] = {}
    for _, name, spec, _ in string.Formatter().parse(template):
        if name and not isinstance(names.get(name), int):
            names[name] = 2 if spec and "|" in spec else f"<{name}>"
    return names


def test_each_template_has_a_translation_that_takes_its_values(tool):  # noqa: F811
    known = tool.read(resource_path("translations", "aidebug_de.ts"))
    templates = {text for context, text in known if context == CONTEXT}
    wanted = {text for text in (*tool.translatable_texts(), *tool.resource_texts()) if tool.has_words(text)}
    assert len(wanted - templates) <= 0.03 * len(wanted), f"make translations: {sorted(wanted - templates)}"
    for template in templates:
        values, german = probes(template), known[CONTEXT, template]
        filled = Text(template, values).translated(lambda _, german=german: german, str)
        used = {name for _, name, _, _ in string.Formatter().parse(german) if name}
        assert used == set(values), template
        assert filled == (german.format_map({}) if not values else filled), template
        assert re.findall(r"<\w+>", filled) or not any(isinstance(value, str) for value in values.values()), template
        assert template.startswith(" ") == german.startswith(" "), template


def test_nothing_tells_plain_text():
    """Errors, notices and events of a source whose words stand in quotes without ``translatable`` would stay English."""
    calls, plain = 0, []
    for path in (path for package in BELOW for path in sorted((PACKAGE / package).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in TELLS:
                continue
            calls += 1
            plain += [f"{path.name}:{node.lineno}" for argument in node.args if is_plain_prose(argument)]
    assert plain == []
    assert calls > 80


def is_plain_prose(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.Constant) and re.search(r"[a-z]{3} ", str(part.value)) for part in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def test_no_text_of_the_window_stands_within_an_f_string():
    """lupdate does not look into them."""
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                named = {getattr(part.func, "attr", "") for part in ast.walk(node) if isinstance(part, ast.Call)}
                assert not named & {"tr", "translate"}, f"{path.name}:{node.lineno}"


@pytest.mark.usefixtures("_german")
def test_findings_are_told_in_german():
    with closing(open_log(resource_path("examples", "incident.jsonl"))) as log:
        assert log.wait(60)
        found = find(log)
    assert len(found) >= 5
    for finding in found:
        entry = localized_entry(problem(finding))
        told = entry.finding
        for before, after in (
            (finding.title, told.title),
            (finding.sentence, told.sentence),
            (finding.cause, told.cause),
            (finding.fix, told.fix),
        ):
            assert isinstance(before, Text), before
            assert after != before
            assert "{" not in after.replace("{", "", before.count("{"))
        assert not re.search(r"\b(?:records?|of all|the first|usually|between)\b", re.sub("„.*?“", "", told.sentence))
        assert (told.kind, told.subject, told.count) == (finding.kind, finding.subject, finding.count)
        assert "Wahrscheinliche Ursache: " in as_text(entry)


@pytest.mark.usefixtures("_german")
@pytest.mark.parametrize("reason", list(Reason))
def test_anomalies_are_told_in_german(reason):
    values = np.r_[np.random.default_rng(0).normal(100, 1, size=300), np.full(300, 4000.5)]
    values[310] = np.nan
    around = Around(np.arange(600) * 1_000_000_000, values, 300, 320, 305, "latency_ms", "ms")
    text = sentence(reason, around, 4.0)
    german = localized(text)
    assert german != text
    assert not re.search(r"\b(?:the|is|to|records?|before|usual)\b", german), german
    assert "4.00 s" not in german
    texts = anomaly_texts()[reason]
    assert localized(Text(texts.title, {"field": "latency_ms"})) != texts.title.format(field="latency_ms")
    assert localized(texts.cause) != texts.cause


@pytest.mark.usefixtures("_german")
def test_errors_and_kinds_of_personal_data_are_told_in_german():
    with pytest.raises(FilterError) as raised:
        parse("latency_ms>soon")
    assert "enthält Zahlen" in localized_error(raised.value)
    assert localized(raised.value.message) == localized_error(raised.value)
    assert localized_error(ValueError()) == "ValueError"
    assert localized_error(ValueError("as it is")) == "as it is"
    assert localized(load_rules().entities["email"].title) == "E-Mail-Adresse"
    assert all(localized(Text(symptom.title)) != symptom.title for symptom in symptom_rules().symptoms)


@pytest.mark.usefixtures("_german")
def test_why_something_is_personal_data_is_told_in_german(tmp_path):
    record = b'{"user": "anna.meyer@posteo.net", "card": "4539 1488 0343 6467", "trace": "1767268800123"}\n'
    path = tmp_path / "app.jsonl"
    path.write_bytes(record)
    with closing(open_log(path)) as log:
        assert log.wait(60)
        look = RecordScanner(PersonalMarks(log))
        told = {one.entity: localized(one.sentence) for one in look.explained(record)}
        assert told["email"].startswith("E-Mail-Adresse (sicher): ")
        assert "eine Mailadresse mit der bekannten Endung .net" in told["email"]
        assert "Luhn stimmt, Bereich von Visa" in told["credit_card"]
        assert "eine Unix-Zeit in Millisekunden" in localized(look.why_not(record, "1767268800123"))


@pytest.mark.usefixtures("_german")
def test_what_happened_to_a_file_and_what_is_wrong_with_a_definition_are_told_in_german(qtbot, tmp_path):
    path = tmp_path / "app.log"
    path.write_bytes(b"one\n" * 400)
    with closing(FollowedFile(path)) as spool:
        path.write_bytes(b"two\n")
        qtbot.waitUntil(lambda: len(spool.events()) > 0)
        told = localized(spool.events()[0].text)  # it goes on where the old text was not copied in time
        assert told.startswith("app.log wurde geleert. Gelesen wird wieder vom Anfang an.")
    with pytest.raises(DefinitionError) as raised:
        read_text_format({"name": "own", "pattern": "(?P<time>x)"}, 9)
    assert localized_error(raised.value) == "Format own: Das Muster muss mit ^ beginnen"
    with pytest.raises(SourceError) as refused:
        open_spool(tmp_path / "none.log")
    assert localized_error(refused.value) != str(refused.value)


@pytest.mark.usefixtures("_german")
def test_words_of_a_log_that_look_like_ours_stay():
    rows = np.zeros(1, dtype=np.int64)
    plain = Finding("own", Severity.INFO, "A new error", "The log simply stops", "", "", rows, 1)
    assert localized_entry(problem(plain)).finding.title == "A new error"
    assert localized(translatable("“{text}”", text="A new error, 1,5")) == "„A new error, 1,5“"


def test_moments_are_told_in_the_zone_that_is_shown() -> None:
    noon = 1_767_268_800_000_000_000  # 2026-01-01 12:00 UTC
    text = translatable("It failed at {time}, on {day}.", time=clock(noon), day=clock(noon, date=True))
    before = shown_zone()
    try:
        show_zone(Zone("+09:00", 9 * 3600))
        assert localized(text) == "It failed at 21:00:00, on 2026-01-01 21:00:00."
        show_zone(Zone("-13:00", -13 * 3600))
        assert localized(copy.deepcopy(text)) == "It failed at 23:00:00, on 2025-12-31 23:00:00."
    finally:
        show_zone(before)
    assert text == "It failed at 12:00:00, on 2026-01-01 12:00:00."
