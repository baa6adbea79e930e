"""Checksums against published examples."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import json
import random
import zlib

import pytest

from aidebug_gui.analysis.pii import national
from aidebug_gui.analysis.pii.checksums import keccak_256, luhn, verhoeff
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import TIER_NAMES, Tier
from aidebug_gui.analysis.pii.secret_checks import aws_account
from aidebug_gui.analysis.pii.seed_phrases import phrase_check
from aidebug_gui.analysis.pii.validators import VALIDATORS


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("card", "4111 1111 1111 1111", "4111 1111 1111 1112"),
        ("card", "378282246310005", "178282246310005"),
        ("iban", "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
        ("iban", "NO9386011117947", "NO938601111794"),
        ("us_ssn", "536-22-1187", "666-22-1187"),
        ("bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"),
        ("bitcoin", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mda"),
        ("ip", "8.8.8.8", "8.8.8.256"),
        ("email", "a@web.de", "a@host.pyc"),
        ("es_nif", "12345678Z", "12345678A"),
        ("it_fiscal_code", "RSSMRA85T10A562S", "RSSMRA85T10A562T"),
        ("br_cpf", "529.982.247-25", "529.982.247-26"),
        ("cn_ric", "11010519491231002X", "110105194912310021"),
        ("fi_hetu", "131052-308T", "131052-308U"),
        ("phone_international", "+44 20 7946 0123", "+999 123"),
        ("imei", "490154203237518", "490154203237519"),
        ("vin", "1M8GDM9AXKP042788", "1M8GDM9AXKP04278O"),
    ],
)
def test_check(name: str, good: str, bad: str) -> None:
    assert VALIDATORS[name](good.encode()) is not None
    assert VALIDATORS[name](bad.encode()) is None


def test_national_numbers() -> None:
    assert national.pl_pesel(b"44051401359")
    assert national.fr_nir(b"2 55 08 14 168 025 38")
    assert national.nl_bsn(b"111222333")
    assert national.uk_nhs(b"943 476 5919")
    assert national.ca_sin(b"046 454 286") is False  # begins with 0: not given out
    assert national.ca_sin(b"130 692 544")
    assert national.de_tax_id(b"86095742719")
    assert verhoeff(b"2363")
    assert luhn(b"79927398713")
    assert national.identify(b"44051401359") == ("pl_pesel", "Polish PESEL")


def test_chance_of_digits_is_as_the_weights_say() -> None:
    draw = random.Random(3)
    numbers = ["".join(draw.choices("0123456789", k=16)).encode() for _ in range(4000)]
    checks = [check for number in numbers if (check := VALIDATORS["card"](number)) is not None]
    assert 0.01 < sum(check.weight > 3 for check in checks) / len(numbers) < 0.04  # of a known issuer
    assert 0.08 < len(checks) / len(numbers) < 0.12  # Luhn alone


def test_tokens_with_checksums() -> None:
    body = b"abcdefghijklmnopqrstuvwxyz0123"
    number, text = zlib.crc32(body), ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        text = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[digit] + text
    check = VALIDATORS["github_crc"](b"ghp_" + body + text.encode())
    assert check is not None
    assert "checksum of the token ok" in check.reason
    assert VALIDATORS["github_crc"](b"ghp_" + b"0" * 36) is None


def test_a_token_tells_its_expiry_and_a_key_its_account() -> None:
    def part(value: dict[str, object]) -> bytes:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")

    check = VALIDATORS["jwt"](part({"alg": "HS256"}) + b"." + part({"exp": 1700000000}) + b".c2ln")
    assert check is not None
    assert "expires at Unix time 1700000000" in check.reason
    assert VALIDATORS["jwt"](part({"typ": "JWT"}) + b".e30.c2ln") is None
    assert len(aws_account(b"AKIAQWERTYUIOPASDF23")) == 12


def test_capital_letters_of_an_ethereum_address_are_its_checksum() -> None:
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    good = b"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"  # of the text of EIP-55
    weights = [VALIDATORS["eth"](value) for value in (good, good.replace(b"BeAed", b"Beaed"), good.lower())]
    assert [check.weight for check in weights if check is not None] == [9.0, -3.0, 0.0]


def test_a_seed_phrase_has_a_checksum() -> None:
    phrase = b"legal winner thank year wave sausage worth useful legal winner thank yellow"  # a test vector of BIP-39
    check = phrase_check(phrase.split())
    assert check is not None
    assert "checksum ok" in check.reason
    assert phrase_check(phrase.replace(b"yellow", b"letters").split()) is None
    text = b"restore with " + phrase + b" and tell nobody"
    assert [text[span.start : span.end] for span in Detector().scan(text)] == [phrase]
    field = b'{"mnemonic": "' + phrase.replace(b"yellow", b"zoo") + b'"}'
    assert [span.entity for span in Detector().scan(field)] == ["seed_phrase"]
    prose = b"while many people often walk under green trees they never think about what lies deep below them"
    assert Detector().scan(prose) == []


def test_words_of_sentences_are_no_seed_phrase() -> None:
    """The checksum of twelve words is right once in 16 times."""
    prose = b"laptop great wrong cable will when never this this box order when"
    check = phrase_check(prose.split())
    assert check is not None
    assert "checksum ok" in check.reason
    assert Detector().scan(b"refund policy: " + prose) == []
    assert [span.entity for span in Detector().scan(b"wallet recovery: " + prose)] == ["seed_phrase"]


def test_tokens_of_github_and_gitlab_with_other_checksums() -> None:
    head = b"github_pat_" + b"1ABCDEFGHIJKLMNOPQRSTU" + b"_" + b"aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f"
    token = head + base64.b32encode(hashlib.sha256(head).digest())[:8] + b"Zy8Xw7Vu"
    check = VALIDATORS["github_fine_grained"](token)
    assert check is not None
    assert "checksum of the token ok" in check.reason
    body = b"glpat-bzox79Of-KE9FD2LjoXXF4CvyxA.01.0r"
    digits, number = "", zlib.crc32(body)
    for _ in range(7):
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    check = VALIDATORS["gitlab"](body + digits.encode())
    assert check is not None
    assert "checksum of the token ok" in check.reason


@pytest.mark.parametrize(
    ("name", "value", "tier"),
    [
        ("ip", b"203.0.113.9", "likely"),
        ("ip", b"10.0.0.9", "none"),
        ("email", b"john.doe@example.com", "likely"),
        ("email", b"user@example.com", "none"),
        ("email", b"your.name@example.com", "none"),
    ],
)
def test_what_people_write_who_try_something_is_likely(name: str, value: bytes, tier: str) -> None:
    line = b"request of client %b\n" % value
    found = [span for span in Detector().scan(line) if span.entity == name]
    assert [TIER_NAMES[span.tier] for span in found if span.tier >= Tier.LIKELY] == ([] if tier == "none" else [tier])


def test_private_addresses_are_those_of_the_registries() -> None:
    draw = random.Random(4)
    heads = (10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255, 0, 8, 93)
    for _ in range(5000):
        parts = [draw.choice(heads), draw.choice((0, 2, 16, 31, 51, 64, 113, 127, 168, 254, draw.randrange(256)))]
        text = ".".join(map(str, [*parts, draw.randrange(1, 256), draw.randrange(256)]))
        address = ipaddress.ip_address(text)
        check = VALIDATORS["ip"](text.encode())
        if address.is_loopback or address.is_multicast or parts[0] in (0, 255):
            assert check is None, text
        else:
            assert check is not None, text
            is_for_documents = text.startswith(("192.0.2.", "198.51.100.", "203.0.113."))
            assert (check.weight < -5) == (not address.is_global and not is_for_documents), text


@pytest.mark.parametrize(
    ("name", "surer", "less_sure"),
    [
        ("card", "4539578763621486", "4242424242424242"),  # of documents and tests
        ("ip", "81.2.69.160", "11.8.0.204"),  # may be a version
        ("email", "r.vidal77@example.com", "user@example.com"),
    ],
)
def test_what_documents_use_counts_less(name: str, surer: str, less_sure: str) -> None:
    one, other = VALIDATORS[name](surer.encode()), VALIDATORS[name](less_sure.encode())
    assert one is not None
    assert other is not None
    assert one.weight > other.weight + 1
