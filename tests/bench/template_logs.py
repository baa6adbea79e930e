"""Log messages whose statements are known: what services, trainings, agents and machines say, drawn from a seed.

``{kind}`` is a value. Statements that differ in one word (started, paused, resumed) are different statements; names,
hosts and lists of any length are values.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

SYSTEMS: dict[str, str] = {
    "serving": """
Loaded model {model} in {float} seconds
Model {model} is not in the registry, falling back to {model}
Received request {uuid} from {ip}:{int}
Request {uuid} finished with status {int} in {float} ms
Request {uuid} aborted by client
Prompt of request {uuid} has {int} tokens, limit is {int}
Avg prompt throughput: {float} tokens/s, Avg generation throughput: {float} tokens/s, Running: {int} reqs, Pending: {int} reqs
GPU KV cache usage: {float}%, prefix cache hit rate: {float}%
Tokenizer {model} uses the slow implementation
Worker {int} started
Worker {int} stopped
Worker {int} restarted
Queue is full ({int} waiting), rejecting request {uuid}
{ip}:{int} - "POST {path} HTTP/1.1" {int}
{ip}:{int} - "GET {path} HTTP/1.1" {int}
upstream {host} timed out after {int} s
prediction={float} label={name} latency={int}ms
Health check passed
Health check failed: {error}
Adapter {name} attached to {model}
Adapter {name} detached from {model}
""",
    "training": """
Epoch {int}/{int} - loss: {float} - accuracy: {float} - val_loss: {float}
step {int}: loss {float}, lr {float}, grad norm {float}
Saving checkpoint to {path}
Checkpoint {path} saved in {float} s
Resuming from checkpoint {path}
Gradient overflow, skipping step. New loss scale: {int}
Loss is nan at step {int}
Early stopping after {int} epochs without improvement
Found {int} classes: {list}
Unused columns are dropped: {list}
Rank {int} joined group {name}
Rank {int} left group {name}
NCCL timeout on rank {int} while waiting for {name}
Evaluating on {name} ({int} samples)
Evaluation on {name} took {float} seconds
Dataset {name} has {int} rows and {int} columns
Learning rate schedule is constant
Learning rate schedule is cosine
Mixed precision enabled
""",
    "agents": """
Agent {name} started task {uuid}
Agent {name} finished task {uuid}
Calling tool {tool} with {int} arguments
Tool {tool} returned {int} bytes
Tool {tool} failed: {error}
Tool {tool} is not allowed for agent {name}
Retrying in {float} s (attempt {int} of {int})
Rate limit hit for model {model}, waiting {int} s
Cost so far: ${float} for {int} calls
Planning step {int}
Memory holds {int} items, {int} of them new
Retrieved {int} documents from {name}
Budget of task {uuid} is used up
""",
    "free text": """
User {name} said: {words}
Answer: {words}
Searching the web for {words}
No documents found for {words}
Tool {tool} failed: {error}: {words}
Retrieved {int} documents from {name}
Budget of task {uuid} is used up
""",
    "machines": """
[instance: {uuid}] VM Started (Lifecycle Event)
[instance: {uuid}] VM Paused (Lifecycle Event)
[instance: {uuid}] VM Resumed (Lifecycle Event)
[instance: {uuid}] VM Stopped (Lifecycle Event)
[instance: {uuid}] Creating image
[instance: {uuid}] Deleting files {path}
[instance: {uuid}] Took {float} seconds to build instance.
[instance: {uuid}] Took {float} seconds to destroy the instance on the hypervisor.
Running usage audit for host {hostword} from {date} to {date}. {int} instances.
session opened for user {name} by (uid={int})
session closed for user {name}
Failed password for {name} from {ip} port {int} ssh2
Accepted password for {name} from {ip} port {int} ssh2
Failed password for invalid user {name} from {ip} port {int} ssh2
connection from {ip} ({host}) at {date}
reverse mapping checking getaddrinfo for {host} [{ip}] failed
{host}:{int} open through proxy {hostword}:{int} HTTPS
{host}:{int} open through proxy {hostword}:{int} SOCKS
{host}:{int} close, {int} bytes sent, {int} bytes received, lifetime {life}
{name} startup succeeded
{name} shutdown succeeded
creating device node '{path}'
removing device node '{path}'
Out of memory: killed process {int} ({name})
CPU {int} is online
CPU {int} is offline
link {hostword} is up
link {hostword} is down
""",
}
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "ta",
    "vo",
    "shi",
    "ber",
    "dal",
    "nor",
    "fe",
    "qua",
    "zu",
    "pe",
    "ro",
    "xan",
    "til",
    "gre",
    "ym",
    "os",
]
_ERRORS = [
    "ValueError",
    "KeyError",
    "TimeoutError",
    "ConnectionError",
    "OSError",
    "RuntimeError",
    "PermissionError",
    "IndexError",
]
_TOOLS = ["search", "calculator", "browser", "shell", "calendar", "translate", "weather", "mail", "notes", "python"]
_DOMAINS = ["example.org", "corp.example.com", "cdn.example.net", "lan.example.edu"]
_VALUE = re.compile(r"\{(\w+)\}")


def labelled(count: int, seed: int = 0) -> dict[str, tuple[list[str], list[int]]]:
    """Return for each system its messages and the number of the statement that each comes from.

    Some statements are a hundred times as frequent as others, as in real logs.
    """
    result = {}
    for name, text in SYSTEMS.items():
        chance = random.Random(f"{seed} {name}")
        statements = text.strip().split("\n")
        weights = [10 ** chance.uniform(0, 2) for _ in statements]
        chosen = chance.choices(range(len(statements)), weights, k=count)
        values = _Values(chance)
        result[name] = ([values.filled(statements[number]) for number in chosen], chosen)
    return result


class _Values:
    """Draws values; names and hosts come from a fixed stock, as the users of a service do."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = [self._word() for _ in range(60)]
        self._kinds: dict[str, Callable[[], str]] = {
            "int": lambda: str(int(10 ** chance.uniform(0, 5))),
            "float": lambda: f"{10 ** chance.uniform(-3, 3):.{chance.randint(1, 4)}f}",
            "ip": lambda: ".".join(str(chance.randint(1, 254)) for _ in range(4)),
            "uuid": lambda: "-".join(f"{chance.getrandbits(4 * size):0{size}x}" for size in (8, 4, 4, 4, 12)),
            "path": lambda: "/" + "/".join(chance.choices(self._names, k=chance.randint(1, 4))),
            "name": lambda: chance.choice(self._names),
            "hostword": lambda: chance.choice(self._names[:25]) + chance.choice(["", "-gw", "-a", "-db"]),
            "host": lambda: f"{chance.choice(self._names)}.{chance.choice(_DOMAINS)}",
            "model": lambda: chance.choice(self._names[:8]) + chance.choice(["", "-7b", "-v2", "-instruct"]),
            "error": lambda: f"{chance.choice(_ERRORS)}: {chance.choice(self._names)}",
            "tool": lambda: chance.choice(_TOOLS),
            "list": lambda: f"[{', '.join(chance.choices(self._names, k=chance.randint(0, 5)))}]",
            "words": lambda: self._phrase(1, 8),
            "date": lambda: (
                f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} {chance.randint(0, 23):02}:00:00"
            ),
            "life": lambda: chance.choice(["<1 sec", f"00:{chance.randint(1, 59):02}", "01:00:07"]),
        }

    def filled(self, statement: str) -> str:
        return _VALUE.sub(lambda value: self._kinds[value[1]](), statement)

    def _word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(2, 4)))

    def _phrase(self, least: int, most: int) -> str:
        return " ".join(self._word() for _ in range(self._chance.randint(least, most)))
