"""The scoring rules of the Numenta Anomaly Benchmark, and event F1 without point adjustment.

A window of the truth earns up to 1 for its earliest detection, less the later it comes (a sigmoid over the window);
each false detection costs, less right behind a window; a missed window costs the profile's weight. The threshold is one
for all files and the best one. 0 = nothing detected, 100 = perfect. The first 15 % of a file (at most 750 points) do
not count.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NabFile:
    """One series. ``windows``: first and last position (both in it) of each true anomaly."""

    name: str
    times: NDArray[np.int64]  # ns
    values: Floats
    windows: tuple[tuple[int, int], ...]

    @property
    def probation(self) -> int:
        return min(int(0.15 * len(self.values)), 750)


@dataclass(frozen=True, slots=True)
class Profile:
    """What errors cost."""

    name: str
    false_positive: float
    false_negative: float


PROFILES = (Profile("standard", 0.11, 1.0), Profile("low FP", 0.22, 1.0), Profile("low FN", 0.11, 2.0))


def load(root: Path) -> list[NabFile]:
    """Read all series and their windows from a directory laid out as NAB's repository."""
    windows = json.loads((root / "labels" / "combined_windows.json").read_text())
    return [_file(root / "data" / name, name, windows[name]) for name in sorted(windows)]


def _file(path: Path, name: str, windows: list[list[str]]) -> NabFile:
    with path.open(newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    seconds = [int(datetime.fromisoformat(row[0]).replace(tzinfo=UTC).timestamp()) for row in rows]
    times = np.array(seconds, dtype=np.int64) * 10**9
    limits = [
        [int(datetime.fromisoformat(end[:19]).replace(tzinfo=UTC).timestamp()) for end in pair] for pair in windows
    ]
    found = tuple((seconds.index(first), seconds.index(last)) for first, last in limits)
    return NabFile(name, times, np.array([float(row[1]) for row in rows]), found)


def nab_curve(files: list[NabFile], scores: list[Floats], profile: Profile) -> tuple[Floats, Floats]:
    """Return thresholds (descending) and the normalised score at each (a point is detected if score >= threshold)."""
    gains: list[Floats] = []
    kept: list[Floats] = []
    for file, score in zip(files, scores, strict=True):
        gain = _gains(file, score, profile)
        counted = np.arange(len(score)) >= file.probation
        gains.append(gain[counted])
        kept.append(score[counted])
    gain, score = np.concatenate(gains), np.concatenate(kept)
    order = np.argsort(-score, kind="stable")
    missed = -profile.false_negative * sum(_scored_windows(file) for file in files)
    total = missed + np.cumsum(gain[order])
    ends = np.flatnonzero(np.append(np.diff(score[order]) != 0, True))
    windows = sum(len(file.windows) for file in files)
    null = -profile.false_negative * windows
    return score[order][ends], 100 * (total[ends] - null) / (windows - null)


def _scored_windows(file: NabFile) -> int:
    return sum(last >= file.probation for _, last in file.windows)


def _gains(file: NabFile, score: Floats, profile: Profile) -> Floats:
    """What each point adds when the threshold sinks to its score: each window counts its best detection only."""
    gain = _weights(file, profile)
    largest = _sigmoid(-1.0)
    for first, last in file.windows:
        inside = np.arange(max(first, file.probation), last + 1)
        position = -(last - inside + 1) / (last - first + 1)
        worth = np.asarray(_sigmoid(position)) / largest
        order = np.argsort(-score[inside], kind="stable")
        best = np.maximum.accumulate(np.append(-profile.false_negative, worth[order]))
        gain[inside[order]] = np.diff(best)
    return gain


def _weights(file: NabFile, profile: Profile) -> Floats:
    """What each point outside of the windows costs if it is detected."""
    position = np.arange(len(file.values))
    past = np.full(len(position), 3.0)
    for first, last in file.windows:
        past[last + 1 :] = (position[last + 1 :] - last) / (last - first)
    return np.asarray(np.where(past >= 3.0, -1.0, _sigmoid(past)) * profile.false_positive)


def _sigmoid(position: Floats | float) -> Floats:
    return np.asarray(2 / (1 + np.exp(5 * np.minimum(position, 50.0))) - 1)


def nab_scores(files: list[NabFile], scores: list[Floats]) -> dict[str, tuple[float, float]]:
    """Return each profile's best score and its threshold."""
    result = {}
    for profile in PROFILES:
        thresholds, curve = nab_curve(files, scores, profile)
        best = int(np.argmax(curve))
        result[profile.name] = (float(curve[best]), float(thresholds[best]))
    return result


def at_threshold(curve: tuple[Floats, Floats], threshold: float) -> float:
    thresholds, scores = curve
    above = np.flatnonzero(thresholds >= threshold)
    return float(scores[above[-1]]) if len(above) else 0.0


def cross_validated(files: list[NabFile], scores: list[Floats], folds: int = 4) -> dict[str, float]:
    """Score each fold's files with the threshold that is best for the others; the mean is weighted by windows."""
    result = {}
    for profile in PROFILES:
        total = weight = 0.0
        for fold in range(folds):
            inside = [number for number in range(len(files)) if number % folds == fold]
            outside = [number for number in range(len(files)) if number % folds != fold]
            thresholds, curve = nab_curve([files[n] for n in outside], [scores[n] for n in outside], profile)
            chosen = float(thresholds[np.argmax(curve)])
            tested = nab_curve([files[n] for n in inside], [scores[n] for n in inside], profile)
            windows = sum(len(files[n].windows) for n in inside)
            total += windows * at_threshold(tested, chosen)
            weight += windows
        result[profile.name] = total / weight
    return result


@dataclass(frozen=True, slots=True)
class Sweep:
    """What alerts earn at each of several limits: raw scores, shape (limits, files), of one profile."""

    profile: Profile
    limits: Floats
    totals: Floats
    windows: NDArray[np.int64]  # of each file

    @classmethod
    def of(cls, files: list[NabFile], alerts: Mapping[float, list[Positions]], profile: Profile) -> Sweep:
        """Take the positions of the alerts in each file, by limit."""
        totals = [
            [_total(file, found, profile) for file, found in zip(files, of_files, strict=True)]
            for of_files in alerts.values()
        ]
        windows = np.array([len(file.windows) for file in files])
        return cls(profile, np.array(list(alerts)), np.array(totals), windows)

    def scores(self, chosen: NDArray[np.bool_] | None = None) -> Floats:
        """Return the normalised score at each limit, of all files or of some that have windows."""
        inside = np.ones(len(self.windows), dtype=np.bool_) if chosen is None else chosen
        return 100 * self._earned(inside) / ((1 + self.profile.false_negative) * self.windows[inside].sum())

    def cross_validated(self, folds: NDArray[np.int64]) -> float:
        """Score each fold of files at the limit that is best for all others."""
        earned = 0.0
        for fold in np.unique(folds):
            chosen = int(self.scores(folds != fold).argmax())
            earned += float(self._earned(folds == fold)[chosen])
        return 100 * earned / ((1 + self.profile.false_negative) * float(self.windows.sum()))

    def _earned(self, chosen: NDArray[np.bool_]) -> Floats:
        missed = self.profile.false_negative * self.windows[chosen].sum()
        return np.asarray(self.totals[:, chosen].sum(axis=1) + missed)


def _total(file: NabFile, alerts: Positions, profile: Profile) -> float:
    detected = np.zeros(len(file.values))
    detected[alerts[alerts >= file.probation]] = 1.0
    return float(_gains(file, detected, profile)[detected > 0].sum() - profile.false_negative * _scored_windows(file))


def groups(files: list[NabFile]) -> NDArray[np.int64]:
    """Number the files by the kind of data that they hold."""
    return np.unique([file.name.split("/")[0] for file in files], return_inverse=True)[1].reshape(-1)


def alert_figures(files: list[NabFile], alerts: Mapping[float, list[Positions]]) -> EventFigures:
    """Return the event figures of alerts at the best limit."""
    found = []
    for limit, of_files in alerts.items():
        scores = [np.bincount(one, minlength=len(file.values)) for file, one in zip(files, of_files, strict=True)]
        found.append(replace(event_figures(files, [one.astype(np.float64) for one in scores], 0.5), threshold=limit))
    return max(found, key=lambda one: one.f1)


@dataclass(frozen=True, slots=True)
class EventFigures:
    """Detection of windows without point adjustment. ``false_alarms``: alerts outside of windows per 1,000 points."""

    f1: float
    recall: float
    precision: float
    false_alarms: float
    threshold: float


def event_figures(files: list[NabFile], scores: list[Floats], threshold: float) -> EventFigures:
    """Alerts nearer than 1 % of the file are one, which is at most 2 % long; a window counts once."""
    found = windows = right = alerts = points = 0
    for file, score in zip(files, scores, strict=True):
        spans = alert_spans(score, threshold, file.probation)
        inside = [any(first <= e and b <= last for first, last in file.windows) for b, e in spans]
        found += sum(any(first <= e and b <= last for b, e in spans) for first, last in file.windows)
        windows += len(file.windows)
        right += sum(inside)
        alerts += len(spans)
        points += len(score)
    recall, precision = found / max(windows, 1), right / max(alerts, 1)
    f1 = 2 * recall * precision / max(recall + precision, 1e-12)
    return EventFigures(f1, recall, precision, 1000 * (alerts - right) / points, threshold)


def alert_spans(score: Floats, threshold: float, probation: int) -> list[tuple[int, int]]:
    """Return first and last position of each alert."""
    merge, longest = max(1, len(score) // 100), max(2, len(score) // 50)
    spans: list[tuple[int, int]] = []
    for position in np.flatnonzero(score >= threshold).tolist():
        if position < probation:
            continue
        if spans and position - spans[-1][1] <= merge and position - spans[-1][0] < longest:
            spans[-1] = (spans[-1][0], position)
        else:
            spans.append((position, position))
    return spans


def best_event_figures(files: list[NabFile], scores: list[Floats]) -> EventFigures:
    """Return the figures at the best threshold for the corpus."""
    positive = np.concatenate([score[score > 0] for score in scores])
    candidates = np.unique(np.quantile(positive, 1 - np.geomspace(1e-5, 0.3, 60)))
    return max((event_figures(files, scores, float(value)) for value in candidates), key=lambda found: found.f1)
