"""Secrets behind names, in the ways in which files and programs write name and value."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Tier

DETECTOR = Detector()
SECRET = "cg6rqi83l6jz6bboco6u4ff7"
FORMS = [
    'WEATHER_TOKEN ?= "{}"',
    'WEATHER_TOKEN ::= "{}"',
    "WEATHER_TOKEN :::= {}",
    "$weatherToken .= '{}';",
    "<weatherToken>\n    {}\n</weatherToken>",
    "<weatherToken>{}</weatherToken>",
    'System.setProperty("WEATHER_TOKEN", "{}")',
    'os.environ.get("MAPS_KEY", "{}")',
    'GetEnvOrDefault("api_token", "{}")',
    '{{"AZURE_OPENAI_KEY": "{}"}}',
    "GEMINI_KEY={}",
    "spring.weather.api.key={}",
    'var weatherToken string = "{}"',
    'api_key: str = "{}"',
    "let apiKey: String = '{}'",
    "- name: WEATHER_TOKEN\n  value: {}",
    '<property name="weather.api.key" value="{}"/>',
    "weatherSecretString={}",
    "curl -s https://api.web.de/v1 -u {}:",
    "curl https://api.web.de/v1 --user '{}:'",
    "Set-Cookie: sid={}; Path=/; HttpOnly",
    "Authorization: Bearer 17|{}",
    "Authorization: Bearer b_{}=w=0d",
    "Invalid API key provided: q{}=u_2kr-iexp2dhqo9k",
]


def secrets_of(text: str) -> list[str]:
    line = text.encode()
    return [line[span.start : span.end].decode() for span in DETECTOR.scan(line) if span.tier >= Tier.LIKELY]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("in_json", [False, True])
def test_a_secret_is_found_however_it_is_assigned(form: str, in_json: bool) -> None:
    text = form.format(SECRET)
    found = secrets_of(json.dumps({"message": text}) if in_json else text)
    assert len(found) == 1
    assert SECRET in found[0]
    assert text.count(found[0]) == 1
    assert not set(found[0]) & set("\n<>")


@pytest.mark.parametrize(
    "text",
    [
        'WEATHER_TOKEN ?= ""',
        "WEATHER_TOKEN ?= $(shell cat token.txt)",
        'System.setProperty("WEATHER_TOKEN", "token-of-the-service")',
        "<token>\n</token>",
        "if (token ?.= null)",
        'getenv("CACHE_KEY_PREFIX", "9Qz3Lw5Xv7Bn2Mc9Rf4")',
        "WWW-Authenticate: Bearer error=invalid_token",
        "api_key: str = Field(default=None)",
        "let apiKey: String = config.key",
        "Authorization: Api-Token",
        "table.primary.key=9Qz3Lw5Xv7Bn2Mc9Rf4",
        "kafka.message.key=9Qz3Lw5Xv7Bn2Mc9Rf4",
        '{"partition_key": "9Qz3Lw5Xv7Bn2Mc9Rf4"}',
    ],
)
def test_what_holds_no_secret_is_left_alone(text: str) -> None:
    assert secrets_of(text) == []


def test_what_stands_around_the_value_of_an_element_is_no_part_of_it() -> None:
    assert secrets_of(f"<ns:apiKey>\n\t{SECRET}\n  </ns:apiKey>") == [SECRET]


def test_a_token_of_two_parts_is_one() -> None:
    """A token whose signature somebody cut off still says who somebody is."""
    parts = "eyJ0eXAiOiJKV1QiLA0KImFsZyI6IkhTMjU2In0", "eyJzdWIiOiI4ODEyIiwicm9sZSI6ImFkbWluIn0"
    assert secrets_of(f"got {'.'.join(parts)} back") == [".".join(parts)]
    assert secrets_of(f"got {parts[0]} back") == []
