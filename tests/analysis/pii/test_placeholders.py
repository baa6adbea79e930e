"""What only stands for a secret, and what is drawn at random."""

from __future__ import annotations

import random
import string

import pytest

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.placeholders import is_expression, is_placeholder, is_random

DETECTOR = Detector()


def found(line: str) -> list[str]:
    text = line.encode()
    return [text[span.start : span.end].decode() for span in DETECTOR.scan(text) if span.tier >= Tier.LIKELY]


@pytest.mark.parametrize(
    "value",
    [
        "WEATHER_API_KEY",
        "BILLING_TOKEN=",
        "#change-password",
        "secret-for-ingress",
        "'$DB_PASS'",
        "&lt;key&gt;",
        "arn:aws:iam::1:x",
    ],
)
def test_a_name_is_no_secret(value: str) -> None:
    assert is_placeholder(value.encode())


@pytest.mark.parametrize(
    "value",
    [
        "${DB_PASSWORD:?unset}",
        "Bearer ${tokens[0]}",
        "{{ vault.key }}",
        "prefix-{{ .Values.key }}",
        "{{ not closed",
        "key_{name}_1",
        "[your key]",
        "<a {b} <c>>",
    ],
)
def test_a_template_is_no_secret(value: str) -> None:
    assert is_placeholder(value.encode())


@pytest.mark.parametrize("value", ["k{{7}Qw)8$x2", "Zk{{39f}Lq0[pX>a8", "9{{a}b]c>dEf"])
def test_brackets_alone_are_no_template(value: str) -> None:
    """Generated passwords have such signs, too."""
    assert not is_placeholder(value.encode())


@pytest.mark.parametrize("value", ["kt7-pa$$w0rd", "Zk39fLq0pXa8", "AKIAQWERTYUIOPASDF23", "correct-horse-battery"])
def test_a_secret_is_no_name(value: str) -> None:
    assert not is_placeholder(value.encode())


def test_code_is_an_expression() -> None:
    assert is_expression(b"vault.read_login")
    assert is_expression(b"net.Session@7d52")
    assert not is_expression(b"Q7k2.pX9Lm4Zt8Vw1.a8R3nB6c")


@pytest.mark.parametrize("alphabet", [string.ascii_letters + string.digits, string.hexdigits.lower()])
def test_drawn_characters_are_random_and_identifiers_are_not(alphabet: str) -> None:
    rng = random.Random(7)
    drawn = ["".join(rng.choices(alphabet, k=32)).encode() for _ in range(500)]
    assert sum(map(is_random, drawn)) >= 495
    for name in (
        "getUserNameFromDatabase",
        "secret_name_of_the_database",
        "sk-estimator-doc-link",
        "PdfEncryptionKeySize",
    ):
        assert not is_random(name.encode())


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("db_password := 'Sommer2031!'", "Sommer2031!"),
        ("db_password     =   'Sommer2031!'", "Sommer2031!"),
        (":password => 'Sommer2031!',", "Sommer2031!"),
        ("env['API_TOKEN'] = 'Zk39fLq0pXa8Hq2R'", "Zk39fLq0pXa8Hq2R"),
    ],
)
def test_names_are_bound_to_values_in_many_languages(line: str, value: str) -> None:
    assert found(line) == [value]


@pytest.mark.parametrize(
    "line",
    [
        'log("Password: " + read_password() + " typed")',
        "login(username=username, password=password)",
        "apiToken: this.apiToken,",
        "WEATHER_API_KEY= BILLING_API_KEY=",
        'publicToken = "9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC"',
    ],
)
def test_code_holds_no_secret(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    "line",
    [
        '{"api_key": "sk-{key}"}',
        '{"api_key": "glpat-$GITLAB_KEY"}',
        '{"api_key": "npm_0000000000000000000000"}',
        '{"password": "(unset)"}',
        '{"password": "kept in vault"}',
        '{"token": "%(token)s"}',
        '{"client_secret": "file:///run/secrets/app"}',
        '{"access_token": "sha256:5c94767cedb5d6987c902ac850ded2c65c94767cedb5d6987c902ac850ded2c6"}',
        '{"token": "\\u2581the"}',
        "config password= loaded",
        '{"email": "j***@web.de"}',
        '{"full_name": "anonymous user"}',
        '{"card_number": "**** **** **** 5025"}',
    ],
)
def test_masked_values_and_references_are_nothing(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    "line", ["key dapi" + 32 * "0", "hvs." + 40 * "x", "SG." + 22 * "x" + "." + 43 * "x", "hf_" + 34 * "x"]
)
def test_the_form_of_a_key_filled_with_one_sign_is_none(line: str) -> None:
    assert found(line) == []


def test_an_address_behind_a_login_is_no_password() -> None:
    assert found("curl --user login:password https://web.de/a1") == []


@pytest.mark.parametrize("address", ["noreply@example.com", "no-reply@example.org", "postmaster@example.net"])
def test_the_address_of_a_service_at_a_domain_for_examples_is_nobodys(address: str) -> None:
    assert found(f'{{"from": "{address}"}}') == []
    assert found(f'{{"from": "{address.replace("example", "web-shop24")}"}}') != []


def test_a_session_is_certain_in_a_cookie_and_a_hint_in_a_field() -> None:
    session = "a538e822702955a39febfe164f0ec195"
    assert found(f'{{"cookie": "theme=dark; sessionid={session}"}}') == [session]
    assert found(f"headers=[(b'cookie', b'sid={session}; a=b')]") == [session]
    assert found(f'{{"sessionid": "{session}"}}') == []


def test_a_phone_number_stands_behind_the_name_of_a_field_that_says_nothing_but_not_behind_base64() -> None:
    assert found("sms queued to=+46 70 400 94 63 id=7") == ["+46 70 400 94 63"]
    assert found("iv=aGVsbG8=+46704009463 ok") == []
    assert found("diff=+12345678 ts=+1700000000000 tz=+0200") == []


def test_a_user_that_stands_for_nobody_is_no_key_of_curl() -> None:
    assert found("curl -u continuous-integration-user: https://web.de/a1") == []
    assert found("curl -u ${API_KEY_OF_THE_PROVIDER}: https://web.de/a1") == []


def test_the_account_of_a_program_is_nobodys_address() -> None:
    assert found('{"client_email": "trainer@shelf-41.iam.gserviceaccount.com"}') == []
    assert found("signed in as trainer@shelf-41.iam.gserviceaccount.com") == []


def test_my_number_is_a_telephone_unless_it_has_twelve_digits() -> None:
    for line, entity in (
        ("my number is 0176 12345678, call me", "phone"),
        ("my number is 1234 5678 9018", "government_id"),
    ):
        assert [span.entity for span in DETECTOR.scan(line.encode())] == [entity]
