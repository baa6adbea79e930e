"""Texts that were made below the window, in the language of the window (see ``aidebug_gui/translatable.py``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from aidebug_gui.translatable import Moment, Numeral, Text
from aidebug_gui.ui.values import local_number, second_text

if TYPE_CHECKING:
    from aidebug_gui.analysis.findings.finding import Finding  # brings the engine

CONTEXT = "Texts"  # of their templates in the catalogue


def localized(text: str) -> str:
    """Return a text in the language of the window; what was not made to be translated stays as it is."""
    if isinstance(text, Text):
        return text.translated(_lookup, _local)
    return _local(text) if isinstance(text, Numeral) else text


def _local(text: str) -> str:
    """Return a number with the signs of the language, a moment in the zone shown."""
    if not isinstance(text, Moment):
        return local_number(text)
    return second_text(text.time_ns, dated=text.with_date)


def localized_error(error: BaseException) -> str:
    """Return what an error says, its kind if it says nothing."""
    return localized(str(error)) or type(error).__name__


def localized_finding(finding: Finding) -> Finding:
    """Return a finding with its words in the language of the window."""
    return replace(
        finding,
        title=localized(finding.title),
        sentence=localized(finding.sentence),
        detail=localized(finding.detail),
        cause=localized(finding.cause),
        fix=localized(finding.fix),
    )


def _lookup(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template)
