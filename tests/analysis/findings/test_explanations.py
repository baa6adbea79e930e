"""What findings mean: each rule has an explanation, each explanation a rule, and titles are filled by the sentence."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from aidebug_gui.analysis.findings.explanations import explanations

ANALYSIS = Path(__file__).parents[3] / "aidebug_gui" / "analysis"
SOURCES = [path.read_text(encoding="utf-8") for path in ANALYSIS.rglob("*.py")]


def test_each_finding_is_explained() -> None:
    kinds = {kind for source in SOURCES for kind in re.findall(r'\.finding\(\s*"(\w+)",', source)}
    assert len(kinds) > 20
    assert kinds - explanations().keys() == {"new_pattern", "silent_truncation"}  # they bring their own


@pytest.mark.parametrize("kind", explanations())
def test_no_explanation_is_left_over(kind: str) -> None:
    assert any(f'"{kind}"' in source for source in SOURCES)
    assert explanations()[kind].cause.endswith(".")
    assert explanations()[kind].fix.endswith(".")


def test_titles_name_only_values_that_some_rule_gives() -> None:
    named = {
        name for entry in explanations().values() for _, name, _, _ in string.Formatter().parse(entry.title) if name
    }
    assert named == {"value", "field", "change", "what", "new"}
