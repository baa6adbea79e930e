"""How well anomalies are found: NAB, injected ones, pure noise, speed; and message patterns. ``make bench-anomaly``.

NAB's data are not part of the project: point NAB_DATA at a checkout of numenta/NAB (data/ and labels/).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.causal import CausalScorer
from aidebug_gui.analysis.series.events import LIMITS, Event, Mode, Points, episodes, find_events
from aidebug_gui.analysis.series.model import CODE, Reason, Scored, Sensitivity
from aidebug_gui.analysis.series.whole import score_whole
from aidebug_gui.analysis.series.windows import window_max
from tests.bench import bench_templates, nab
from tests.bench.common import Data, Figure, main, parse_data
from tests.bench.injected import SECOND, Injected, injected, noise
from tests.bench.run import as_text

ROOT = Path(__file__).resolve().parent.parent.parent
DEBOUNCE = 120
SWEPT = tuple(np.arange(3.0, 12.0, 0.125).tolist())  # limits; scores below 2.5 are not kept
NOISE_POINTS, NOISE_SEEDS = 20_000, 5
MODES: tuple[Mode, ...] = ("causal", "whole")
PEERS = {"standard": 74.9, "low FP": 65.2, "low FN": 80.4}
TARGETS = {"standard": 70.0, "low FP": 62.0, "low FN": 75.0}


def measure(data: Data) -> Iterator[Figure]:
    yield from nab_figures()
    yield from injected_figures()
    yield from noise_figures(1 if data.quick else NOISE_SEEDS)
    yield from speed_figures()


def score(mode: Mode, times: NDArray[np.int64], values: NDArray[np.float64]) -> Scored:
    return CausalScorer().push(times, values) if mode == "causal" else score_whole(times, values)


def debounced(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Keep a score only if it beats those of the points just before: one alert an episode, without the future."""
    before = np.concatenate([np.full(DEBOUNCE, -np.inf), scores[:-1]])
    return np.asarray(np.where(scores > window_max(before, DEBOUNCE), scores, 0.0))


def nab_directory() -> Path | None:
    places = [Path(os.environ["NAB_DATA"])] if "NAB_DATA" in os.environ else []
    places.append(ROOT.parent / "shared" / "corpus" / "nab")
    return next((place for place in places if (place / "labels" / "combined_windows.json").exists()), None)


def nab_figures() -> Iterator[Figure]:
    directory = nab_directory()
    if directory is None:
        return
    files = nab.load(directory)
    for mode in MODES:
        scored = [score(mode, file.times, file.values) for file in files]
        yield from _of_alerts(files, scored, mode)
        scores = [debounced(one.scores) for one in scored]
        tested = nab.cross_validated(files, scores)
        for profile, (best, threshold) in nab.nab_scores(files, scores).items():
            note = f"cross-validated {tested[profile]:.1f}; best threshold {threshold:.1f}"
            yield Figure(f"NAB {profile}, {mode}, scores debounced by {DEBOUNCE} points", best, "points", note=note)


def _of_alerts(files: list[nab.NabFile], scored: list[Scored], mode: Mode) -> Iterator[Figure]:
    """Judge what is told: an episode once, at its first point. All files have one limit, the one that is best."""
    at = {limit: [alerts(one, limit) for one in scored] for limit in (LIMITS[mode][Sensitivity.NORMAL], *SWEPT)}
    quarters = np.arange(len(files)) % 4
    for profile in nab.PROFILES:
        sweep = nab.Sweep.of(files, at, profile)
        best = int(sweep.scores().argmax())
        tested = (
            f"{sweep.cross_validated(quarters):.1f}, over kinds of data {sweep.cross_validated(nab.groups(files)):.1f}"
        )
        note = f"cross-validated {tested}; best limit {sweep.limits[best]:.1f}; best peer {PEERS[profile.name]}"
        wanted = TARGETS[profile.name] if mode == "causal" else None
        yield _figure(f"NAB {profile.name}, {mode}", float(sweep.scores()[best]), "points", wanted, note)
    found = nab.alert_figures(files, at)
    note = f"recall {found.recall:.2f}, precision {found.precision:.2f} at {found.threshold:.1f}; best peer 0.688"
    yield _figure(f"NAB event F1, {mode}", found.f1, "", 0.70 if mode == "causal" else None, note)
    values = {limit: [alerts(one, limit, clock=False) for one in scored] for limit in at}
    name = f"NAB event F1, {mode}, without the gaps in time that its labels do not know"
    yield Figure(name, nab.alert_figures(files, values).f1, "")
    normal = nab.alert_figures(files, dict([next(iter(at.items()))]))
    note = f"{normal.false_alarms:.2f} false alarms per 1,000 points"
    yield Figure(f"NAB event F1 at normal sensitivity, {mode}", normal.f1, "", note=note)


def alerts(scored: Scored, limit: float, clock: bool = True) -> NDArray[np.int64]:
    """Return the first point of each episode. ``clock``: also of those that are gaps in time."""
    first = np.array([group[0] for group in episodes(scored, limit)], dtype=np.int64)
    late = scored.parts[first, CODE[Reason.GAP]] > 0
    return scored.at[first[~late] if not clock else first]


def injected_figures() -> Iterator[Figure]:
    series = injected()
    for mode in MODES:
        found = windows = right = alerts = named = points = 0
        missed: dict[str, int] = {}
        for one in series:
            events = find_events(Points(one.times, one.values), score(mode, one.times, one.values), mode)
            hits = [_of(one, event) for event in events]
            reached = {hit for hit in hits if hit is not None}
            named += sum(_is_named(one, events, hits, window) for window in reached)
            found, windows, points = found + len(reached), windows + len(one.truth), points + len(one.values)
            right, alerts = right + sum(hit is not None for hit in hits), alerts + len(events)
            if len(reached) < len(one.truth):
                missed[one.kind] = missed.get(one.kind, 0) + len(one.truth) - len(reached)
        recall, precision = found / windows, right / max(alerts, 1)
        note = f"recall {recall:.2f}, precision {precision:.2f}; missed: {missed or 'none'}"
        yield _figure(f"Injected, event F1, {mode}", 2 * recall * precision / (recall + precision), "", 0.85, note)
        rate = 1e4 * (alerts - right) / points
        yield Figure(f"Injected, false alarms, {mode}", rate, "per 10,000", "<= 1 per 10,000", rate <= 1)
        yield _figure(f"Injected, right reason among the first two, {mode}", 100 * named / found, "%", 90)


def _of(one: Injected, event: Event) -> int | None:
    """Return the number of the true anomaly that an event belongs to. It may be noticed some points late."""
    for number, (first, last) in enumerate(one.truth):
        if event.start <= last + 60 and event.end >= first:
            return number
    return None


def _is_named(one: Injected, events: list[Event], hits: list[int | None], window: int) -> bool:
    named = {
        reason for event, hit in zip(events, hits, strict=True) if hit == window for reason, _ in event.reasons[:2]
    }
    return bool(named & one.reasons)


def noise_figures(seeds: int) -> Iterator[Figure]:
    times = np.arange(NOISE_POINTS, dtype=np.int64) * 300 * SECOND
    for mode in MODES:
        alarms: dict[str, dict[Sensitivity, int]] = {}
        for seed in range(seeds):
            for kind, values in noise(np.random.default_rng(seed), NOISE_POINTS).items():
                counts = alarms.setdefault(kind, dict.fromkeys(Sensitivity, 0))
                scored = score(mode, times, values)
                for sensitivity in Sensitivity:
                    events = find_events(Points(times, values), scored, mode, LIMITS[mode][sensitivity])
                    counts[sensitivity] += len(events)
        for kind, counts in alarms.items():
            high, normal, low = (1e4 * counts[level] / seeds / NOISE_POINTS for level in Sensitivity)
            note = f"high {high:.1f}, low {low:.1f}"
            name = f"False alarms on {kind}, {mode}"
            yield Figure(name, normal, "per 10,000", "<= 2 per 10,000", normal <= 2, note)


def speed_figures() -> Iterator[Figure]:
    """Measure in CPU time, so that other work on the machine does not count."""
    count = 1_000_000
    values = np.random.default_rng(0).lognormal(0, 0.6, count)
    for interval in (1, 300):
        times = np.arange(count, dtype=np.int64) * interval * SECOND
        scorer = CausalScorer()
        begin = time.process_time()
        scorer.push(times, values)
        rate = count / (time.process_time() - begin) / 1000
        yield _figure(f"Causal scorer, a point each {interval} s", rate, "k points/s", 500)
    scorer = CausalScorer()
    scorer.push(times[:100_000], values[:100_000])
    begin = time.process_time()
    for position in range(100_000, 100_200):
        scorer.push(times[position : position + 1], values[position : position + 1])
    each = (time.process_time() - begin) / 200 * 1000
    yield Figure("Causal scorer, a push of one point", each, "ms", "<= 5 ms", each <= 5)
    begin = time.process_time()
    score_whole(times[:300_000], values[:300_000])
    rate = 300 / (time.process_time() - begin)
    yield Figure("Whole-series scorer", rate, "k points/s")


def _figure(name: str, value: float, unit: str, least: float | None, note: str = "") -> Figure:
    if least is None:
        return Figure(name, value, unit, note=note)
    return Figure(name, value, unit, f">= {least:g} {unit}".rstrip(), value >= least, note)


def table() -> None:
    """Print the figures for people, as they come."""
    sys.argv.remove("--table")
    bench_templates.loghub_directory()
    data = parse_data(__doc__)
    for figure in chain(measure(data), bench_templates.measure(data)):
        print(as_text(figure), flush=True)


if __name__ == "__main__":
    if "--table" in sys.argv:
        table()
    else:
        main(measure, __doc__)
