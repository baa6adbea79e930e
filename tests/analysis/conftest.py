"""Logs made from text, ready to be analysed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.store.log import FileLog

Analyse = Callable[[str], Analysis]


@pytest.fixture
def analyse(open_text: Callable[[str], FileLog]) -> Analyse:
    """Return a function that makes the analysis of a text."""
    return lambda text: Analysis(open_text(text))
