"""Symptoms that a log says in words, or by a status or finish reason: the text rules, applied to all records at once.

Rules are tried on the distinct shapes of messages and failures, some hundreds where a log has millions of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Bools
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.rule_table import RuleTable, bits_of
from aidebug_gui.analysis.findings.spreading import densest, is_steady
from aidebug_gui.analysis.findings.statuses import Statuses
from aidebug_gui.analysis.findings.symptom_rules import Symptom, symptom_rules
from aidebug_gui.analysis.findings.telling import first_exception, is_bare_beginning, telling_line, unfolded
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.formatting import QUOTED, percent, quote
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, joined, translatable

_SHARE_WORTH_SAYING = 0.001
_SHARE_OF_NOISE = 0.02  # what comes all through the log in so many records at most is how this log is
_MOST_ASKED = 256  # records of a chunk whose text is read to see their numbers
_MOST_PLACED = 100_000  # records of a symptom of which it is looked where they lie
_SHOWN, _LEAD = 140, 40  # characters of a line: what is surely shown, what is shown before a match
_MOST_LINES = 100  # of a traceback
_SHORTLY = 30  # records
_FREE_TEXT_SHARE = 0.5
_FREE_TEXT_WORDS = 8
_NOBODY = np.empty(0, dtype=np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """The records of a chunk that tell of something, as offsets. Record i tells of ``bits[of[i]]``, see ``RuleTable``."""

    offsets: NDArray[np.uint16]
    of: NDArray[np.int32]
    bits: tuple[int, ...]

    def of_any(self, rules: int, but_for: int) -> NDArray[np.uint16]:
        """Return the records that tell of one of these rules and of none of those."""
        chosen = np.array([bool(bits & rules) and not bits & but_for for bits in self.bits], dtype=np.bool_)
        return self.offsets[chosen[self.of]]


class Texts:
    """The records in whose messages and failures a rule matches, without what users and models wrote."""

    def __init__(self, evidence: Evidence, table: RuleTable | None = None) -> None:
        """Look at each distinct text once; ``table``: what is known of those of a shorter log."""
        self._evidence = evidence
        texts, layout = evidence.texts, evidence.analytics.layout
        self._meanings = (table or RuleTable()).meanings(texts, layout)
        self._is_free = _is_free_text(evidence)  # messages are what users write: only what the program calls bad counts
        self._basis = (texts.reading, layout.message_patterns, self._is_free)
        self._told = evidence.each("told in words", self._tell, self._basis)
        self._occurring = reduce(or_, (bits for told in self._told for bits in told.bits), 0)

    def _tell(self, at: slice) -> _Told:
        strong, weak, failure = self._meanings
        texts, level = self._evidence.texts, self._evidence.level[at]
        said = strong.of[texts.shape[at]], weak.of[texts.shape[at]], failure.of[texts.failure[at]]
        offsets = np.flatnonzero(said[0] | said[1] | said[2])
        is_bad = level[offsets] >= Level.WARNING
        in_message, if_bad, in_failure = (of[offsets].astype(np.int64) for of in said)
        if_bad[~is_bad] = 0
        if self._is_free:
            in_message[~is_bad] = 0
        together = (in_message * len(weak.bits) + if_bad) * len(failure.bits) + in_failure
        found, of = np.unique(together, return_inverse=True)
        bits = []
        for one in found.tolist():
            rest, last = divmod(one, len(failure.bits))
            first, second = divmod(rest, len(weak.bits))
            bits.append(strong.bits[first] | weak.bits[second] | failure.bits[last])
        return self._sure(offsets, of.astype(np.int32), bits, at.start)

    def _sure(self, offsets: Rows, of: NDArray[np.int32], bits: list[int], start: int) -> _Told:
        """Return what records tell of, without what another number in the text, or a rule that says more, takes away."""
        rules = symptom_rules()
        for number, symptom in enumerate(rules.symptoms):
            having = [place for place, known in enumerate(bits) if known >> number & 1]
            if symptom.exact is None or not having:
                continue
            without = np.arange(len(bits), dtype=np.int32)
            without[having] = np.arange(len(bits), len(bits) + len(having))
            bits = [*bits, *(bits[place] & ~(1 << number) for place in having)]
            asked = np.flatnonzero(without[of] != of)
            told = [
                place
                for place in asked[:_MOST_ASKED].tolist()
                if self._says(symptom.exact, start + int(offsets[place]))
            ]
            is_said = of[told]
            of = without[of]
            of[told] = is_said
        for number, others in rules.instead_of:
            bits = [known & ~others if known >> number & 1 else known for known in bits]
        return _Told(offsets.astype(np.uint16), of, tuple(bits))

    def _says(self, pattern: re.Pattern[str], row: int) -> bool:
        """Return whether a record's texts match with their numbers, which shapes do not have."""
        return any(pattern.search(text) for text in self._evidence.read(row))

    def _mask(self, at: slice, rules: int, but_for: int = 0) -> Bools:
        """Tell which records of a chunk tell of one of these rules and of none of those."""
        mask = np.zeros(at.stop - at.start, dtype=np.bool_)
        mask[self._told[at.start // CHUNK].of_any(rules, but_for)] = True
        return mask

    def rows(self, name: str) -> Selected:
        """Return the records that tell of a symptom, or of a moment in the life of a program."""
        return self.telling(name, 0)

    def telling(self, name: str, but_for: int) -> Selected:
        """Return the same without records that tell of something else, too. ``but_for``: bits of ``RuleTable``."""
        rule = bits_of(name)
        if not self._occurring & rule:
            return Selected(())
        return self._evidence.selected(
            f"tell of {name}", lambda at: self._mask(at, rule, but_for), (self._basis, but_for)
        )

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
        """Records at ERROR or above, or with an error line behind them, that tell of nothing that a rule takes for a warning or worse."""
        told = [symptom.name for symptom in symptom_rules().symptoms if symptom.severity >= Severity.WARNING]
        explaining, behind = bits_of(*told), bits_of(*symptom_rules().behind)
        statuses = Statuses(self._evidence)

        def mask(at: slice) -> Bools:
            is_error = self._evidence.level[at] >= Level.ERROR
            is_left: Bools = np.where(is_error, ~self._mask(at, explaining), self._mask(at, behind))
            return is_left & ~statuses.mask(at, statuses.names)

        return self._evidence.selected("unexplained errors", mask, (self._basis, statuses.basis))

    def failing(self, at: slice) -> Bools:
        """Tell which records of a chunk end what they belong to: those at ERROR or above, or without a level and saying so."""
        names = [symptom.name for symptom in symptom_rules().symptoms if symptom.severity >= Severity.ERROR]
        level = self._evidence.level[at]
        failing: Bools = (self._mask(at, bits_of(*names)) & (level == Level.UNKNOWN)) | (level >= Level.ERROR)
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
    explained = 0
    for symptom in sorted(symptom_rules().symptoms, key=lambda symptom: symptom.fallback):
        evidence.check()
        in_words = texts.telling(symptom.name, explained if symptom.fallback else 0)
        explained |= bits_of(symptom.name)
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
        line = _telling_line(symptom, message, failure)
        if is_bare_beginning(line):
            line = _exception_behind(evidence, first_in_words) or line
        parts.append(translatable("The first says: {line}.", line=quote(line, QUOTED)))
        parts.append(_fact(symptom, f"{message}\n{failure}"))
        parts.append(_just_before(evidence, first_in_words) if symptom.consequence else "")
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
    if symptom.fallback:
        return telling_line(f"{message}\n{failure}" if failure else message)
    lines = [*unfolded(message), *reversed(unfolded(failure))]
    for line in sorted(lines, key=lambda line: line.startswith((" ", "\t"))):  # source code in a traceback says less
        for pattern in (symptom.exact or symptom.pattern, symptom.weak):
            found = pattern.search(line) if pattern else None
            if found:
                return line if found.end() <= _SHOWN else "…" + line[_beginning(line, found.start()) :]
    return message


def _exception_behind(evidence: Evidence, record: int) -> str | None:
    """Return the exception of a traceback whose lines are records of their own, as servers write that pass on an output."""
    following = range(record + 1, min(evidence.records, record + _MOST_LINES))
    return first_exception(evidence.read(row)[0] for row in following)


def _just_before(evidence: Evidence, record: int) -> Text | str:
    """Quote the last error shortly before a record, of warnings the last one if there is none."""
    first = max(0, record - _SHORTLY)
    levels = evidence.level[first:record]
    for least in (Level.ERROR, Level.WARNING):
        found = np.flatnonzero(levels >= least)
        if len(found):
            message, failure = evidence.read(first + int(found[-1]))
            return translatable("Just before: {line}.", line=quote(telling_line(failure or message), QUOTED))
    return ""


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
