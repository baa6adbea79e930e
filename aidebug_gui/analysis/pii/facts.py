"""What can be known of a secret offline: its checksum, when it ends, whose it is, whether it is for tests."""

from __future__ import annotations

import re
import time

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.explain import reasons_of
from aidebug_gui.analysis.pii.model import Span
from aidebug_gui.analysis.pii.scan import Finding
from aidebug_gui.analysis.pii.secret_checks import decoded_json
from aidebug_gui.formats.times import SECOND_NS, utc_moment
from aidebug_gui.translatable import translatable

_TEST = re.compile(rb"[_-]test[_-]|sandbox|\A(?:sk|rk|pk)_test_")
_LIVE = re.compile(rb"[_-](?:live|prod)[_-]")
_LONGEST_CLAIMS = 20_000
_TELLING = re.compile(r"checksum|account")


def secret_facts(
    detector: Detector, record: bytes, found: Finding, shift: int, now: float | None = None
) -> tuple[str, ...]:
    """Return what is known of a secret in a record that begins at byte ``shift`` of the text it was found in.

    ``now``: seconds since 1970, by default the clock's.
    """
    span = Span(found.start - shift, found.end - shift, found.entity, found.rule, found.score)
    value = record[span.start : span.end]
    facts: list[str] = []
    if _TEST.search(value):
        facts.append(translatable("a key for tests"))
    elif _LIVE.search(value):
        facts.append(translatable("a live key"))
    if found.entity == "jwt":
        return (*facts, *jwt_facts(value, time.time() if now is None else now))
    facts += [reason for reason in reasons_of(detector, record, span) if _TELLING.search(reason)]
    return tuple(dict.fromkeys(facts))


def jwt_facts(token: bytes, now: float) -> list[str]:
    """Return when a JSON web token ends or ended, and who issued it, as far as it says so."""
    parts = token.split(b".")
    claims = decoded_json(parts[1]) if len(parts) > 1 and len(parts[1]) <= _LONGEST_CLAIMS else None
    if claims is None:
        return []
    facts: list[str] = []
    ends = claims.get("exp")
    if isinstance(ends, int | float) and not isinstance(ends, bool) and 0 < ends < 1e11:
        day = utc_moment(int(ends) * SECOND_NS).strftime("%Y-%m-%d %H:%M")
        facts.append(
            translatable("expired {day} UTC", day=day) if ends < now else translatable("valid until {day} UTC", day=day)
        )
    else:
        facts.append(translatable("has no expiry"))
    issuer = claims.get("iss")
    if isinstance(issuer, str) and issuer:
        facts.append(translatable("issued by {issuer}", issuer=issuer[:60]))
    return facts
