"""Checksums against published examples."""

from __future__ import annotations

import base64
import json
import random
import zlib

import pytest

from aidebug_gui.analysis.pii import national
from aidebug_gui.analysis.pii.checksums import luhn, verhoeff
from aidebug_gui.analysis.pii.validators import VALIDATORS, aws_account


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
    assert 0.01 < sum(VALIDATORS["card"](number) is not None for number in numbers) / len(numbers) < 0.04


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
