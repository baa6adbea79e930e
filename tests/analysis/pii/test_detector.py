"""The detector on hand-written lines, and on input that wants to hurt it."""

from __future__ import annotations

import base64
import json
import time
from itertools import pairwise

import pytest

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.scan import BlockScanner
from tests.analysis.pii.templates import NEGATIVE, POSITIVE, Labelled, labelled


@pytest.mark.parametrize("case", labelled(POSITIVE), ids=lambda case: case.line[:60].decode())
def test_what_is_there_is_found(case: Labelled) -> None:
    found = [span for span in Detector().scan(case.line) if span.tier >= Tier.LIKELY]
    for kind, start, end in case.spans:
        hits = [span for span in found if span.start < end and span.end > start]
        assert hits, (kind, case.line[start:end])
        overlap = min(end, hits[0].end) - max(start, hits[0].start)
        assert overlap >= 0.5 * (end - start)
        assert hits[0].entity == kind


@pytest.mark.parametrize("case", labelled(NEGATIVE), ids=lambda case: case.line[:60].decode())
def test_what_is_not_there_is_not_found(case: Labelled) -> None:
    found = [
        (span, case.line[span.start : span.end]) for span in Detector().scan(case.line) if span.tier >= Tier.LIKELY
    ]
    assert found == []


def test_a_block_gives_what_its_lines_give() -> None:
    lines = [case.line for case in labelled(POSITIVE + NEGATIVE)] * 20  # enough to take the way of large texts
    text = b"\n".join(lines)
    assert len(text) > 100_000
    detector, single = Detector(), Detector()
    single.scan(text[:200_000])  # both know the same people
    together = [(text[span.start : span.end], span.entity) for span in detector.scan(text)]
    one_by_one = [(line[span.start : span.end], span.entity) for line in lines for span in single.scan(line)]
    assert len(together) == len(one_by_one)
    assert together == one_by_one


def test_escapes_do_not_hide_a_key() -> None:
    key = "sk-ant-api03-" + "Ab3_" * 23 + "xAA"
    for before in ("\\n", "\\t", "\\u003d", '\\"'):
        assert [span.entity for span in Detector().scan(f'{{"m": "key{before}{key}."}}'.encode())] == ["anthropic_key"]


def test_findings_do_not_overlap_and_keep_characters_whole() -> None:
    text = '{"name": "José Müllér", "msg": "Dear José Müllér — ñandú@web.de"}'.encode()
    spans = Detector().scan(text)
    for span, following in pairwise(spans):
        assert span.end <= following.start
    for span in spans:
        text[span.start : span.end].decode()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Patient ID: AB-902771, MRN: 00123456. Next visit in May.", "00123456"),
        ("born in Leeds. DOB: 14/03/1952. Email on file", "14/03/1952"),
        ("my bank account number is 635526789012. Thanks", "635526789012"),
    ],
)
def test_a_value_ends_before_the_full_stop_of_its_sentence(text: str, value: str) -> None:
    line = text.encode()
    assert value in [line[span.start : span.end].decode() for span in Detector().scan(line) if span.tier >= Tier.LIKELY]


def test_a_name_behind_a_word_that_is_none_is_found() -> None:
    (span,) = Detector().scan(b"Traveler Omar Aziz is here")
    assert (span.entity, span.tier) == ("person", Tier.LIKELY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He said: “my name is Amara Okafor” and left", "Amara Okafor"),
        ("Dear Amara Okafor… hello", "Amara Okafor"),
        ("dear Amara Okafor—hello", "Amara Okafor"),
        ("Dear Amara O’Brien, hello", "Amara O’Brien"),
        ("Patient Anna D’Souza-Kern called", "Anna D’Souza-Kern"),
        ("Mr. O’Brien called", "O’Brien"),
    ],
)
def test_a_name_ends_at_a_quotation_mark_and_not_at_an_apostrophe(text: str, name: str) -> None:
    (span,) = Detector().scan(text.encode())
    assert text.encode()[span.start : span.end].decode() == name


@pytest.mark.parametrize(
    "text",
    [
        b"7" * 10_000_000,
        b"a@" * 500_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b"1." * 1_000_000,
        b"Aa " * 100_000,
        b"password=" * 200_000,
        b"+1 (" * 500_000,
        b'"\\' * 4_000_000,
        b"://x:" * 500_000,
        b"\xff\x00\x01" * 1_000_000,
        b"eyJ" + b"a" * 5_000_000,
        b"-----BEGIN PRIVATE KEY-----" * 200_000,
    ],
    ids=["digits", "a@a@", "nested", "1.1.1", "capitals", "password=", "+1 (", "quotes", "://", "binary", "eyJ", "pem"],
)
def test_hostile_text_takes_linear_time(text: bytes) -> None:
    def seconds(part: bytes) -> float:
        begin = time.process_time()
        Detector().scan(part)
        return time.process_time() - begin

    quarter = max(seconds(text[: len(text) // 4]), 0.1)
    assert seconds(text) < 10 * quarter


def test_secrets_in_base64_are_found_one_level_deep() -> None:
    def inside(text: bytes) -> bytes:
        return base64.b64encode(text)

    secret = inside(b'{"api_key": "8Qz~uV3kLp0_sXw2RtYb7NcE", "env": "prod"}')
    line = b'{"data": {"blob": "' + secret + b'"}}'
    (found,) = Detector().scan(line)
    assert (found.entity, line[found.start : found.end]) == ("generic_secret", secret)
    dsn = inside(b"postgres://billing:h7Gt2pQx9z@db3:5432/main?sslmode=require")
    assert [span.entity for span in Detector().scan(b"value: " + dsn)] == ["url_password"]
    harmless = [b'{"step": 4, "ok": true, "bucket": "north"}', b"user groups are listed here, nothing else"]
    for text in (*(inside(text) for text in harmless), inside(inside(b'{"api_key": "8Qz~uV3kLp0_sXw2RtYb7NcE"}'))):
        assert Detector().scan(b'{"payload": "' + text + b'"}') == []


@pytest.mark.parametrize(
    "record",
    [
        {"card": "none", "order_id": "4929114563327787"},
        {"card": 7, "order_id": 4929114563327787},
        {"ssn": "none", "ref": "219-09-4321"},
        {"order": "none", "pan": "4929114563327787"},
    ],
)
def test_the_field_before_has_no_say_however_json_is_spaced(record: dict[str, object]) -> None:
    def tiers(line: str) -> list[tuple[str, Tier]]:
        return [(span.entity, span.tier) for span in Detector().scan(line.encode())]

    name, value = list(record.items())[1]
    alone = tiers(json.dumps({name: value}))
    assert tiers(json.dumps(record)) == alone
    assert tiers(json.dumps(record, separators=(",", ":"))) == alone


@pytest.mark.parametrize("inner", [b"93.184.216.34 ", b'","a":"93.184.216.34', b'","a":{"b":"93.184.216.34'])
def test_many_findings_in_one_record_take_linear_time(inner: bytes) -> None:
    def seconds(times: int) -> float:
        text = b'{"m":"' + inner * times + b'"}\n'
        begin = time.process_time()
        assert len(BlockScanner(Detector()).findings(text, [0, len(text)])) == times
        return time.process_time() - begin

    assert seconds(12_000) < 10 * max(seconds(3_000), 0.2)


@pytest.mark.parametrize(
    ("record", "is_person"),
    [
        ('{"dataset":"Iris Schulz"}', False),
        ('{"a":"{\\"experimentName\\": \\"Iris Schulz\\"}"}', False),
        ('{"tool_name":"Iris Schulz Search"}', False),
        ('{"note":"Iris Schulz"}', True),
        ('{"dataset":"photos of Iris Schulz"}', True),
    ],
)
def test_the_name_of_a_thing_is_no_person(record: str, is_person: bool) -> None:
    assert is_person == any(span.entity == "person" and span.score >= 0 for span in Detector().scan(record.encode()))


def test_what_the_name_of_a_field_makes_certain_is_told_by_it() -> None:
    """Rules for the same are not tried in such a value, others are: it may hold something else, too."""
    text = b'{"client_ip": "2a01:4f9:c010:3::1", "email": "uwe.lang@web.de", "note": "uwe.lang@web.de"}'
    assert [(span.entity, span.rule) for span in Detector().scan(text)] == [
        ("ip", "field:ip"),
        ("email", "field:email"),
        ("email", "email"),
    ]
    key = b"sk-ant-api03-" + b"Zk39fLq0pXa8Rt7Ub2Wm" * 4 + b"Zk39fLq0pXa8R-Zk39fLAA"
    found = Detector().scan(b'{"password": "%b"}' % key)
    assert [(span.start, span.end) for span in found] == [(14, 14 + len(key))]
