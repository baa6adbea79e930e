"""A field of the log's own that joins the records of a request (``item_id``, ``job.id``), of logs that have no request id.

It is taken where its values behave like ids in the first records, as those in messages are (``message_ids.py``): ids of
products or of customers come back all through a log.
"""

from __future__ import annotations

import re

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.message_ids import SAMPLE, join
from aidebug_gui.analysis.own_fields import MOST_RECORDS
from aidebug_gui.formats.columns import Kind

_NAME = re.compile(
    r"(?i)(?:^|[._-])(?:id|uuid|guid|key|no|number|job|task|item|txn|transaction|ticket|order|doc)$|[a-z]I[dD]$"
)
_KINDS = (Kind.ID, Kind.CATEGORY, Kind.NUMBER)
_MOST_FIELDS = 3  # are asked: one that other rules do not read is a pass over the log


def own_id(evidence: Evidence) -> str:
    """Return the fullest field that joins records, "" for none; what the first records told once is not asked again."""
    known = evidence.memory.get("own id")
    if known is None:
        known = _own_id(evidence)
        if evidence.records >= SAMPLE:
            evidence.memory["own id"] = known
    return str(known)


def _own_id(evidence: Evidence) -> str:
    if evidence.records > MOST_RECORDS:
        return ""
    fields = [field for field in evidence.fields() if not field.canonical and field.kind in _KINDS]
    named = [field for field in fields if _NAME.search(field.name)]
    for field in sorted(named, key=lambda field: -field.fill)[:_MOST_FIELDS]:
        evidence.check()
        texts = evidence.analytics.field_texts(field.name, 0, min(SAMPLE, evidence.records))
        if join(texts.to_pylist()):
            return field.name
    return ""
