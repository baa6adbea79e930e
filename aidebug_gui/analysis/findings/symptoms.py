"""Symptoms that a log says in words, or by a status or finish reason: the text rules, applied to all records at once.

Rules are tried on the distinct shapes of messages and failures, some hundreds where a log has millions of records.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from aidebug_gui.analysis.evidence import Bools, Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.rule_table import RuleTable, bit_of
from aidebug_gui.analysis.findings.symptom_rules import Symptom, symptom_rules
from aidebug_gui.analysis.formatting import percent, quote
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

_SHARE_WORTH_SAYING = 0.001
_SHOWN, _LEAD = 70, 30  # characters of a line: what is surely shown, what is shown before a match
_FREE_TEXT_SHARE = 0.5
_FREE_TEXT_WORDS = 8


class Texts:
    """The records in whose messages and failures a rule matches, without what users and models wrote."""

    def __init__(self, evidence: Evidence, table: RuleTable | None = None) -> None:
        """Look at each distinct text once; ``table``: what is known of those of a shorter log."""
        self._evidence = evidence
        texts = evidence.texts
        strong, weak, failure = (table or RuleTable()).bits(texts, evidence.analytics.layout)
        told = ((strong | weak) != 0)[texts.shape] | (failure != 0)[texts.failure]
        self._rows = np.flatnonzero(told).astype(np.int64)
        is_bad = evidence.level[self._rows] >= Level.WARNING
        shape = texts.shape[self._rows]
        in_message = strong[shape]
        if _is_free_text(evidence):  # messages are what users write: only what the program itself calls bad counts
            in_message[~is_bad] = 0
        in_message |= np.where(is_bad, weak[shape], np.uint64(0))
        self._bits = in_message | failure[texts.failure[self._rows]]

    def rows(self, name: str) -> Rows:
        """Return the records that tell of a symptom, or of a moment in the life of a program."""
        rows: Rows = self._rows[(self._bits & bit_of(name)) != 0]
        return rows

    @cached_property
    def unexplained(self) -> Bools:
        """Records at ERROR or above that tell of nothing that a rule takes for a warning or worse."""
        unexplained = self._evidence.failed.copy()
        for symptom in symptom_rules().symptoms:
            if symptom.severity >= Severity.WARNING:
                unexplained[self.rows(symptom.name)] = False
        for _, rows in status_symptoms(self._evidence):
            unexplained[rows] = False
        return unexplained

    @cached_property
    def failing(self) -> Bools:
        """Records that end what they belong to: at ERROR or above, or without a level and saying so in words."""
        failing = np.zeros(self._evidence.records, dtype=np.bool_)
        for symptom in symptom_rules().symptoms:
            if symptom.severity >= Severity.ERROR:
                failing[self.rows(symptom.name)] = True
        failing &= self._evidence.level == Level.UNKNOWN
        return failing | self._evidence.failed


def _is_free_text(evidence: Evidence) -> bool:
    texts = evidence.texts
    occurs = np.bincount(texts.shape + 1, minlength=len(texts.shapes) + 1)[1:] > 0
    shapes = [texts.shapes[number] for number in np.flatnonzero(occurs).tolist()]
    if len(shapes) < 50 or len(shapes) < evidence.records * _FREE_TEXT_SHARE:
        return False
    sample = shapes[:: max(1, len(shapes) // 500)]
    return bool(np.median([len(shape.split()) for shape in sample]) > _FREE_TEXT_WORDS)


def status_symptoms(evidence: Evidence) -> Iterator[tuple[Symptom, Rows]]:
    """Yield what the columns status and finish_reason say. Quick: no text is read."""
    if evidence.holds_samples:
        return
    symptoms = symptom_rules().symptoms
    found: dict[str, list[Rows]] = {}
    for column in ("status", "finish_reason"):
        if not evidence.has(column):
            continue
        codes = evidence.codes(column)
        meant = {value: symptom.name for symptom in symptoms for value in getattr(symptom, column)}
        names = [meant.get(value, "") for value in codes.values()]
        rows = np.flatnonzero(np.array([*map(bool, names), False])[codes.code]).astype(np.int64)  # -1 takes the last
        own = codes.code[rows]
        for code in np.flatnonzero(np.bincount(own)).tolist():
            found.setdefault(names[code], []).append(rows[own == code])
    for symptom in symptoms:
        if symptom.name in found:
            yield symptom, evidence.union(found[symptom.name])


def text_symptoms(evidence: Evidence, texts: Texts) -> Iterator[Finding]:
    """Yield a finding for each symptom that occurs."""
    by_status = {symptom.name: [rows] for symptom, rows in status_symptoms(evidence)}
    explained = np.zeros(evidence.records, dtype=np.bool_)
    for symptom in sorted(symptom_rules().symptoms, key=lambda symptom: symptom.fallback):
        evidence.check()
        in_words = texts.rows(symptom.name)
        if symptom.fallback:
            in_words = in_words[~explained[in_words]]
        explained[in_words] = True
        rows = evidence.union([in_words, *by_status.get(symptom.name, ())])
        if len(rows):
            yield symptom_finding(evidence, symptom, rows, in_words)


def symptom_finding(evidence: Evidence, symptom: Symptom, rows: Rows, in_words: Rows) -> Finding:
    """Return the finding for the records of a symptom; ``in_words``: those of them that say it in a text."""
    count = len(rows)
    share = count / max(1, evidence.records)
    is_worth = share >= _SHARE_WORTH_SAYING and evidence.records >= 50
    part = translatable(" ({share} of all)", share=percent(share)) if is_worth else ""
    parts: list[str] = [
        translatable("{n} {n:record|records}{part}{when}.", n=count, part=part, when=evidence.between(rows)),
    ]
    if len(in_words):
        message, failure = evidence.read(int(in_words[0]))
        parts.append(translatable("The first says: {line}.", line=quote(_telling_line(symptom, message, failure))))
        parts.append(_fact(symptom, f"{message}\n{failure}"))
    else:
        parts.append(_by_column(evidence, symptom, rows))
    severity = _severity(evidence, symptom, rows)
    return evidence.finding(symptom.name, joined(*parts), rows=rows, severity=severity, explanation=symptom)


def _telling_line(symptom: Symptom, message: str, failure: str) -> str:
    """Return the line of a record that says the symptom, shortened to what is around the match."""
    behind = _lines(failure)
    if symptom.fallback:
        ends = [line for line in (behind or _lines(message)) if line.strip()]
        return (
            ends[-1].rstrip('"') if ends else message
        )  # "KeyError: ..." says more than "Traceback (most recent call last):"
    lines = [*_lines(message), *reversed(behind)]
    for line in sorted(lines, key=lambda line: line.startswith((" ", "\t"))):  # source code in a traceback says less
        for pattern in (symptom.pattern, symptom.weak):
            found = pattern.search(line) if pattern else None
            if found:
                return line if found.end() <= _SHOWN else "…" + line[_beginning(line, found.start()) :]
    return message


def _lines(text: str) -> list[str]:
    """Return the lines of a text, also of a traceback that was written into one line."""
    return (text.replace("\\n", "\n") if "Traceback" in text else text).splitlines()


def _beginning(line: str, match: int) -> int:
    """Return where to begin to quote a long line, a little before a match and not in the middle of a word."""
    begin = max(0, match - _LEAD)
    space = line.find(" ", begin, match)
    return space + 1 if space >= 0 else max(begin, *(line.rfind(mark, begin, match) + 1 for mark in "\"'([{,;:"))


def _fact(symptom: Symptom, text: str) -> str:
    if symptom.fact is None:
        return ""
    found = symptom.fact.search(" ".join(text.split()))
    values = found.groupdict() if found else {}
    if not values or None in values.values():
        return ""
    return Text(symptom.say, values)


def _by_column(evidence: Evidence, symptom: Symptom, rows: Rows) -> str:
    """Return which status or finish reason it was."""
    for column, values in (("status", symptom.status), ("finish_reason", symptom.finish_reason)):
        if values and evidence.has(column):
            codes = evidence.codes(column)
            present = np.flatnonzero(np.bincount(codes.code[rows] + 1)[1:])  # -1 has none
            names = sorted({codes.value(code) for code in present.tolist()} & set(values))
            if names:
                told = ", ".join(names)
                if column == "status":
                    return translatable("Their status is {names}.", names=told)
                return translatable("Their finish reason is {names}.", names=told)
    return ""


def _severity(evidence: Evidence, symptom: Symptom, rows: Rows) -> Severity:
    """A symptom that the log itself calls a warning at most is one step less severe, but for silent ones."""
    worst = int(evidence.level[rows].max())
    if symptom.severity >= Severity.ERROR and Level.UNKNOWN < worst <= Level.DEBUG:
        return Severity(symptom.severity - 1)
    return symptom.severity
