"""What people ask first about an AI service, in logs as such services write them: symptom, likely cause, fix."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.finding import Finding
from tests.conftest import OpenText


def served(first: int, count: int) -> str:
    """Return good requests as a FastAPI service with Python's logging and uvicorn writes them."""
    return "".join(
        f"2026-03-02 10:{second // 60:02d}:{second % 60:02d},120 - app.main - INFO - Received input: order {second} is late\n"
        f"2026-03-02 10:{second // 60:02d}:{second % 60:02d},161 - app.main - INFO - Prediction: {0.11 + second * 37 % 70 / 100:.2f}\n"
        f'INFO:     10.0.0.7:{52000 + second} - "POST /predict HTTP/1.1" 200 OK\n'
        for second in range(first, first + count)
    )


EMPTY = "".join(
    f"2026-03-02 10:01:{second:02d},120 - app.main - INFO - Received input: order {second} came broken\n"
    f"2026-03-02 10:01:{second:02d},161 - app.main - INFO - Prediction: \n"
    for second in range(0, 12, 3)
)
NOTHING_SENT = "".join(
    f'2026-03-02 10:01:{second:02d},120 - app.main - INFO - predict input="" score=0.97 label=urgent\n'
    for second in range(0, 12, 3)
)
WRONG = "".join(
    f'2026-03-02 10:01:{second:02d},120 - app.main - INFO - predict input="order {second} is late" score=0.50 label=other\n'
    for second in range(60)
)
NOT_LOADED = (
    "2026-03-02 10:01:00,002 - app.model - WARNING - Model not loaded: models/classifier.pkl does not exist, predictions are "
    "random\n"
)
TIMEOUT = (
    "2026-03-02 10:01:30,004 - app.main - ERROR - prediction failed\n"
    "Traceback (most recent call last):\n"
    '  File "/srv/app/main.py", line 41, in predict\n'
    "    answer = client.chat.completions.create(model=MODEL, messages=messages)\n"
    "openai.APITimeoutError: Request timed out.\n"
    'INFO:     10.0.0.7:52901 - "POST /predict HTTP/1.1" 500 Internal Server Error\n'
)
NGINX = "".join(
    f'10.0.0.7 - - [02/Mar/2026:10:{number:02d}:11 +0000] "POST /predict HTTP/1.1" {502 if number in (7, 8, 9) else 200} 157 '
    '"-" "python-requests/2.31.0"\n'
    for number in range(20)
)
NGINX_ERROR = (
    "2026/03/02 10:07:11 [error] 31#31: *84 upstream prematurely closed connection while reading response header from "
    'upstream, client: 10.0.0.7, server: _, request: "POST /predict HTTP/1.1", upstream: "http://127.0.0.1:8000/predict"\n'
)
NO_MULTIPART = (
    "INFO:     Started server process [71]\n"
    "Traceback (most recent call last):\n"
    '  File "/srv/app/main.py", line 12, in <module>\n'
    '    @app.post("/upload")\n'
    'RuntimeError: Form data requires "python-multipart" to be installed.\n'
    "You can install python-multipart with:\n"
    "pip install python-multipart\n"
)
BAD_UPLOAD = (
    "2026-03-02 10:01:30,004 - app.main - INFO - Received upload: scan-81.heic\n"
    "ERROR:    Exception in ASGI application\n"
    "Traceback (most recent call last):\n"
    '  File "/srv/app/main.py", line 55, in upload\n'
    "    image = Image.open(file.file)\n"
    "PIL.UnidentifiedImageError: cannot identify image file <_io.BytesIO object at 0x7f2a3c1d9e40>\n"
)
KILLED = (
    "2026-03-02 10:01:30,004 - app.main - INFO - Received upload: video-7.mp4\n"
    "[2026-03-02 10:01:41 +0000] [7] [ERROR] Worker (pid:19) was sent SIGKILL! Perhaps out of memory?\n"
)
KILLED_TOO_LATE = KILLED.replace(
    "[2026", "[2026-03-02 10:01:40 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:19)\n[2026", 1
)

CASES: Mapping[str, tuple[str, set[str]]] = {
    "an empty prediction": (served(0, 60) + EMPTY + served(80, 60), {"empty_prediction_text"}),
    "an answer to nothing": (NOTHING_SENT + served(80, 60), {"confident_on_empty_input"}),
    "always the same prediction": (WRONG, {"constant_prediction"}),
    "predictions at random": (served(0, 60) + NOT_LOADED + served(80, 60), {"model_not_loaded"}),
    "a timeout": (served(0, 60) + TIMEOUT + served(100, 60), {"timeout", "server_error"}),
    "a 502 in the proxy's access log": (NGINX, {"bad_gateway"}),
    "a 502 in the proxy's error log": (NGINX_ERROR, {"bad_gateway"}),
    "a service that takes uploads and does not start": (NO_MULTIPART, {"missing_package"}),
    "an upload that cannot be read": (served(0, 60) + BAD_UPLOAD + served(100, 60), {"bad_input"}),
    "a crash after an upload": (served(0, 60) + KILLED, {"worker_killed"}),
    "a worker that took too long": (served(0, 60) + KILLED_TOO_LATE, {"timeout", "worker_killed", "lost_request"}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_first_question_is_answered(open_text: OpenText, case: str) -> None:
    text, kinds = CASES[case]
    found: dict[str, Finding] = {finding.kind: finding for finding in find(open_text(text))}
    found.pop("gap", None)  # while the service hangs the log is silent
    assert set(found) == kinds
    for finding in found.values():
        assert finding.cause
        assert finding.fix
        assert len(finding.rows) == finding.count > 0
