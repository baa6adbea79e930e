"""Symptoms that a log says in words, or by a status or finish reason: the text rules, applied to all records at once.

Rules are tried on the distinct shapes of messages and failures, some hundreds where a log has millions of records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.rule_table import Bits, RuleTable, bit_of
from aidebug_gui.analysis.findings.spreading import densest, is_steady
from aidebug_gui.analysis.findings.statuses import Statuses
from aidebug_gui.analysis.findings.symptom_rules import Symptom, symptom_rules
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import percent, quote
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

_SHARE_WORTH_SAYING = 0.001
_SHARE_OF_NOISE = 0.02  # what comes all through the log in so many records at most is how this log is
_MOST_ASKED = 256  # records of a chunk whose text is read to see their numbers
_MOST_PLACED = 100_000  # records of a symptom of which it is looked where they lie
_SHOWN, _LEAD = 70, 30  # characters of a line: what is surely shown, what is shown before a match
_FREE_TEXT_SHARE = 0.5
_FREE_TEXT_WORDS = 8
_NOBODY = np.empty(0, dtype=np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """The records of a chunk that tell of something, as offsets, and of what: a bit for each rule of ``RuleTable``."""

    offsets: NDArray[np.uint16]
    bits: Bits

    @property
    def occurring(self) -> np.uint64:
        return np.uint64(np.bitwise_or.reduce(self.bits, initial=np.uint64(0)))


class Texts:
    """The records in whose messages and failures a rule matches, without what users and models wrote."""

    def __init__(self, evidence: Evidence, table: RuleTable | None = None) -> None:
        """Look at each distinct text once; ``table``: what is known of those of a shorter log."""
        self._evidence = evidence
        texts, layout = evidence.texts, evidence.analytics.layout
        self._tables = (table or RuleTable()).bits(texts, layout)
        self._is_free = _is_free_text(evidence)  # messages are what users write: only what the program calls bad counts
        self._basis = (texts.reading, layout.message_patterns, self._is_free)
        self._told = evidence.each("told in words", self._tell, self._basis)
        self._occurring = np.bitwise_or.reduce([told.occurring for told in self._told], initial=np.uint64(0))

    def _tell(self, at: slice) -> _Told:
        strong, weak, failure = self._tables
        texts, level = self._evidence.texts, self._evidence.level[at]
        shape, failed = texts.shape[at], texts.failure[at]
        offsets = np.flatnonzero((strong | weak)[shape] | failure[failed])
        is_bad = level[offsets] >= Level.WARNING
        shape = shape[offsets]
        in_message = strong[shape]
        if self._is_free:
            in_message[~is_bad] = 0
        in_message |= np.where(is_bad, weak[shape], np.uint64(0))
        bits = in_message | failure[failed[offsets]]
        self._ask_numbers(bits, offsets + at.start)
        for number, others in symptom_rules().instead_of:
            bits[(bits & np.uint64(1 << number)) != 0] &= ~np.uint64(others)
        return _Told(offsets.astype(np.uint16), bits)

    def _ask_numbers(self, bits: Bits, rows: Rows) -> None:
        """Take the bits of rules that depend on a number from records that have another one; their shapes do not tell."""
        for number, symptom in enumerate(symptom_rules().symptoms):
            if symptom.exact is None:
                continue
            bit = np.uint64(1 << number)
            asked = np.flatnonzero(bits & bit)
            bits[asked] &= ~bit
            for place in asked[:_MOST_ASKED].tolist():
                if any(symptom.exact.search(text) for text in self._evidence.read(int(rows[place]))):
                    bits[place] |= bit

    def bits(self, at: slice) -> Bits:
        """Return for each record of a chunk what it tells of, a bit for each rule of ``RuleTable``."""
        told = self._told[at.start // CHUNK]
        bits = np.zeros(at.stop - at.start, dtype=np.uint64)
        bits[told.offsets] = told.bits
        return bits

    def rows(self, name: str) -> Selected:
        """Return the records that tell of a symptom, or of a moment in the life of a program."""
        return self.telling(name, np.uint64(0))

    def telling(self, name: str, not_of: np.uint64) -> Selected:
        """Return the same without records that tell of something else, too."""
        bit = bit_of(name)
        if not self._occurring & bit:
            return Selected(())

        def mask(at: slice) -> Bools:
            bits = self.bits(at)
            chosen: Bools = ((bits & bit) != 0) & ((bits & not_of) == 0)
            return chosen

        return self._evidence.selected(f"tell of {name}", mask, (self._basis, int(not_of)))

    def with_status(self, symptom: Symptom, in_words: Selected, statuses: Statuses) -> Selected:
        """Return the records that tell of a symptom, and those whose status or finish reason means it."""
        if symptom.name not in statuses.names:
            return in_words
        told = {part.first: part.offsets for part in in_words.parts}

        def mask(at: slice) -> Bools:
            chosen = statuses.mask(at, (symptom.name,))
            chosen[told.get(at.start, _NOBODY)] = True
            return chosen

        return self._evidence.selected(f"all of {symptom.name}", mask, (self._basis, statuses.basis, symptom.fallback))

    @cached_property
    def unexplained(self) -> Selected:
        """Records at ERROR or above that tell of nothing that a rule takes for a warning or worse."""
        told = [symptom.name for symptom in symptom_rules().symptoms if symptom.severity >= Severity.WARNING]
        explaining = np.bitwise_or.reduce([bit_of(name) for name in told], initial=np.uint64(0))
        statuses = Statuses(self._evidence)

        def mask(at: slice) -> Bools:
            is_left: Bools = (self._evidence.level[at] >= Level.ERROR) & ((self.bits(at) & explaining) == 0)
            return is_left & ~statuses.mask(at, statuses.names)

        return self._evidence.selected("unexplained errors", mask, (self._basis, statuses.basis))

    def failing(self, at: slice) -> Bools:
        """Tell which records of a chunk end what they belong to: those at ERROR or above, or without a level and saying so."""
        names = [symptom.name for symptom in symptom_rules().symptoms if symptom.severity >= Severity.ERROR]
        failures = np.bitwise_or.reduce([bit_of(name) for name in names], initial=np.uint64(0))
        level = self._evidence.level[at]
        failing: Bools = (((self.bits(at) & failures) != 0) & (level == Level.UNKNOWN)) | (level >= Level.ERROR)
        return failing


def _is_free_text(evidence: Evidence) -> bool:
    texts = evidence.texts
    if len(texts.shapes) < 50 or len(texts.shapes) < evidence.records * _FREE_TEXT_SHARE:
        return False
    occurs = np.bincount(texts.shape + 1, minlength=len(texts.shapes) + 1)[1:] > 0
    shapes = [texts.shapes[number] for number in np.flatnonzero(occurs).tolist()]
    if len(shapes) < 50 or len(shapes) < evidence.records * _FREE_TEXT_SHARE:
        return False
    sample = shapes[:: max(1, len(shapes) // 500)]
    return bool(np.median([len(shape.split()) for shape in sample]) > _FREE_TEXT_WORDS)


def text_symptoms(evidence: Evidence, texts: Texts) -> Iterator[Finding]:
    """Yield a finding for each symptom that occurs."""
    statuses = Statuses(evidence)
    explained = np.uint64(0)
    for symptom in sorted(symptom_rules().symptoms, key=lambda symptom: symptom.fallback):
        evidence.check()
        in_words = texts.telling(symptom.name, explained if symptom.fallback else np.uint64(0))
        explained |= bit_of(symptom.name)
        rows = texts.with_status(symptom, in_words, statuses)
        if len(rows):
            yield symptom_finding(evidence, symptom, rows, in_words[0] if len(in_words) else None)


def symptom_finding(evidence: Evidence, symptom: Symptom, rows: Selected, first_in_words: int | None) -> Finding:
    """Return the finding for the records of a symptom; ``first_in_words``: the first one that says it in a text."""
    every = rows.rows if len(rows) <= _MOST_PLACED else None
    dense = None if every is None else densest(every, evidence.records)
    shown = rows if every is None or dense is None else every[dense]
    steady = every is not None and is_steady(every, evidence.records)
    parts: list[str] = [_how_many(evidence, rows, shown, steady)]
    if first_in_words is not None:
        message, failure = evidence.read(first_in_words)
        parts.append(translatable("The first says: {line}.", line=quote(_telling_line(symptom, message, failure))))
        parts.append(_fact(symptom, f"{message}\n{failure}"))
    else:
        parts.append(_by_column(evidence, symptom))
    severity = _severity(symptom, rows.level, steady and len(rows) < _SHARE_OF_NOISE * evidence.records)
    return evidence.finding(symptom.name, joined(*parts), rows=shown, severity=severity, explanation=symptom)


def _how_many(evidence: Evidence, rows: Selected, shown: Rows | Selected, steady: bool) -> Text:
    share = len(shown) / max(1, evidence.records)
    is_worth = share >= _SHARE_WORTH_SAYING and evidence.records >= 50
    part = translatable(" ({share} of all)", share=percent(share)) if is_worth else ""
    elsewhere = len(rows) - len(shown)
    return joined(
        translatable("{n} {n:record|records}{part}{when}.", n=len(shown), part=part, when=evidence.between(shown)),
        translatable("{n} more at other times.", n=elsewhere) if elsewhere else "",
        translatable("They come all through the log.") if steady else "",
    )


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
        for pattern in (symptom.exact or symptom.pattern, symptom.weak):
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


def _by_column(evidence: Evidence, symptom: Symptom) -> str:
    """Return which status or finish reason it was."""
    column, values = Statuses(evidence).values(symptom)
    told = ", ".join(values)
    if column == "status":
        return translatable("Their status is {names}.", names=told)
    return translatable("Their finish reason is {names}.", names=told) if column else ""


def _severity(symptom: Symptom, level: int, is_noise: bool) -> Severity:
    """A symptom that the log itself calls a warning at most is one step less severe, but for silent ones.

    One that is seldom, no error and always there is a note: somebody knows it.
    """
    if symptom.silent or level >= Level.ERROR:
        return symptom.severity
    is_lesser = level == Level.WARNING or Level.UNKNOWN < level <= Level.DEBUG
    severity = Severity(symptom.severity - 1) if symptom.severity >= Severity.ERROR and is_lesser else symptom.severity
    return Severity.INFO if is_noise and severity <= Severity.WARNING else severity
