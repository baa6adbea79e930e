"""Which label is taken for which: the mistake that most wrong predictions share, and at which scores."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.columns import Codes, Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

_LEAST_SHARE = 0.3  # of the wrong predictions
_LEAST = 10
_MIDDLE = (0.1, 0.9)  # quantiles of the scores that are told
_SHOWN_CHARS = 40


def mistaken_for(evidence: Evidence, label: Codes, target: Codes, wrong: Selected) -> Text:
    """Say which truth is most often given which label among wrong predictions; an empty text where no mistake stands out."""
    if not wrong.parts:
        return translatable("")
    rows = np.concatenate([part.rows for part in wrong.parts])
    pairs = target.code[rows].astype(np.int64) * len(label) + label.code[rows]
    names, counts = np.unique(pairs, return_counts=True)
    most = int(counts.argmax())
    count = int(counts[most])
    if count < max(_LEAST, _LEAST_SHARE * len(rows)):
        return translatable("")
    of_target, of_label = divmod(int(names[most]), len(label))
    return translatable(
        " Most often {truth} is taken for {label}: {n} times ({share} of the wrong ones){scores}.",
        truth=quote(target.value(of_target), _SHOWN_CHARS),
        label=quote(label.value(of_label), _SHOWN_CHARS),
        n=count,
        share=percent(count / len(rows)),
        scores=_scores(evidence, rows[pairs == names[most]]),
    )


def _scores(evidence: Evidence, rows: Rows) -> Text:
    if not evidence.has("score"):
        return translatable("")
    values: Floats = evidence.numbers("score")[rows]
    values = values[np.isfinite(values)]
    if len(values) < _LEAST:
        return translatable("")
    low, high = np.quantile(values, _MIDDLE).tolist()
    return translatable(", mostly with scores from {low} to {high}", low=number(low), high=number(high))
