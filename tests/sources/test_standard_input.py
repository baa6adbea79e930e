from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from pathlib import Path

import orjson
import pytest

LINES = b'{"level": "INFO", "message": "a"}\n{"level": "ERROR", "message": "b"}\n'


@pytest.mark.parametrize("text", [LINES, gzip.compress(LINES)])
@pytest.mark.parametrize("style", ["jsonl", "csv"])
def test_a_command_reads_standard_input(text: bytes, style: str):
    def folders() -> set[Path]:
        return {path.parent for path in Path(tempfile.gettempdir()).glob("aidebug-*/stdin")}

    before = folders()
    found = subprocess.run(
        [sys.executable, "-m", "aidebug_gui", "query", "-", "level>=error", "--format", style],
        input=text,
        capture_output=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    lines = found.stdout.splitlines()
    if style == "jsonl":
        assert [orjson.loads(line)["message"] for line in lines] == ["b"]
    else:
        assert len(lines) == 2
        assert lines[1].endswith(b"b")
    assert folders() <= before
