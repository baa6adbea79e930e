from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.reading import ingest, rounds
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.reading.preparing import LineState, Prepared
from aidebug_gui.store.reading.rounds import Round

LINES = {
    "json": ('{{"time":"2026-01-01T00:00:00.000","level":"INFO","message":"served {number}","score":{number}}}', ""),
    "text": ("2026-01-01 00:00:00,000 INFO app: served {number} score={number}", "  and more of it"),
}


@pytest.mark.parametrize("kind", LINES)
def test_batches_have_the_rows_that_the_engine_stores_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(rounds, "ROW_GROUP", 500)
    monkeypatch.setattr(ingest, "ROW_GROUP", 500)
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 20_000)
    taken: list[tuple[int, list[int]]] = []
    original = Round._taken

    def noted(self: Round, prepared: Prepared, lines: LineState) -> list[pa.RecordBatch]:
        batches = original(self, prepared, lines)
        taken.append((len(prepared.offsets), [batch.num_rows for batch in batches]))
        return batches

    monkeypatch.setattr(Round, "_taken", noted)
    line, continuation = LINES[kind]
    path = tmp_path / "app.log"
    with path.open("w") as file:
        for number in range(20_000):
            file.write(line.format(number=10_000 + number) + "\n" + (continuation and continuation + "\n"))
    log = open_log(path)
    try:
        assert log.wait(60)
        assert log.state().records == 20_000
        numbers = log.analytics.execute(f"SELECT score FROM {TABLE} ORDER BY rowid").fetchnumpy()["score"]
        assert numbers.tolist() == list(range(10_000, 30_000))
    finally:
        log.close()
    whole = [(records, sizes) for records, sizes in taken[1:] if records >= 500]
    assert sum(records for records, _ in whole) > 15_000  # all but the first block and the last ones
    per_record = 2 if continuation else 1
    assert all(min(sizes) >= 490 * per_record for _, sizes in whole)
