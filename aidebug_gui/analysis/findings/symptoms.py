"""Symptoms that a log says in words, or by a status or finish reason: the text rules, applied to all records at once.

Rules are tried on the distinct shapes of messages and failures, some hundreds where a log has millions of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from aidebug_gui.analysis.evidence import Bools, Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.symptom_rules import Symptom, symptom_rules
from aidebug_gui.analysis.formatting import percent, quote
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Layout
from aidebug_gui.store.protocol import Rows
from aidebug_gui.wording import Text, joined, said

_SHARE_WORTH_SAYING = 0.001
_FREE_TEXT_SHARE = 0.5
_FREE_TEXT_WORDS = 8
_CONTENT_KEYS = (
    "prompt|input|inputs|query|question|user|content|completion|response|answer|output|generated_text|text|user_input"
)
_CONTENT = re.compile(rf"""\b(?:{_CONTENT_KEYS})\s?[=:]\s?(?:"[^"]*"?|'[^']*'?)""")


class Texts:
    """The messages and failures of a log, ready to be searched by rules, without what users and models wrote."""

    def __init__(self, evidence: Evidence) -> None:
        texts = evidence.texts
        self._evidence = evidence
        self._messages = [without_content(shape, evidence.analytics.layout) for shape in texts.shapes]
        self._failures = texts.failures
        gate = symptom_rules().gate
        self._gated_messages = [number for number, text in enumerate(self._messages) if gate.search(text)]
        self._gated_failures = [number for number, text in enumerate(self._failures) if gate.search(text)]
        self._free_text = _is_free_text(evidence)

    def rows(self, strong: re.Pattern[str], weak: re.Pattern[str] | None = None, *, gated: bool = True) -> Rows:
        """Return the records whose message or failure matches; ``weak`` counts from WARNING on."""
        texts = self._evidence.texts
        messages = self._gated_messages if gated else range(len(self._messages))
        hit = self._mask(texts.shape, [n for n in messages if strong.search(self._messages[n])])
        if self._free_text:  # messages are what users write: only what the program itself calls bad counts
            hit &= self._evidence.level >= Level.WARNING
        if weak is not None:
            found = [n for n in messages if weak.search(self._messages[n])]
            hit |= self._mask(texts.shape, found) & (self._evidence.level >= Level.WARNING)
        failures = [n for n in self._gated_failures if strong.search(self._failures[n])]
        hit |= self._mask(texts.failure, failures)
        return np.flatnonzero(hit).astype(np.int64)

    @cached_property
    def failing(self) -> Bools:
        """Records that end what they belong to: at ERROR or above, or without a level and saying so in words."""
        failing = np.zeros(self._evidence.records, dtype=np.bool_)
        for symptom in symptom_rules().symptoms:
            if symptom.severity >= Severity.ERROR:
                failing[self.rows(symptom.pattern)] = True
        failing &= self._evidence.level == Level.UNKNOWN
        return failing | self._evidence.failed

    def _mask(self, numbers: np.ndarray[tuple[int], np.dtype[np.int32]], chosen: Sequence[int]) -> Bools:
        if not chosen:
            return np.zeros(len(numbers), dtype=np.bool_)
        table = np.zeros(max(len(self._messages), len(self._failures)) + 1, dtype=np.bool_)
        table[list(chosen)] = True
        return table[numbers]  # -1 takes the last element, which is no text


def without_content(message: str, layout: Layout) -> str:
    """Return a message without the inputs and outputs that it quotes: words in them are no failures."""
    for pattern in layout.message_patterns:
        if pattern.column in ("input", "output") and pattern.pattern.startswith("^"):
            found = re.search(pattern.pattern, message, re.ASCII)
            if found and found.group(1):
                return message[: found.start(1)]
    return _CONTENT.sub("", message)


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
    for symptom in symptom_rules().symptoms:
        found = []
        for column, values in (("status", symptom.status), ("finish_reason", symptom.finish_reason)):
            if values and evidence.has(column):
                marks = ", ".join("?" * len(values))
                found.append(evidence.where(f'"{column}" IN ({marks})', values))
        rows = np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
        if len(rows):
            yield symptom, rows


def text_symptoms(evidence: Evidence, texts: Texts) -> Iterator[Finding]:
    """Yield a finding for each symptom that occurs."""
    by_status = {symptom.name: rows for symptom, rows in status_symptoms(evidence)}
    explained = np.zeros(evidence.records, dtype=np.bool_)
    for symptom in sorted(symptom_rules().symptoms, key=lambda symptom: symptom.fallback):
        evidence.check()
        in_words = texts.rows(symptom.pattern, symptom.weak)
        if symptom.fallback:
            in_words = in_words[~explained[in_words]]
        explained[in_words] = True
        rows = np.union1d(in_words, by_status.get(symptom.name, np.empty(0, dtype=np.int64)))
        if len(rows):
            yield symptom_finding(evidence, symptom, rows, in_words)


def symptom_finding(evidence: Evidence, symptom: Symptom, rows: Rows, in_words: Rows) -> Finding:
    """Return the finding for the records of a symptom; ``in_words``: those of them that say it in a text."""
    count = len(rows)
    share = count / max(1, evidence.records)
    is_worth = share >= _SHARE_WORTH_SAYING and evidence.records >= 50
    part = said(" ({share} of all)", share=percent(share)) if is_worth else ""
    parts: list[str] = [
        said("{n} {n:record|records}{part}{when}.", n=count, part=part, when=evidence.between(rows)),
    ]
    if len(in_words):
        message, failure = evidence.read(int(in_words[0]))
        parts.append(said("The first says: {line}.", line=quote(_telling_line(symptom, message, failure))))
        parts.append(_fact(symptom, f"{message}\n{failure}"))
    else:
        parts.append(_by_column(evidence, symptom))
    severity = _severity(evidence, symptom, rows)
    return evidence.finding(
        symptom.name,
        severity,
        symptom.title,
        joined(*parts),
        cause=symptom.cause,
        fix=symptom.fix,
        rows=rows,
    )


def _telling_line(symptom: Symptom, message: str, failure: str) -> str:
    """Return the line of a record that says the symptom, shortened to what is around the match."""
    ends = [line for line in failure.splitlines() if line.strip()]
    if symptom.fallback and ends:
        return ends[-1]  # "KeyError: ..." says more than "Traceback (most recent call last):"
    for line in [*message.splitlines(), *reversed(failure.splitlines())]:
        for pattern in (symptom.pattern, symptom.weak):
            found = pattern.search(line) if pattern else None
            if found:
                begin = max(0, found.start() - 30)
                space = line.find(" ", begin, found.start())  # not in the middle of a word
                return line if found.end() <= 70 else line[space + 1 if space >= 0 else begin :]
    return message


def _fact(symptom: Symptom, text: str) -> str:
    if symptom.fact is None:
        return ""
    found = symptom.fact.search(" ".join(text.split()))
    values = found.groupdict() if found else {}
    if not values or None in values.values():
        return ""
    return Text(symptom.say, values)


def _by_column(evidence: Evidence, symptom: Symptom) -> str:
    """Return which status or finish reason it was; asked of the engine, as whole columns are not needed yet."""
    for column, values in (("status", symptom.status), ("finish_reason", symptom.finish_reason)):
        if values and evidence.has(column):
            sql = f'SELECT DISTINCT "{column}" FROM records WHERE "{column}" IN ({", ".join("?" * len(values))}) ORDER BY 1'
            names = [str(name) for (name,) in evidence.analytics.execute(sql, values).fetchall()]
            if names:
                told = ", ".join(names)
                if column == "status":
                    return said("Their status is {names}.", names=told)
                return said("Their finish reason is {names}.", names=told)
    return ""


def _severity(evidence: Evidence, symptom: Symptom, rows: Rows) -> Severity:
    """A symptom that the log itself calls a warning at most is one step less severe, but for silent ones."""
    worst = int(evidence.level[rows].max())
    if symptom.severity >= Severity.ERROR and Level.UNKNOWN < worst <= Level.DEBUG:
        return Severity(symptom.severity - 1)
    return symptom.severity
