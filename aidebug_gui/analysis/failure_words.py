"""Words with which messages tell of a failure, whatever level they have."""

from __future__ import annotations

import re

_FAILURE = re.compile(
    r"\b(?:fail(?:ed|ure|ing)\b(?! ?[=/])|errored\b|(?:error|exception) (?:while|in|during|when|from|for|on|at)\b|could(?: not|n't)\b"
    r"|(?:unable|failure) to\b|cannot \w+|crashed\b|gave up\b|giving up\b|aborted\b|non-zero exit)"
    r"|^\W*(?:error|exception|failure)\s*[:\-]",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^\W{0,3}(?:fail(?:ed|ure)\b|error\b|exception\b|fatal\b|invalid\b|(?:\w+ ){1,3}(?:error|exception|failed|failure)\s*(?::|\Z)|could(?: not|n't)\b|unable to\b|cannot \w+)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:passed|succeeded|successful(?:ly)?|successes)\b|\b(?:0|no|without|any) (?:\w+ )?(?:failed|failures?|errors?|exceptions?)\b",
    re.IGNORECASE,
)

_CONTENT = re.compile(
    r"\b(?:input|query|question|prompt|text|content|answer|response|output) ?[:=].*", re.IGNORECASE | re.DOTALL
)


def tells_of_failure(message: str) -> bool:
    """Return whether a message, or the pattern of messages, says that something failed.

    Not where it only counts failures, and not by the words of an input or output that it quotes.
    """
    said = _CONTENT.sub("", message)
    return bool(_FAILURE.search(said)) and not _COUNTED.search(said)


def begins_with_failure(message: str) -> bool:
    """Return whether the first words of a message say that something failed: of lines that may be anything."""
    return bool(_BEGINS.search(message)) and not _COUNTED.search(message)
