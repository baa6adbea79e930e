"""Prompts that a server cuts without telling the caller: how much of them is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.analysis.findings.symptoms import Texts
from aidebug_gui.analysis.formatting import percent
from aidebug_gui.translatable import translatable

_MOST_READ = 200
_LIMIT = re.compile(r"""\b(?:limit|num_ctx|n_ctx|max_length|max_tokens|new)["']?\s*[=:]\s*(\d{2,9})\b""")
_HAD = re.compile(r"""\b(?:prompt|tokens|input_tokens|prompt_tokens|length|had)["']?\s*[=:]\s*(\d{2,9})\b""")


def silent_truncation(evidence: Evidence, texts: Texts) -> Iterator[Finding]:
    """Say what share of the prompts is lost, where the log gives limit and length."""
    rule = next(symptom for symptom in symptom_rules().symptoms if symptom.name == "prompt_truncated")
    rows = texts.rows(rule.name)
    lost = []
    for record in rows.at(np.arange(min(_MOST_READ, len(rows)))).tolist():
        message, _ = evidence.read(record)
        limit, had = _LIMIT.search(message), _HAD.search(message)
        if limit and had and int(had[1]) > int(limit[1]):
            lost.append((int(limit[1]), int(had[1])))
    if not lost:
        return
    limit_of, longest = max(lost, key=lambda pair: pair[1])
    mean = sum(1 - limit / had for limit, had in lost) / len(lost)
    yield evidence.finding(
        "silent_truncation",
        translatable(
            "{n} {n:prompt was|prompts were} cut{when}; {share} of their tokens were lost on average. The longest had "
            "{longest}, the limit is {limit}. No error was returned.",
            n=len(rows),
            when=evidence.between(rows),
            share=percent(mean),
            longest=longest,
            limit=limit_of,
        ),
        rows=rows,
        severity=Severity.ERROR,
        explanation=rule,
    )
