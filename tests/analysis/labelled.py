"""A small labelled set: logs of an invented prediction service, clean ones and ones with one fault put in. Seeded."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
REQUESTS = 700
WORDS = ("loan", "card", "order", "refund", "invoice", "parcel", "ticket", "account", "address", "payment", "contract")

Record = dict[str, Any]


@dataclass
class Service:
    """Requests every two seconds on average: received, predicted; a heartbeat every 30 s. Times in seconds."""

    seed: int
    records: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        moment = 0.0
        for number in range(REQUESTS):
            moment += self.chance.expovariate(0.5)
            self.request(moment, number)
        for beat in range(int(moment / 30)):
            self.add(beat * 30.0 + self.chance.uniform(0, 0.5), "INFO", "health check passed", logger="app.health")

    def add(self, moment: float, level: str, message: str, **values: Any) -> Record:
        record = {"at": moment, "level": level, "logger": "app.api", "message": message, **values}
        self.records.append(record)
        return record

    def request(self, moment: float, number: int, **values: Any) -> None:
        ids = {"request_id": f"req-{self.seed}-{number}"}
        text = " ".join(self.chance.choices(WORDS, k=6))
        latency = round(self.chance.lognormvariate(4, 0.3), 1)
        self.add(moment, "INFO", "request received", **ids)
        score = round(self.chance.betavariate(2, 3), 4)
        answer = {
            "score": score,
            "label": "high" if score >= 0.5 else "low",
            "latency_ms": latency,
            "input": text,
            "output": f"answer {number} about {text}",
            "model_version": "v1",
            "tokens_in": self.chance.randint(20, 900),
            **values,
        }
        self.add(moment + latency / 1000, "INFO", "prediction served", **ids, **answer)

    def served(self) -> list[Record]:
        return [record for record in self.records if record["message"] == "prediction served"]

    def lines(self) -> str:
        """Return the log as JSONL, in order of time."""
        out = []
        for record in sorted(self.records, key=lambda record: record["at"]):
            values = dict(record)
            stamp = START + timedelta(seconds=values.pop("at") + values.pop("clock", 0.0))
            out.append(json.dumps({"timestamp": stamp.isoformat(timespec="milliseconds"), **values}))
        return "\n".join(out) + "\n"

    def end(self) -> float:
        return max(record["at"] for record in self.records)


def _stuck(service: Service) -> None:
    for record in service.served()[300:360]:
        record["score"] = 0.5


def _constant(service: Service) -> None:
    for record in service.served():
        record["score"] = 0.73


def _nan(service: Service) -> None:
    for record in service.served()[400:420]:
        record["score"] = float("nan")


def _saturated(service: Service) -> None:
    for record in service.chance.sample(service.served(), 60):
        record["score"] = 1.0


def _percent(service: Service) -> None:
    for record in service.served()[500:530]:
        record["score"] = round(record["score"] * 100, 2)


def _empty_output(service: Service) -> None:
    for record in service.chance.sample(service.served(), 12):
        record["output"] = ""


def _empty_input(service: Service) -> None:
    for record in service.chance.sample(service.served(), 9):
        record["input"] = "  "
        record["score"] = 0.81


def _contradiction(service: Service) -> None:
    for record in service.served():
        record["threshold"] = 0.5
    for record in service.served()[200:230]:
        record["label"] = "low" if record["label"] == "high" else "high"


def _lost(service: Service) -> None:
    for record in service.chance.sample(service.served()[50:600], 15):
        service.records.remove(record)


def _latency_step(service: Service) -> None:
    for record in service.served()[350:]:
        record["latency_ms"] = round(record["latency_ms"] * 4, 1)


def _error_burst(service: Service) -> None:
    for number in range(40):
        service.add(600 + number * 0.7, "ERROR", f"feature lookup failed for key {number}", logger="app.features")


def _retries(service: Service) -> None:
    for number in range(60):
        service.add(700 + number * 0.9, "WARNING", f"Retrying request to /v1/embeddings in {number % 7}.5 seconds")


def _gap(service: Service) -> None:
    for record in service.records:
        if record["at"] > 800:
            record["at"] += 900


def _heartbeat(service: Service) -> None:
    service.records = [
        record for record in service.records if not (record["logger"] == "app.health" and 600 < record["at"] < 900)
    ]


def _silence(service: Service) -> None:
    for record in service.records:
        if record["message"] == "prediction served":
            service.add(record["at"] + 0.001, "INFO", "audit entry written", logger="app.audit")
    service.records = [
        record for record in service.records if not (record["logger"] == "app.audit" and 500 < record["at"] < 800)
    ]


def _duplicates(service: Service) -> None:
    for number, record in enumerate(service.chance.sample(service.served(), 12)):
        values = {key: record[key] for key in ("score", "label", "latency_ms", "input", "output", "tokens_in")}
        service.request(record["at"] + 0.6, 10_000 + number, **values)


def _clock(service: Service) -> None:
    for record in service.records:
        if record["at"] > 900:
            record["clock"] = -3600.0


def _restarts(service: Service) -> None:
    for number in range(5):
        service.add(650 + number * 40, "INFO", f"Started server process [{4100 + number}]", logger="uvicorn.error")


def _version(service: Service) -> None:
    for record in service.served()[350:]:
        record["model_version"] = "v2"
    for record in service.chance.sample(service.served()[350:], 40):
        service.add(record["at"] + 0.01, "ERROR", "could not write explanation", logger="app.explain")


def _truncated(service: Service) -> None:
    for number in range(20):
        text = f"truncating input prompt limit=4096 prompt={5000 + number * 200} keep=4"
        service.add(service.chance.uniform(50, 1200), "WARNING", text, logger="llm")


def _at_limit(service: Service) -> None:
    for record in service.chance.sample(service.served(), 30):
        record["tokens_in"] = 4096


def _cold(service: Service) -> None:
    for record in service.records:
        if record["at"] > 700:
            record["at"] += 2400
    first = min((record for record in service.served() if record["at"] > 3000), key=lambda record: record["at"])
    first["latency_ms"] = 9000.0


def _agent_loop(service: Service) -> None:
    for number in range(60):
        values = {"tool": "search", "session_id": f"s{number // 6}", "input": f"query {number}"}
        service.add(20.0 * number + service.chance.uniform(0, 15), "INFO", "tool called", logger="agent", **values)
    for number in range(5):
        values = {"tool": "search", "session_id": "s99", "input": "weather in Ghent"}
        service.add(400.0 + number, "INFO", "tool called", logger="agent", **values)


def _out_of_memory(service: Service) -> None:
    text = "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has 23 GiB of which 1.02 GiB is free"
    service.add(640, "ERROR", text, logger="app.model")


def _bad_gateway(service: Service) -> None:
    for number in range(8):
        service.add(640 + number * 9, "ERROR", "POST /predict", status=502, logger="access")


def _rate_limit(service: Service) -> None:
    for number in range(8):
        service.add(
            640 + number * 9, "WARNING", "upstream said no", error="Error code: 429 - Rate limit reached for gpt-4o"
        )


FAULTS: dict[str, Callable[[Service], None]] = {
    "stuck_score": _stuck,
    "constant_prediction": _constant,
    "nan_score": _nan,
    "saturated_score": _saturated,
    "score_out_of_range": _percent,
    "empty_output": _empty_output,
    "confident_on_empty_input": _empty_input,
    "threshold_contradiction": _contradiction,
    "lost_request": _lost,
    "latency_step": _latency_step,
    "error_burst": _error_burst,
    "retry_storm": _retries,
    "gap": _gap,
    "heartbeat_missing": _heartbeat,
    "pattern_silence": _silence,
    "duplicate_request": _duplicates,
    "clock_backwards": _clock,
    "restart_loop": _restarts,
    "errors_after_version": _version,
    "silent_truncation": _truncated,
    "prompt_at_limit": _at_limit,
    "cold_start": _cold,
    "agent_loop": _agent_loop,
    "cuda_oom": _out_of_memory,
    "bad_gateway": _bad_gateway,
    "rate_limit": _rate_limit,
}
"""Kind of finding -> what puts the fault into a clean log."""

CONSEQUENCES = {
    "gap": {"heartbeat_missing", "cold_start"},
    "cold_start": {"gap"},
    "error_burst": {"new_pattern"},
    "retry_storm": {"pattern_burst", "new_pattern"},
    "errors_after_version": {"new_pattern", "error_burst", "model_change"},
    "stuck_score": {"saturated_score"},
    "bad_gateway": {"new_pattern", "rare_error"},
    "rate_limit": {"new_pattern"},
    "cuda_oom": {"rare_error"},
    "clock_backwards": {"heartbeat_missing", "gap", "traffic_burst"},
    "silent_truncation": {"new_pattern", "pattern_burst"},
    "restart_loop": {"stops_while_starting"},
}
"""Other findings that are right as well when a fault was put in."""


def log_with(fault: str, seed: int) -> str:
    """Return a log with one fault, "" for none."""
    service = Service(seed)
    if fault:
        FAULTS[fault](service)
    return service.lines()


def as_text(jsonl: str) -> str:
    """Return a log as Python's logging writes it, the values as ``key=value`` behind the message."""
    out = []
    for line in jsonl.splitlines():
        record = json.loads(line)
        stamp = record.pop("timestamp")[:23].replace("T", " ").replace(".", ",")
        head = " - ".join([stamp, *(record.pop(name) for name in ("logger", "level", "message"))])
        quoted = (
            f'"{value}"' if isinstance(value, str) and " " in f"{value or ' '}" else value for value in record.values()
        )
        out.append(" ".join([head, *(f"{key}={value}" for key, value in zip(record, quoted, strict=True))]))
    return "\n".join(out) + "\n"
