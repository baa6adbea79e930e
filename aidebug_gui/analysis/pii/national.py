"""Official numbers of countries: whether a value can be one, and which."""

from __future__ import annotations

import re
from functools import lru_cache

from aidebug_gui.analysis.pii.checksums import digits_of, luhn, verhoeff, weighted
from aidebug_gui.translatable import translatable

_NIF_LETTERS = b"TRWAGMYFPDXBNJZSQVHLCKE"
_CF_ODD = dict(
    zip(
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            1,
            0,
            5,
            7,
            9,
            13,
            15,
            17,
            19,
            21,
            1,
            0,
            5,
            7,
            9,
            13,
            15,
            17,
            19,
            21,
            2,
            4,
            18,
            20,
            11,
            3,
            6,
            8,
            12,
            14,
            16,
            10,
            22,
            25,
            24,
            23,
        ),
        strict=True,
    )
)
_HETU = b"0123456789ABCDEFHJKLMNPRSTUVWXY"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NINO = re.compile(rb"[A-Z]{2}\d{6}[A-DT]?")
_SEPARATORS = re.compile(rb"[ .-]")


def es_nif(value: bytes) -> bool:
    """Spanish DNI, NIF or NIE: the letter is the number modulo 23."""
    text = value.replace(b"-", b"")
    number = {0x58: b"0", 0x59: b"1", 0x5A: b"2"}.get(text[0], text[:1]) + text[1:-1]
    return number.isdigit() and _NIF_LETTERS[int(number) % 23] == text[-1]


def it_fiscal_code(value: bytes) -> bool:
    total = sum(_CF_ODD[character] for character in value[:15:2])
    total += sum(character - 0x30 if character <= 0x39 else character - 0x41 for character in value[1:15:2])
    return value[15] - 0x41 == total % 26


def br_cpf(value: bytes) -> bool:
    digits = digits_of(value)
    if len(digits) != 11 or len(set(digits)) == 1:
        return False
    first = weighted(digits, range(10, 1, -1)) * 10 % 11 % 10
    second = weighted(digits, range(11, 1, -1)) * 10 % 11 % 10
    return digits[9] - 0x30 == first and digits[10] - 0x30 == second


def pl_pesel(value: bytes) -> bool:
    digits = digits_of(value)
    if len(digits) != 11 or not 1 <= int(digits[2:4]) % 20 <= 12 or not 1 <= int(digits[4:6]) <= 31:
        return False
    return weighted(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def fr_nir(value: bytes) -> bool:
    text = _SEPARATORS.sub(b"", value).replace(b"2A", b"19").replace(b"2B", b"18")
    return len(text) == 15 and text.isdigit() and text[:1] in b"12" and 97 - int(text[:13]) % 97 == int(text[13:])


def nl_bsn(value: bytes) -> bool:
    digits = digits_of(value)
    return len(digits) == 9 and digits != b"000000000" and weighted(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def uk_nhs(value: bytes) -> bool:
    digits = digits_of(value)
    return len(digits) == 10 and weighted(digits, (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def ca_sin(value: bytes) -> bool:
    digits = digits_of(value)
    return len(digits) == 9 and digits[0] != 0x30 and luhn(digits)


def in_aadhaar(value: bytes) -> bool:
    digits = digits_of(value)
    return len(digits) == 12 and digits[0] >= 0x32 and verhoeff(digits)


def de_tax_id(value: bytes) -> bool:
    digits = digits_of(value)
    if len(digits) != 11 or digits[0] == 0x30:
        return False
    product = 10
    for character in digits[:10]:
        total = (character - 0x30 + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == digits[10] - 0x30


def sg_nric(value: bytes) -> bool:
    total = weighted(value[1:8], (2, 7, 6, 5, 4, 3, 2)) + (4 if value[:1] in b"TG" else 3 if value[:1] == b"M" else 0)
    letters = b"JZIHGFEDCBA" if value[:1] in b"ST" else b"XWUTRQPNMLK" if value[:1] in b"FG" else b"XWUTRQPNJLK"
    return letters[total % 11] == value[8]


def fi_hetu(value: bytes) -> bool:
    digits = value[:6] + value[7:10]
    if not digits.isdigit() or _HETU[int(digits) % 31] != value[10]:
        return False
    day, month = int(value[:2]), int(value[2:4])
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]


def cn_ric(value: bytes) -> bool:
    total = weighted(value[:17], [2**power % 11 for power in range(17, 0, -1)])
    return b"10X98765432"[total % 11] == value.upper()[17]


def uk_nino(value: bytes) -> bool:
    return _NINO.fullmatch(_SEPARATORS.sub(b"", value)) is not None


_KINDS = (
    ("fr_nir", translatable("French NIR"), fr_nir),
    ("pl_pesel", translatable("Polish PESEL"), pl_pesel),
    ("br_cpf", translatable("Brazilian CPF"), br_cpf),
    ("in_aadhaar", translatable("Indian Aadhaar"), in_aadhaar),
    ("de_tax_id", translatable("German tax number"), de_tax_id),
    ("uk_nhs", translatable("UK NHS number"), uk_nhs),
    ("nl_bsn", translatable("Dutch BSN"), nl_bsn),
    ("ca_sin", translatable("Canadian SIN"), ca_sin),
    ("uk_nino", translatable("UK national insurance number"), uk_nino),
)


@lru_cache(8192)  # a check asks, and what names the finding
def identify(value: bytes) -> tuple[str, str] | None:
    """Return (entity, name for people) of the first kind of number whose check the value passes."""
    compact = _SEPARATORS.sub(b"", value)
    if len(compact) in (8, 9) and compact[-1:].isalpha() and compact[1:-1].isdigit() and es_nif(compact.upper()):
        return "es_nif", translatable("Spanish DNI, NIF or NIE")
    if len(compact) == 16 and compact.isalnum() and compact[:6].isalpha() and it_fiscal_code(compact.upper()):
        return "it_fiscal_code", translatable("Italian fiscal code")
    for entity, title, check in _KINDS:
        if (entity in {"uk_nino", "fr_nir"} or compact.isdigit()) and check(value):
            return entity, title
    return None
