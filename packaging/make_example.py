"""Write the shipped example logs: one incident of a fraud scoring service, as JSONL and as mixed text.

Two hours in March. A new model version is rolled out; its scores drift down until no fraud is found any more, it asks
the feature store for more than that can give, time-outs and 502s follow, defaults are used for the missing features so
that the score stands still, a worker runs out of memory, and a rollback ends it. Everything is invented and seeded:
the same bytes every time. ``python packaging/make_example.py`` writes ``resources/examples``.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 3, 14, 1, 30, tzinfo=UTC)
MINUTES = 120
ROLLOUT, TIMEOUTS, STUCK, OUT_OF_MEMORY, ROLLBACK, WELL = 40.0, 61.0, 67.0, 73.5, 81.0, 87.0
THRESHOLD = 0.8
EXAMPLES = Path(__file__).resolve().parent.parent / "resources" / "examples"

SHOPS = ("Nordlicht Books", "Cafe Ostend", "Velo Depot", "Hafen Garden", "Studio Lumen", "Kiosk 24", "Papier & Co")
PURPOSES = ("order {number}", "invoice {number}", "refund for order {number}", "gift card {number}", "subscription")
PEOPLE = ("j.doe@example.com", "m.sanchez@example.org", "lena@example.net", "o.karlsson@example.com")
CLIENTS = ("10.0.3.17", "10.0.3.18", "10.0.4.5", "10.0.4.9")

OUT_OF_MEMORY_TRACE = """\
Traceback (most recent call last):
  File "/srv/fraud/app/api.py", line 88, in predict
    scores = await asyncio.to_thread(model.score, batch)
  File "/usr/lib/python3.11/asyncio/threads.py", line 25, in to_thread
    return await loop.run_in_executor(None, func_call)
  File "/srv/fraud/app/model.py", line 142, in score
    hidden = self.encoder(features)
  File "/srv/fraud/.venv/lib/python3.11/site-packages/torch/nn/modules/linear.py", line 125, in forward
    return F.linear(input, self.weight, self.bias)
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 512.00 MiB. GPU 0 has a total capacity of 14.58 GiB \
of which 210.75 MiB is free."""

TIMEOUT_TRACE = """\
Traceback (most recent call last):
  File "/srv/fraud/app/features.py", line 61, in fetch
    response = await client.post(FEATURE_URL, json=keys, timeout=0.8)
  File "/srv/fraud/.venv/lib/python3.11/site-packages/httpx/_client.py", line 1859, in post
    return await self.request("POST", url, json=json, timeout=timeout)
httpx.ReadTimeout

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/srv/fraud/app/api.py", line 81, in predict
    features = await store.fetch(transaction)
  File "/srv/fraud/app/features.py", line 66, in fetch
    raise FeatureStoreError("no answer after 3 attempts") from error
app.errors.FeatureStoreError: no answer after 3 attempts"""


@dataclass(frozen=True)
class Event:
    """One thing that happened, before it is written in either style."""

    minute: float
    level: str
    logger: str
    message: str
    values: dict[str, object] = field(default_factory=dict)
    trace: str = ""


@dataclass
class Service:
    """The simulated service. ``version_share`` is the share of the traffic that v4 gets."""

    chance: random.Random

    def events(self) -> list[Event]:
        """Return all events of the two hours in order of time."""
        found = [*self.deployments(), *self.housekeeping(), *self.requests(), *self.memory_incident()]
        return sorted(found, key=lambda event: event.minute)

    def deployments(self) -> Iterator[Event]:
        for minute, share in ((0.0, 10), (4.0, 25), (8.0, 50), (13.0, 100)):
            text = f"Rollout of fraud v4: {share} % of traffic"
            yield Event(ROLLOUT + minute, "INFO", "app.deploy", text, {"model_version": "v4"})
        text = "Alert fraud_rate_low: no fraud found for 10 minutes"
        yield Event(65.2, "WARNING", "app.monitor", text, {"value": 0.0, "expected": 0.07})
        yield Event(
            70.4, "ERROR", "app.monitor", "Alert error_rate_high: 18 % of requests failed in the last 5 minutes"
        )
        yield Event(ROLLBACK, "WARNING", "app.deploy", "Rolling back fraud to v3", {"model_version": "v3"})
        yield Event(ROLLBACK + 1.4, "INFO", "app.deploy", "fraud v3 serves 100 % of traffic", {"model_version": "v3"})
        yield Event(WELL + 3.0, "INFO", "app.monitor", "Alerts resolved: error_rate_high, fraud_rate_low")

    def housekeeping(self) -> Iterator[Event]:
        minute = 0.1
        while minute < MINUTES:
            rate = (
                self.chance.uniform(0.91, 0.96) if minute < ROLLOUT or minute > WELL else self.chance.uniform(0.4, 0.6)
            )
            entries = self.chance.randint(4_000, 5_200)
            text = f"feature cache holds {entries} entries"
            yield Event(minute, "DEBUG", "app.features", text, {"hit_rate": round(rate, 2)})
            yield Event(minute + 0.3, "INFO", "uvicorn.access", "GET /health", self.access("/health", 200, "GET"))
            minute += self.chance.uniform(0.99, 1.01)

    def memory_incident(self) -> Iterator[Event]:
        text = "Exception while scoring a batch of 64"
        values = {"model": "fraud", "model_version": "v4", "error_type": "OutOfMemoryError", "worker": 2}
        yield Event(OUT_OF_MEMORY, "ERROR", "app.model", text, values, OUT_OF_MEMORY_TRACE)
        died = "Worker 2 (pid 4127) died, signal 9; restarting"
        yield Event(OUT_OF_MEMORY + 0.05, "CRITICAL", "app.worker", died, {"worker": 2})
        yield Event(OUT_OF_MEMORY + 0.6, "INFO", "app.worker", "Worker 2 (pid 4388) is ready", {"worker": 2})

    def requests(self) -> Iterator[Event]:
        minute = 0.0
        while minute < MINUTES:
            minute += self.chance.expovariate(21)  # 21 requests a minute
            if minute < MINUTES:
                yield from self.request(minute)

    def request(self, minute: float) -> Iterator[Event]:
        newer = ROLLOUT <= minute < ROLLBACK and self.chance.random() < min(1.0, 0.1 + (minute - ROLLOUT) / 14)
        ids = {"request_id": f"{self.chance.getrandbits(32):08x}", "client": self.chance.choice(CLIENTS)}
        failing = TIMEOUTS <= minute < WELL and newer
        if failing and self.chance.random() < 0.35:
            yield from self.feature_timeouts(minute, ids)
            if self.chance.random() < 0.5 and not STUCK <= minute < STUCK + 9:
                return
        yield from self.prediction(minute + 0.04, newer, ids)

    def feature_timeouts(self, minute: float, ids: dict[str, str]) -> Iterator[Event]:
        attempts = self.chance.choice((1, 1, 2, 3))
        for attempt in range(1, attempts + 1):
            text = f"Feature store did not answer within 800 ms, retry {attempt} of 3"
            yield Event(minute + attempt * 0.014, "WARNING", "app.features", text, {**ids, "attempt": attempt})
        if attempts == 3:  # the last one
            text = "Timeout contacting feature store http://features.internal:8080/v2/batch"
            values = {**ids, "error_type": "FeatureStoreError"}
            yield Event(minute + 0.056, "ERROR", "app.features", text, values, TIMEOUT_TRACE)
            values = {**ids, **self.access("/predict", 502), "latency_ms": round(self.chance.uniform(2400, 2650), 1)}
            yield Event(minute + 0.057, "ERROR", "uvicorn.access", "POST /predict", values)

    def prediction(self, minute: float, newer: bool, ids: dict[str, str]) -> Iterator[Event]:
        stuck = newer and STUCK <= minute < STUCK + 9
        score = 0.5 if stuck else self.score(minute, newer)
        label = "fraud" if score > THRESHOLD else "legit"
        values = {
            "model": "fraud",
            "model_version": "v4" if newer else "v3",
            "endpoint": "/predict",
            "score": score,
            "label": label,
            "latency_ms": self.latency(minute, newer),
            "input": self.transaction(),
            **ids,
        }
        if stuck and self.chance.random() < 0.25:
            missing = self.chance.randint(11, 18)
            text = f"Features missing, using defaults for {missing} of 32"
            yield Event(minute - 0.001, "WARNING", "app.model", text, {**ids, "missing": missing})
        yield Event(minute, "INFO", "app.model", "prediction served", values)
        if score > THRESHOLD:
            text = f"Anomaly detected: score {score:.4f} is over the threshold {THRESHOLD}"
            yield Event(minute + 0.0005, "WARNING", "app.model", text, ids)

    def score(self, minute: float, newer: bool) -> float:
        suspicious = self.chance.random() < 0.06
        value = self.chance.betavariate(16, 2.2) if suspicious else self.chance.betavariate(2, 9)
        if newer:  # drifts down within a quarter of an hour and sticks to the floor
            value *= max(0.02, 1 - (minute - ROLLOUT) / 17)
            value = max(value, 0.001)
        return round(value, 4)

    def latency(self, minute: float, newer: bool) -> float:
        value = self.chance.lognormvariate(3.5, 0.25)
        if newer:
            value += 85 + (self.chance.expovariate(1 / 350) if minute > TIMEOUTS else 0)
        return round(value, 1)

    def transaction(self) -> str:
        purpose = self.chance.choice(PURPOSES).format(number=self.chance.randint(10_000, 99_999))
        text = f"{self.chance.uniform(4, 900):.2f} EUR to {self.chance.choice(SHOPS)}, {purpose}"
        if self.chance.random() < 0.004:
            text += f", receipt to {self.chance.choice(PEOPLE)}"
        return text

    def access(self, endpoint: str, status: int, method: str = "POST") -> dict[str, object]:
        return {"method": method, "endpoint": endpoint, "status": status}


def moment(event: Event) -> datetime:
    return START + timedelta(minutes=event.minute)


def json_line(event: Event) -> str:
    """Return an event as one JSON object."""
    stamp = moment(event).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    record = {"timestamp": stamp, "level": event.level, "logger": event.logger, "message": event.message}
    record |= event.values
    if event.trace:
        record["exc_info"] = event.trace
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def text_lines(event: Event, chance: random.Random) -> str:
    """Return an event as the service prints it: Python logging, uvicorn's access lines, a side-car's JSON."""
    values = event.values
    if event.logger == "uvicorn.access":
        client = values.get("client", "10.0.9.2")
        reason = {200: "200 OK", 502: "502 Bad Gateway"}[int(str(values["status"]))]
        peer = f"{client}:{chance.randint(32_768, 60_999)}"
        return f'INFO:     {peer} - "{values["method"]} {values["endpoint"]} HTTP/1.1" {reason}'
    if event.logger == "app.monitor":
        return json_line(event)
    stamp = moment(event).strftime("%Y-%m-%d %H:%M:%S,%f")[:-3]
    pairs = "".join(f" {key}={value}" for key, value in values.items() if key not in ("input", "client"))
    given = f' input="{values["input"]}"' if "input" in values else ""
    head = f"{stamp} - {event.logger} - {event.level} - {event.message}{pairs}{given}"
    return f"{head}\n{event.trace}" if event.trace else head


def main(directory: Path = EXAMPLES) -> None:
    events = Service(random.Random(20260314)).events()
    directory.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    texts = {
        "incident.jsonl": [json_line(event) for event in events],
        "server.log": [text_lines(event, chance) for event in events],
    }
    for name, lines in texts.items():
        (directory / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{name}: {len(lines):,} records, {(directory / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
