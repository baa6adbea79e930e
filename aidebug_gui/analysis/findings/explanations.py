"""What findings mean, as ``resources`` say it: what it is, how bad, what usually causes it, what helps."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.resources import resource_path
from aidebug_gui.translatable import Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a kind of finding means. ``title``: a template that may name values of the finding's sentence."""

    title: str
    severity: Severity
    cause: Text
    fix: Text


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanations of ``resources/findings.toml`` by kind of finding."""
    table = tomllib.loads(resource_path("findings.toml").read_text(encoding="utf-8"))
    return {kind: _explanation(entry) for kind, entry in table.items()}


def _explanation(entry: Mapping[str, str]) -> Explanation:
    severity = Severity[entry["severity"].upper()]
    return Explanation(entry["title"], severity, Text(entry["cause"]), Text(entry["fix"]))
