"""Checks of values: digits, checksums, prefixes. A check returns its evidence in log-odds and the reason, or None.

The weight of a check is the logarithm of how seldom a random value of that form passes it: Luhn alone is passed by one
number in ten, Luhn with issuer range and length by one in forty.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import re
import socket
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import TypeAlias

from aidebug_gui.analysis.pii import national, secret_checks
from aidebug_gui.analysis.pii.checksums import digits_of, eip55, iban_remainder, luhn, verhoeff, vin_check_digit
from aidebug_gui.analysis.pii.code_tables import CALLING_CODES, IBAN_LENGTHS, TOP_LEVEL_DOMAINS
from aidebug_gui.analysis.pii.model import Check

Validator: TypeAlias = Callable[[bytes], Check | None]

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.](\d\d)$")
_ISO_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d")
_BASE58 = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_SERVICE_NAMES = frozenset(b"noreply no-reply donotreply do-not-reply mailer-daemon postmaster".split())
_PAIRS = re.compile(rb"[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){7}")  # a serial number or a fingerprint is written so
_SYSTEM_USERS = frozenset(
    b"root app ubuntu runner user admin node jovyan appuser circleci debian ec2-user vscode www www-data coder nobody"
    b" shared public default service jenkins gitlab-runner travis docker git deploy airflow ray mlflow sandbox"
    b" daemon bin sys sync games man lp mail news uucp proxy backup list irc syslog ftp ntp rpc named dbus messagebus polkitd"
    b" sshd systemd-network systemd-resolve slurm munge mysql postgres pgbouncer redis mongodb rabbitmq elastic elasticsearch"
    b" kafka zookeeper nginx apache httpd haproxy squid hadoop hdfs yarn spark hive celery kube kubelet etcd vault consul minio"
    b" clickhouse cassandra trino superset dagster prefect jupyter jupyterhub ollama vagrant pi centos fedora rocky opc azureuser"
    b" core oracle guest anonymous unknown system superuser operator monitor nagios zabbix prometheus grafana support"
    b" assistant agent human bot customer client ai llm model claude gpt developer tool visitor member staff employee manager"
    b" access token required success succeeded failed".split()
)
_ACCOUNT_OF_A_PROGRAM = re.compile(
    rb"(?:svc|sa|srv|service|system|bot|ci)[-_:].*|.*[-_](?:svc|service|bot|ci|agent|runner|worker|operator|controller|account)",
    re.IGNORECASE,
)
_STANDS_FOR_ANYBODY = frozenset(
    b"user username you your yourname your.name your_name your-email youremail name firstname.lastname first.last someone"
    b" somebody anyone me foo bar baz test tester testuser test.user admin example email mail recipient sender a b x xxx".split()
)
_NOBODYS_NAMES = _STANDS_FOR_ANYBODY | _SERVICE_NAMES
_NOBODYS_DOMAINS = frozenset(
    b"example.com example.org example.net example.edu test.com domain.com company.com yourcompany.com yourdomain.com"
    b" mydomain.com email.com mycompany.com your-domain.com acme.com".split()
)
_DOMAINS_OF_PROGRAMS = (b".gserviceaccount.com",)
_CARDS_OF_DOCUMENTS = frozenset(
    b"4242424242424242 4000056655665556 5555555555554444 2223003122003222 5200828282828210 5105105105105100 378282246310005"
    b" 371449635398431 6011111111111117 6011000990139424 3056930009020004 30569309025904 38520000023237 3566002020360505"
    b" 3530111333300000 6200000000000005 4111111111111111 4012888888881881 4222222222222 4000000000000002 4000000000009995"
    b" 4000002500003155 5454545454545454 4444333322221111 4988438843884305 5500000000000004 340000000000009 30000000000004"
    b" 6011000000000004 2222400070000005 4917610000000000 5424000000000015 4007000000027".split()
)
_SSN_OF_DOCUMENTS = (b"078051120", b"219099999", b"123456789")
_LEAST_EXCHANGE = ord("2")
_NAMES_ALGORITHMS = (b"openssh.com", b"libssh.org")
_NOT_A_HOST = (b".png", b".jpg", b".svg", b".gif", b".js", b".py", b".css", b".html", b".sock", b".service", b".local")
_ISSUERS = (
    ("Visa", (13, 16, 19), ((4, 4),)),
    ("Mastercard", (16,), ((51, 55), (2221, 2720))),
    ("American Express", (15,), ((34, 34), (37, 37))),
    ("Discover", (16, 17, 18, 19), ((6011, 6011), (644, 649), (65, 65))),
    ("Mir", (16,), ((2200, 2204),)),
    ("JCB", (16, 17, 18, 19), ((3528, 3589),)),
    ("JCB", (15,), ((1800, 1800), (2131, 2131))),
    ("Diners", (14, 16), ((300, 305), (36, 36), (38, 39))),
    ("UnionPay", (16, 17, 18, 19), ((62, 62),)),
    (
        "Maestro",
        (12, 13, 14, 15, 16, 17, 18, 19),
        ((5018, 5018), (5020, 5020), (5038, 5038), (5893, 5893), (6304, 6304), (6390, 6390), (6759, 6763)),
    ),
)


_QUAD = re.compile(rb"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_PRIVATE_RANGES = (  # of the first three bytes
    (0x0A0000, 0x0AFFFF),  # 10.0.0.0/8
    (0xC0A800, 0xC0A8FF),  # 192.168.0.0/16
    (0xAC1000, 0xAC1FFF),  # 172.16.0.0/12
    (0xA9FE00, 0xA9FEFF),  # 169.254.0.0/16, of the link
    (0x644000, 0x647FFF),  # 100.64.0.0/10, of providers
    (0xC00000, 0xC00000),  # 192.0.0.0/24
    (0xC00002, 0xC00002),  # 192.0.2.0/24, for documents
    (0xC61200, 0xC613FF),  # 198.18.0.0/15, for benchmarks
    (0xC63364, 0xC63364),  # 198.51.100.0/24, for documents
    (0xCB0071, 0xCB0071),  # 203.0.113.0/24, for documents
)
_NOBODYS = frozenset([0, 127, 255, *range(224, 240)])
_PUBLIC_LOW, _PUBLIC_HIGH = b"\x20\x03", b"\x3f\xfe"  # between them no address of eight groups is reserved
_PRIVATE = Check(-9.0, "a private or reserved address, which names nobody outside")
_LIKE_A_VERSION = Check(-2.0, "an IP address, but with small numbers as in a version")
_PUBLIC = Check(0.0, "a public IP address")
_FOR_DOCUMENTS = Check(-2.2, "an address reserved for documents, as people write who try something")
_DOCUMENT_NETS = (b"192.0.2.", b"198.51.100.", b"203.0.113.")  # RFC 5737


_DEBIT = (b"50", b"56", b"57", b"58")  # Maestro and others, whose ranges are many
_USUAL_LENGTHS, _SHORTEST_CARD, _LONGEST_USUAL = (14, 15, 16), 12, 16
_NO_ISSUER = Check(1.0, "Luhn ok, but no issuer is known to begin so")


def card(value: bytes) -> Check | None:
    """Accept a card number by issuer range, length and Luhn digit."""
    digits = digits_of(value)
    if not luhn(digits) or len(set(digits)) < 2:
        return None
    issuer = card_issuer(digits)
    if not issuer:
        is_debit = digits[:2] in _DEBIT and len(digits) >= _SHORTEST_CARD
        return _NO_ISSUER if len(digits) in _USUAL_LENGTHS or is_debit else None
    if digits in _CARDS_OF_DOCUMENTS:
        return Check(-0.4, "Luhn ok, {value} range, but it is the number that documents and tests use", issuer)
    if len(digits) > _LONGEST_USUAL:
        return Check(2.2, "Luhn ok, {value} range, but longer than most cards", issuer)
    return Check(3.7, "Luhn ok, {value} range", issuer)


def card_issuer(digits: bytes) -> str:
    """Return whose card number it would be by beginning and length, empty if nobody's."""
    for name, lengths in _issuers_of(digits[:4]):
        if len(digits) in lengths:
            return name
    return ""


@cache
def _issuers_of(head: bytes) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(
        (name, lengths)
        for name, lengths, ranges in _ISSUERS
        if any(low <= int(head[: len(str(low))] or b"0") <= high for low, high in ranges)
    )


def iban(value: bytes) -> Check | None:
    text = value.replace(b" ", b"").upper()
    if len(text) != IBAN_LENGTHS.get(text[:2].decode("ascii", "replace")) or iban_remainder(text) != 1:
        return None
    return Check(4.5, "IBAN of {value}: length and mod 97 ok", text[:2].decode())


def us_ssn(value: bytes) -> Check | None:
    digits = digits_of(value)
    if len(digits) != 9 or digits[:3] in (b"000", b"666") or digits[0] == 0x39:
        return None
    if digits[3:5] == b"00" or digits[5:] == b"0000":
        return None
    if digits in _SSN_OF_DOCUMENTS:
        return Check(-2.0, "the number that documents and advertisements use")
    return Check(0.1, "area, group and serial are possible for a US social security number")


def ip(value: bytes) -> Check | None:
    if _QUAD.fullmatch(value):
        first, second, third, fourth = map(int, value.split(b"."))
        if value.startswith(_DOCUMENT_NETS) and fourth <= 255:
            return _FOR_DOCUMENTS
        private = _is_private_quad(first, second, third, fourth)
        if private is False:
            # All four numbers are small, or two small ones stand before a 0; one address in hundreds is so.
            like_version = max(first, second, third, fourth) < 48 or (max(first, second) < 24 and third == 0)
            return _LIKE_A_VERSION if like_version else _PUBLIC
    elif (value.count(b":") < 3 and len(value) < 9) or _PAIRS.fullmatch(value):
        return None
    else:
        private = _is_private_of_eight(value)
    return None if private is None else _PRIVATE if private else _PUBLIC


def _is_private_quad(first: int, second: int, third: int, fourth: int) -> bool | None:
    """Return whether an IPv4 address belongs to nobody outside; None for loopback, multicast and the like.

    As :mod:`ipaddress` (IANA registries) says, which takes twenty times as long.
    """
    if first in _NOBODYS or max(first, second, third, fourth) > 255:
        return None
    if first in (10, 192, 172, 169, 100, 198, 203):
        anycast = (second, third) == (0, 0) and fourth in (9, 10)
        return _is_reserved(first << 16 | second << 8 | third) and not (first == 192 and anycast)
    return first >= 240


def _is_private_of_eight(value: bytes) -> bool | None:
    """Return whether an IPv6 address belongs to nobody outside; None for none, and for loopback, multicast and the like."""
    try:
        if _PUBLIC_LOW <= socket.inet_pton(socket.AF_INET6, value.decode("ascii")) < _PUBLIC_HIGH:
            return False
        address = ipaddress.IPv6Address(value.decode("ascii"))  # twenty times as long
    except (ValueError, OSError):
        return None
    if address.is_loopback or address.is_unspecified or address.is_multicast:
        return None
    return not address.is_global


@lru_cache(8192)
def _is_reserved(prefix: int) -> bool:
    return any(low <= prefix <= high for low, high in _PRIVATE_RANGES)


def mac(value: bytes) -> Check | None:
    digits = value.translate(None, b":-.").lower()
    if len(digits) != 12 or len(set(digits)) == 1:
        return None
    return Check(0.0, "six bytes as a MAC address")


def email(value: bytes) -> Check | None:
    lower = value.lower()
    local, _, domain = lower.replace(b"%40", b"@").partition(b"@")
    ending = domain.rpartition(b".")[2].decode("ascii", "replace")
    if ending not in TOP_LEVEL_DOMAINS or lower.endswith(_NOT_A_HOST) or b".." in local:
        return None
    if local == b"git":
        return Check(-6.0, "the address of a repository")
    if domain in _NAMES_ALGORITHMS:
        return Check(-6.0, "the name of an algorithm of SSH")
    if domain.endswith(_DOMAINS_OF_PROGRAMS):
        return Check(-6.0, "an address of a service, nobody reads it")
    if local in _NOBODYS_NAMES and (domain in _NOBODYS_DOMAINS or domain.startswith((b"example.", b"test."))):
        return Check(-6.0, "an address that stands for any")
    if domain.startswith((b"example.", b"test.")):
        return Check(-2.0, "an address of a domain for examples")
    if local in _SERVICE_NAMES:
        return Check(-1.0, "an address of a service, nobody reads it")
    return Check(0.7, "a mail address with the known ending .{value}", ending)


def phone_international(value: bytes) -> Check | None:
    digits = digits_of(_without_extension(value))
    if not 8 <= len(digits) <= 15:
        return None
    for length in (1, 2, 3):
        if digits[:length].decode() in CALLING_CODES:
            least = 10 if digits[:1] in (b"1", b"7") else 8
            exact = digits[:1] != b"1" or len(digits) == 11
            return (
                Check(1.0, "+{value} is a country's calling code", digits[:length].decode())
                if len(digits) >= least and exact
                else None
            )
    return None


def _without_extension(value: bytes) -> bytes:
    return value.partition(b"x")[0]  # of "x12" and of "ext. 12"


def phone_us(value: bytes) -> Check | None:
    digits = digits_of(_without_extension(value))[-10:]
    if len(set(digits)) < 3:
        return None
    if digits[1:3] == b"11" or digits[4:6] == b"11" or digits[3] < _LEAST_EXCHANGE:
        return Check(-2.0, "written as a number of the North American plan, but none is given out so")
    if value.count(b" ") >= 2 and not value.startswith(b"("):
        return Check(-0.8, "digits in groups as in the North American plan, but as in a table, too")
    return Check(0.5, "a number of the North American plan")


def phone_digits(value: bytes) -> Check | None:
    count = len(digits_of(value))
    return Check(0.0, "{value} digits, written as a phone number", str(count)) if 7 <= count <= 15 else None


def bitcoin(value: bytes) -> Check | None:
    if value.startswith(b"bc1"):
        return Check(9.0, "bech32 checksum ok") if _bech32(value) else None
    number = 0
    for character in value:
        position = _BASE58.find(character)
        if position < 0:
            return None
        number = number * 58 + position
    if number >= 1 << 200:
        return None
    data = number.to_bytes(25, "big")
    good = hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()[:4] == data[-4:]
    return Check(9.0, "base58 checksum ok") if good and data[0] in (0, 5) else None


def eth(value: bytes) -> Check | None:
    """Accept an address of Ethereum; capital letters are a checksum (EIP-55)."""
    digits = value[2:]
    if len(set(digits.lower())) < 6:
        return None
    if digits in (digits.lower(), digits.upper()):
        return Check(0.0, "40 hexadecimal digits, without a checksum")
    return Check(9.0, "EIP-55 checksum ok") if eip55(digits) else Check(-3.0, "the EIP-55 checksum is wrong")


def imei(value: bytes) -> Check | None:
    """Accept the 15 digits of a phone's number; the last one is the Luhn digit."""
    if len(set(value)) < 4 or not luhn(value):
        return None
    return Check(2.3, "15 digits, Luhn ok as in an IMEI")


def vin(value: bytes) -> Check | None:
    """Accept a vehicle's number; the ninth character is a check digit in North America and China, not in Europe."""
    if len(value) != 17 or not value.isalnum() or set(value) & set(b"IOQioq") or len(digits_of(value)) < 4:
        return None
    has_check_digit = vin_check_digit(value.upper())
    if not has_check_digit and not value[-4:].isdigit():
        return None
    if has_check_digit:
        return Check(3.0, "check digit of the VIN ok")
    return Check(0.5, "17 characters as in a VIN, without a check digit")


def _bech32(value: bytes) -> bool:
    values = [3, 3, 0, 2, 3] + [_BECH32.find(character) for character in value[3:]]
    if min(values) < 0:
        return False
    check = 1
    for item in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ item
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    return check in (1, 0x2BC830A3)


def _is_birth_date(text: str) -> bool:
    """Return whether a date has a year in which somebody who lives can have been born, at least five years ago."""
    if _SHORT_YEAR.match(text):
        return True
    found = _YEAR.search(text)
    return found is not None and 1900 <= int(found[1]) <= date.today().year - 5 and not _ISO_TIME.match(text)


def birth_date(value: bytes) -> Check | None:
    return Check(1.0, "a possible date of birth") if _is_birth_date(value.decode("utf-8", "replace")) else None


def birth_date_compact(value: bytes) -> Check | None:
    """Accept YYYYMMDD."""
    return birth_date(b"%b-%b-%b" % (value[:4], value[4:6], value[6:]))


def username(value: bytes) -> Check | None:
    if value.lower() in _SYSTEM_USERS or _ACCOUNT_OF_A_PROGRAM.fullmatch(value):
        return None
    return Check(0.5, "not the name of a system account")


def has_digits(value: bytes) -> Check | None:
    count = len(digits_of(value))
    return Check(0.5, "{value} digits", str(count)) if count >= 3 else None


def _passed(check: Callable[[bytes], bool], answer: Check) -> Validator:
    def validator(value: bytes) -> Check | None:
        return answer if check(value) else None

    return validator


def government_number(value: bytes) -> Check | None:
    """Accept an official number behind a word that announces one: which one, its own check tells."""
    found = national.identify(value)
    if found:
        return Check(3.0, "{value}: check ok", found[1])
    digits = digits_of(value)
    if not 6 <= len(digits) <= 18 or len(set(digits)) == 1:
        return None
    return Check(1.0, "{value} digits behind a word for an official number", str(len(digits)))


_CHECKS: dict[str, Validator] = {
    "card": card,
    "iban": iban,
    "us_ssn": us_ssn,
    "ip": ip,
    "mac": mac,
    "email": email,
    "phone_international": phone_international,
    "phone_us": phone_us,
    "phone_digits": phone_digits,
    "bitcoin": bitcoin,
    "eth": eth,
    "imei": imei,
    "vin": vin,
    "github_fine_grained": secret_checks.github_fine_grained,
    "gitlab": secret_checks.gitlab,
    "github_crc": secret_checks.github_crc,
    "jwt": secret_checks.jwt,
    "aws_key_id": secret_checks.aws_key_id,
    "mixed": secret_checks.mixed,
    "drawn": secret_checks.drawn,
    "basic_credentials": secret_checks.basic_credentials,
    "strong": secret_checks.strong,
    "three_kinds": secret_checks.three_kinds,
    "drawn_short": secret_checks.drawn_short,
    "not_placeholder": secret_checks.not_placeholder,
    "token_like": secret_checks.token_like,
    "password_like": secret_checks.password_like,
    "option_value": secret_checks.option_value,
    "birth_date": birth_date,
    "birth_date_compact": birth_date_compact,
    "username": username,
    "has_digits": has_digits,
    "government_number": government_number,
    "verhoeff": _passed(lambda value: verhoeff(digits_of(value)), Check(-math.log(0.1), "Verhoeff digit ok")),
    "es_nif": _passed(national.es_nif, Check(-math.log(0.04), "check letter of the DNI ok")),
    "it_fiscal_code": _passed(national.it_fiscal_code, Check(-math.log(0.04), "check letter of the fiscal code ok")),
    "ca_sin": _passed(national.ca_sin, Check(-math.log(0.1), "Luhn digit of the SIN ok")),
    "br_cpf": _passed(national.br_cpf, Check(-math.log(0.01), "check digits of the CPF ok")),
    "sg_nric": _passed(national.sg_nric, Check(-math.log(0.04), "check letter of the NRIC ok")),
    "fi_hetu": _passed(national.fi_hetu, Check(-math.log(0.03), "check character of the HETU ok")),
    "cn_ric": _passed(national.cn_ric, Check(-math.log(0.09), "check digit of the resident number ok")),
}

_KEPT = 8192
VALIDATORS: dict[str, Validator] = {name: lru_cache(_KEPT)(check) for name, check in _CHECKS.items()}
"""The checks by name. Answers are kept for a while: the same people and addresses come again in a log."""
