"""Lines of dumps, tables, fonts and programs that look like personal data and are none, beside those that are some."""

from __future__ import annotations

import pytest

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.model import Tier

DETECTOR = Detector()


def found(line: str) -> list[tuple[str, str]]:
    text = line.encode()
    spans = [span for span in DETECTOR.scan(text) if span.tier >= Tier.LIKELY]
    return [(span.entity, text[span.start : span.end].decode()) for span in spans]


@pytest.mark.parametrize(
    "line",
    [
        "0001c3a0: 01fe 4000 0000 0000 0002 0000 0000 0000  ..@.....",
        "(77, '77', 4000000000000000006, 0.25)",
        "3f9c1e77aa commit   412 281 1907",
        "  5f0a:  e8 06 12 47 88 03   call 6310",
        "DE +5230+01322 Europe/Berlin, GL +6411-05144 America/Nuuk",
        "Their offer: umac-64@openssh.com,hmac-sha2-256-etm@openssh.com",
        '"GET /v1/score HTTP/1.1" 502 Bad Gateway',
        "<family>Liberation Sans Narrow</family>",
        '{"memberName": "QueueUrl", "shape": "String"}',
        "- name: Download datasets",
        "  - name: Integration Tests",
        "socket.connect(handle=handle, username='username')",
        "batch 100861-9498 done",
        "session cookie of login pwd --tls-user x",
        '{"name":"Billy Bookcase","color":"white","price":79}',
        '{"name":"Charles de Gaulle","kind":"airport"}',
        "St. Louis Fed series DGS10 fetched",
        '{"prompt":"Compare Morgan Stanley and Charles Schwab by fees."}',
        '{"password":"ENC(nAQ0U1Nmo8kVT4T9h94LnNcbOtIaYaYO)"}',
        '{"password":"!vault |","user_id":7}',
        "src login: access token refused",
        "f(Pass P = FSDiscriminatorPass::Pass1)",
        "compose config: MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD:?unset}",
        '{"name":"Marco Polo","type":"dataset"}',
        '{"display_name":"Sales Copilot"}',
        '{"name":"Email Summarizer"}',
        "render_pass=shadow_map_2 forward_pass=Layer3",
        "ls 401 API Key Invalid",
    ],
)
def test_nothing_is_found(line: str) -> None:
    assert [kind for kind in found(line) if kind[0] != "fi_hetu"] == []


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("card 4000 0000 0000 0002 declined, user Ada", "credit_card", "4000 0000 0000 0002"),
        ("please stop sending messages to 042 036 8904", "phone", "042 036 8904"),
        ("SSN: 123-45-6789", "us_ssn", "123-45-6789"),
        ("call (555) 123-4567 today", "phone", "(555) 123-4567"),
        ("joignable au 02.94.40.53.46", "phone", "02.94.40.53.46"),
        ("call me at 8 327 996 17 03 after six", "phone", "8 327 996 17 03"),
        ('{"full_name":"กฤตเมธ อุลหัสสา"}', "person", "กฤตเมธ อุลหัสสา"),
        ('{"name":"Ирина Соколова"}', "person", "Ирина Соколова"),
        ('{"last_name":"van der Dussen"}', "person", "van der Dussen"),
        ('{"password":")loh5Hnvx7"}', "password", ")loh5Hnvx7"),
        ("card number 568963433384 declined", "credit_card", "568963433384"),
        ("text me at 415 555 0132 please", "phone", "415 555 0132"),
        ('{"contact":"Phone: \\n039742 34 87"}', "phone", "039742 34 87"),
        ("Tell me your date of birth. It's 04.03.1991", "dob", "04.03.1991"),
        ('{"kyc":{"rut":"12.531.909-2"}}', "government_id", "12.531.909-2"),
        ('{"name":"Carol White"}', "person", "Carol White"),
        ('{"name":"Carol White","version":2,"email":null}', "person", "Carol White"),
        ('{"name":"Carol White","language":"en","plan":"pro"}', "person", "Carol White"),
        ('{"name":"Carol White","type":"agent","tokens":412}', "person", "Carol White"),
        ('{"contraseña":"Maple_cobalt_14"}', "password", "Maple_cobalt_14"),
        ("пароль: Zk39fLq0pX", "password", "Zk39fLq0pX"),
        ("密码：Zk39fLq0pX", "password", "Zk39fLq0pX"),
        ('  ~ master_password = "Sommer2031!" -> "Winter2032!"', "password", "Winter2032!"),
        ('{"auths":{"ghcr.io":{"auth":"b3BzOlprMzlmTHEwcFg="}}}', "bearer_token", "b3BzOlprMzlmTHEwcFg="),
        ('["user"]=> string(3) "svc" ["password"]=> string(10) "Zk39fLq0pX"', "password", "Zk39fLq0pX"),
        (
            'Config { token: Some("aB3dE5fG7hJ9kL1mN3pQ5rS7"), retries: 3 }',
            "generic_secret",
            "aB3dE5fG7hJ9kL1mN3pQ5rS7",
        ),
        ("app.secret_key = b'aB3dE5fG7hJ9kL1mN3pQ5rS7'", "generic_secret", "aB3dE5fG7hJ9kL1mN3pQ5rS7"),
        ("ansible_become_pass: Sommer2031!", "password", "Sommer2031!"),
        (
            "consul: SecretID: 8f14e45f-ceea-467f-a9b1-2d3c4e5f6a7b",
            "generic_secret",
            "8f14e45f-ceea-467f-a9b1-2d3c4e5f6a7b",
        ),
        ('{"user":"mia","otp":"482913"}', "generic_secret", "482913"),
        ('{"memberName": "Jo McDonald"}', "person", "Jo McDonald"),
        ('{"name":{"family":"Tauber","given":["Uta"]}}', "person", "Tauber"),
    ],
)
def test_what_is_there_is_found(line: str, kind: str, value: str) -> None:
    assert (kind, value) in found(line)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("we renewed with Laura Weber Holdings last week", []),
        ('{"company":"Werner Kern AG","n":1}', []),
        ("signed by Laura Weber, Ltd", []),
        ('{"author":"Rockstar Games"}', []),
        ("roadworks near Hendrik Casimirstraat", []),
        ("a letter to Laura Weber, Studio 4", ["Laura Weber"]),
        ('{"name":"Alexis Washington"}', ["Alexis Washington"]),
    ],
)
def test_organisations_and_streets_are_no_people(line: str, people: list[str]) -> None:
    assert [value for kind, value in found(line) if kind == "person"] == people
