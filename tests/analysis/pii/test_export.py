"""Masked copies of a real file: valid, nothing left, the same person the same name."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.explain import reasons_of, why_not
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskedExport, MaskedStyle, MaskOptions
from aidebug_gui.analysis.pii.mask import Mask, Masker, masked_text
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.scan import BlockScanner, scan_log
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

LINES = [
    {"level": "info", "user": {"name": "José Brandt", "email": "j.brandt@posteo.de"}, "tokens": 12},
    {"level": "info", "message": "mail j.brandt@posteo.de, card 4539 5787 6362 1486", "cost": 0.5},
    {"level": "warning", "pan": 4539578763621486, "message": '=HYPERLINK("x") from 93.184.216.34'},
    {
        "level": "error",
        "messages": [{"role": "user", "content": "my ssn is 219-09-4321\nand 'quotes\""}],
        "latency_ms": 8.5,
    },
]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FileLog]:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES), encoding="utf-8")
    store = open_log(path)
    store.wait()
    yield store
    store.close()


def copy(log: FileLog, path: Path, style: MaskedStyle, options: MaskOptions) -> MaskedExport:
    return MaskedCopy(log, Detector(), options).write(path, style)


@pytest.mark.parametrize("mask", list(Mask))
def test_json_stays_json_and_nothing_certain_is_left(log: FileLog, tmp_path: Path, mask: Mask) -> None:
    out = tmp_path / "out.jsonl"
    done = copy(log, out, "jsonl", MaskOptions(mask=mask, key=b"k" * 32))
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (done.records, done.certain_left) == (4, 0)
    text = out.read_text(encoding="utf-8")
    for secret in ("brandt", "4539", "219-09", "93.184"):
        if mask is not Mask.FORMAT or secret != "4539":
            assert secret not in text.lower()
    assert rows[0]["tokens"] == 12
    assert rows[1]["cost"] == 0.5


def test_the_same_value_keeps_its_pseudonym_and_the_key_matters(log: FileLog, tmp_path: Path) -> None:
    texts = []
    for number, key in enumerate((b"a" * 32, b"a" * 32, b"b" * 32)):
        out = tmp_path / f"{number}.jsonl"
        copy(log, out, "jsonl", MaskOptions(key=key))
        texts.append(out.read_text(encoding="utf-8"))
    assert texts[0] == texts[1] != texts[2]
    rows = [json.loads(line) for line in texts[0].splitlines()]
    assert rows[0]["user"]["email"] in rows[1]["message"]


def test_csv_is_safe_and_parquet_and_raw_are_written(log: FileLog, tmp_path: Path) -> None:
    options = MaskOptions(mask=Mask.LABEL)
    assert copy(log, tmp_path / "o.csv", "csv", options).certain_left == 0
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4
    assert rows[2]["message"].startswith("'=HYPERLINK")
    assert copy(log, tmp_path / "o.parquet", "parquet", options).certain_left == 0
    assert pq.read_table(tmp_path / "o.parquet").num_rows == 4
    assert copy(log, tmp_path / "o.log", "raw", options).records == 4


def csv_copy(tmp_path: Path, lines: list[dict[str, str]], options: MaskOptions) -> tuple[MaskedExport, bytes]:
    path, out = tmp_path / "in.jsonl", tmp_path / "o.csv"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    log = open_log(path)
    log.wait()
    done = copy(log, out, "csv", options)
    log.close()
    return done, out.read_bytes()


def test_a_value_behind_a_line_break_is_judged_in_csv_as_in_json(tmp_path: Path) -> None:
    error = "upgrade to version\n93.184.216.34 failed"  # the word says that it is no address
    done, written = csv_copy(tmp_path, [{"level": "error", "message": error}] * 3, MaskOptions())
    assert (done.certain_left, done.likely_left) == (0, 0)
    assert written.count(b"93.184.216.34") == 3


def test_what_is_left_in_csv_is_told_with_its_line(tmp_path: Path) -> None:
    lines = [{"message": "one\ntwo"}, {"message": "mail anna.kern@posteo.de"}]
    done, written = csv_copy(tmp_path, lines, MaskOptions(least=Tier.NEVER))
    assert done.left_lines == (4,)
    assert b"anna.kern" in written.splitlines()[3]


def test_content_is_dropped_and_figures_stay(log: FileLog, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    copy(log, out, "jsonl", MaskOptions(drop_content=True))
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert rows[3]["latency_ms"] == 8.5
    assert rows[3]["messages"][0]["role"] == "user"
    assert rows[3]["messages"][0]["content"].endswith("characters]")


def test_the_log_itself_is_never_written(log: FileLog) -> None:
    with pytest.raises(ValueError, match="never written"):
        copy(log, log.path, "jsonl", MaskOptions())


def test_scan_counts_and_the_allow_list_hides(log: FileLog, tmp_path: Path) -> None:
    result = scan_log(log, BlockScanner(Detector()))
    assert result.groups["email", "user.email"].count == 1
    assert result.records["email"] == [0, 1]
    assert result.count(Tier.CERTAIN) >= 6
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "allow.toml").write_text('[[allow]]\nvalue = "j.brandt@posteo.de"\nreason = "our own"\n')
    scanner = BlockScanner(Detector(), AllowList.load(tmp_path))
    assert "email" not in scan_log(log, scanner).records
    assert scanner.allowed == 2


def test_a_column_of_order_numbers_is_not_one_of_cards() -> None:
    lucky = b'{"ref": "4929114563327787"}\n'
    cards = [b'{"raw": "4539578763621486"}\n'] * 20
    orders = [b'{"ref": "4929114563%06d"}\n' % number for number in range(100, 900, 7)]
    scanner = BlockScanner(Detector())
    for lines in (cards, orders):
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        scanner.findings(b"".join(lines), starts)
    assert scanner.findings(cards[0], [0, len(cards[0])])[0].tier is Tier.CERTAIN
    assert scanner.findings(lucky, [0, len(lucky)]) == []


def test_findings_are_explained_and_so_is_what_is_none() -> None:
    record = b'{"messages":[{},{"content":"caf\\u00e9: my card is 4539 5787 6362 1486"}],"ts_us":1740808800740123}'
    detector = Detector()
    (found,) = detector.scan(record)
    assert record[found.start : found.end] == b"4539 5787 6362 1486"
    reasons = reasons_of(detector, record, found)
    assert "Luhn ok, Visa range" in reasons
    assert any("'card'" in reason for reason in reasons)
    start = record.index(b"17408")
    assert "a Unix time in microseconds" in why_not(Detector(), record, start, start + 16)[0]


def test_what_stood_beside_a_hidden_value_is_hidden_too(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    texts = [
        "Write to Anna Meier who lives at 00486 Oneal Ford Suite 9, Port Samuel CR7A 3TW (phone 1-503-544-0987).",
        "Can you draft a letter to Anna Meier, 032 Duncan Trail Apt. 290, Lake Xtown, NY 14201, about it?",
    ]
    path.write_text("".join(json.dumps({"name": "Anna Meier", "content": text}) + "\n" for text in texts))
    store = open_log(path)
    store.wait()
    for mask in Mask:
        done = MaskedCopy(store, Detector(), MaskOptions(mask=mask, key=b"k" * 32)).write(tmp_path / "o", "jsonl")
        assert (done.certain_left, done.left) == (0, ()), mask
        assert "0987" not in (tmp_path / "o").read_text() or mask is Mask.FORMAT
    store.close()


def test_escapes_stay_escapes_when_the_form_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    names = ["Jos\u00e9 Brandt", "Zo\u00eb M\u00fcller", "Anna Kov\u00e1\u010d"]
    path.write_text("".join(json.dumps({"customer_name": name}) + "\n" for name in names * 5))  # in ASCII, with \\u00e9
    store = open_log(path)
    store.wait()
    for key in (b"a", b"b", b"c"):
        done = MaskedCopy(store, Detector(), MaskOptions(mask=Mask.FORMAT, key=key * 32)).write(tmp_path / "o", "jsonl")
        assert done.masked >= len(names) * 5
        masked = [json.loads(line)["customer_name"] for line in (tmp_path / "o").read_text().splitlines()]
        assert not set(masked) & set(names)
    store.close()


def test_content_is_dropped_however_deep_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    depths = (10, 300, 450, 600, 900, 5000)
    path.write_text("".join('{"a":' * depth + '"Anna went home"' + "}" * depth + "\n" for depth in depths))
    store = open_log(path)
    store.wait()
    options = MaskOptions(drop_content=True)
    assert MaskedCopy(store, Detector(), options).write(tmp_path / "o", "jsonl").records == len(depths)
    assert "Anna" not in (tmp_path / "o").read_text()
    assert "characters" in (tmp_path / "o").read_text()
    store.close()


@pytest.mark.parametrize("spaces", ["", " ", " " * 40])
def test_a_number_of_json_gets_quotation_marks_however_far_it_stands_from_its_colon(spaces: str) -> None:
    line = f'{{"card":{spaces}4556737586899855, "note": "paid by 4556737586899855"}}'.encode()
    scanner = BlockScanner(Detector())
    masker = Masker(Mask.LABEL, b"k" * 32, dict(scanner.detector.book.entities))
    masked = masked_text(line, 0, len(line), scanner.findings(line, [0, len(line)]), masker)
    assert json.loads(masked) == {"card": "[CREDIT_CARD]", "note": "paid by [CREDIT_CARD]"}
