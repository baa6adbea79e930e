"""Texts of the program itself (error reports) made fit to be shown to somebody: no secrets, no names, no home directory."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.mask import Mask, Masker, masked_text
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.rules import load_rules
from aidebug_gui.analysis.pii.scan import BlockScanner
from aidebug_gui.resources import user_directory

_SHORTEST_NAME = 3  # characters: a shorter user name would be found in many words


def masked_report(text: str) -> str:
    """Return a report with everything hidden that is personal or secret for certain, likely or perhaps."""
    data = _without_user(text).encode("utf-8", "replace")
    starts = [0, *(match.end() for match in re.finditer(rb"\n", data))]
    if starts[-1] != len(data):
        starts.append(len(data))
    book = load_rules(user_directory())
    found = BlockScanner(Detector(book)).findings(data, starts, least=Tier.HINT)
    return masked_text(data, 0, len(data), found, Masker(Mask.LABEL, b"", dict(book.entities))).decode(
        "utf-8", "replace"
    )


def _without_user(text: str) -> str:
    text = text.replace(str(Path.home()), "~") if len(str(Path.home())) > 1 else text
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        return text
    if len(user) < _SHORTEST_NAME or user == "root":
        return text
    return re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "[USER]", text)
