"""More values for templates of personal data: people, numbers and keys of many countries and vendors, drawn from a seed."""

from __future__ import annotations

import base64
import hashlib
import json
import string
import uuid

from tests.bench.pii_values import _BASE62, Values, _iban, _luhn

_FIRST = (
    "Danielle Curtis Heather Edgar Monique Trevor Anthony Lindsay Gregory Stacy Yusuf Farida Linh Minh Haruki Sakura Mateusz"
    " Hanna Dimitris Eleni Ilse Joost Benoît Solène Giulia Lorenzo Aditi Vikram Thandiwe Sipho Leilani Keoni Rúben Inês Søren"
    " Ingrid Zsófia Bence Ioana Radu Fatoumata Ousmane Noor Tariq"
)
_LAST = (
    "Gallagher Pruitt Stephens McCullough Rosales Vasquez Huffman Delgado Khan Rahimi Nguyen Tanaka Watanabe Nowakowski"
    " Lewandowska Papadopoulos Georgiou Visser Hoekstra Lefebvre Moreau Bianchi Esposito Kulkarni Banerjee Dlamini Mokoena"
    " Kealoha Carvalho Antunes Kjeldsen Haugen Szabó Nagy Popescu Ionescu Diallo Keita Hassan Mansour"
)
_CITIES = "Springfield,Nottingham,Gelsenkirchen,Montpellier,Zaragoza,Bologna,Eindhoven,Wrocław,Pune,Curitiba"
_STREETS = "Maple Avenue,Queens Road,Birch Lane,Elm Street,Station Road,Sunset Boulevard,Mill Lane,Highland Drive"
_DOMAINS = "gmail.com hotmail.co.uk yahoo.fr outlook.de proton.me icloud.com web.de orange.fr rediffmail.com qq.com"
_HANZI = "王伟 李娜 张敏 刘洋 陈静 杨磊"
_KANJI = "佐藤健 鈴木花子 高橋一郎 田中美咲"
_NATO = "K9 Tz Pw hG"


class WorldValues(Values):
    """The values of :class:`Values`, and those that another team's generator would make."""

    def _pick(self, *values: str) -> str:
        return self._random.choice(values)

    def _number(self, length: int) -> str:
        return self._run(string.digits, length)

    def _until(self, body: str, good: int) -> str:
        """Return ``body`` with the digit that makes its Luhn sum good (1) or bad (0)."""
        return body + next(digit for digit in string.digits if _luhn(body + digit) == bool(good))

    # people and places

    def _make_first(self) -> str:
        return self._pick(*_FIRST.split())

    def _make_last(self) -> str:
        return self._pick(*_LAST.split())

    def _make_person(self) -> str:
        return f"{self._make_first()} {self._make_last()}"

    def _make_person_middle(self) -> str:
        last = self._pick(self._make_last(), "O'Donnell")
        return f"{self._make_first()} {self._pick(*'ABJKMR')}. {last}"

    def _make_person_title(self) -> str:
        return f"{self._pick('Dr.', 'Mrs.', 'Mr.', 'Prof.')} {self._make_person()}"

    def _make_person_turned(self) -> str:
        return f"{self._make_last()}, {self._make_first()}"

    def _make_person_upper(self) -> str:
        return self._make_person().upper()

    def _make_person_zh(self) -> str:
        return self._pick(*_HANZI.split())

    def _make_person_ja(self) -> str:
        return self._pick(*_KANJI.split())

    def _make_login(self) -> str:
        plain = (self._make_first()[0] + self._make_last()).encode("ascii", "ignore").decode()
        return plain.lower() + self._pick("", "7", "_21", "88")

    def _make_mail(self) -> str:
        first, last = self._make_first().lower(), self._make_last().lower()
        plain = (first + "." + last).encode("ascii", "ignore").decode()
        shape = self._pick("{0}", "{0}+billing", "{1}", "{0}{2}", "{1}.{2}")
        return shape.format(plain, plain.replace(".", "_"), self._number(2)) + "@" + self._pick(*_DOMAINS.split())

    def _make_mail_firm(self) -> str:
        return self._make_mail().split("@")[0] + self._pick(
            "@contoso.io", "@eu.northwind-traders.com", "@sales.initech.co"
        )

    def _make_mail_quoted(self) -> str:
        return self._make_mail().replace("@", "%40").replace("+", "%2B")

    def _make_street(self) -> str:
        return f"{self._random.randint(3, 9870)} {self._pick(*_STREETS.split(','))}"

    def _make_address(self) -> str:
        return f"{self._make_street()}, {self._pick(*_CITIES.split(','))}, {self._pick('TX', 'OH', 'CA')} {self._random.randint(10001, 98999)}"

    def _make_city(self) -> str:
        return self._pick(*_CITIES.split(","))

    def _make_latlon(self) -> str:
        return f"{self._random.uniform(30, 59):.6f},{self._random.uniform(-120, -2):.6f}"

    # numbers of people

    def _make_tel(self) -> str:
        return self._pick(
            f"+44 20 79{self._number(2)} {self._number(4)}",
            f"+1-2{self._digits(2)}-555-01{self._number(2)}",
            f"+49 (0)30 {self._digits(7)}",
            f"+91 98{self._number(3)} {self._number(5)}",
            f"+33 6 {self._digits(2)} {self._digits(2)} {self._digits(2)} {self._digits(2)}",
            f"+61 4{self._number(2)} {self._digits(3)} {self._digits(3)}",
            f"+234 803 {self._digits(3)} {self._digits(4)}",
            f"+86 138 {self._digits(4)} {self._digits(4)}",
            f"+34 6{self._number(2)} {self._digits(2)} {self._digits(2)} {self._digits(2)}",
        )

    def _make_tel_faker(self) -> str:
        """Return a number as the usual makers of American test data write it, often with an extension."""
        area, rest = self._american(), f"{self._american()}-{self._number(4)}"
        return self._pick(
            f"({area}){rest}",
            f"+1-{area}-{rest}",
            f"001-{area}-{rest}x{self._digits(3)}",
            f"{area}-{rest}x{self._digits(4)}",
        )

    def _make_tel_dots(self) -> str:
        return f"{self._american()}.{self._american()}.{self._number(4)}"

    def _american(self) -> str:
        """Return three digits that an area and an exchange may have."""
        return f"{self._pick(*'23456789')}{self._pick(*'02345678')}{self._pick(*'023456789')}"

    def _make_tel_home(self) -> str:
        return self._pick(
            f"07{self._digits(3)} {self._digits(6)}",
            f"06 {self._digits(2)} {self._digits(2)} {self._digits(2)} {self._digits(2)}",
            f"0{self._digits(3)}/{self._digits(6)}",
            f"(02) 9{self._number(3)} {self._digits(4)}",
        )

    def _make_msisdn(self) -> str:
        return self._pick("4479", "4917", "3361", "1415", "9198") + self._digits(8)

    def _make_pan_any(self) -> str:
        return self._pick(
            self._until("4" + self._number(14), 1),
            self._until("51" + self._number(13), 1),
            self._until("37" + self._number(12), 1),
            self._until("6011" + self._number(11), 1),
        )

    def _make_amex(self) -> str:
        card = self._until("34" + self._number(12), 1)
        return f"{card[:4]} {card[4:10]} {card[10:]}"

    def _make_iban_any(self) -> str:
        return self._pick(
            _iban("GB", "NWBK" + self._number(14)),
            _iban("ES", self._number(20)),
            _iban("IT", "X" + self._number(22)),
            _iban("BE", self._number(12)),
            _iban("CH", self._number(17)),
            _iban("AT", self._number(16)),
            _iban("PL", self._number(24)),
            _iban("PT", self._number(21)),
            _iban("SE", self._number(20)),
            _iban("NO", self._number(11)),
        )

    def _make_iban_any_spaced(self) -> str:
        iban = self._make_iban_any()
        return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))

    def _make_ssn_plain(self) -> str:
        return self._make_ssn().replace("-", "")

    def _make_itin(self) -> str:
        return f"9{self._number(2)}-7{self._pick(*'0123456789')}-{self._digits(4)}"

    def _make_ip_any(self) -> str:
        return f"{self._pick('2', '37', '73', '91', '103', '178', '188', '212')}.{self._random.randint(0, 255)}.{self._random.randint(0, 255)}.{self._random.randint(1, 254)}"

    def _make_ip6_short(self) -> str:
        return f"2001:{self._pick('41d0', '4860', 'b07')}:{self._digits(3)}:{self._run('123456789abcdef', 4)}::{self._run('123456789abcdef', 2)}"

    def _make_mac_dash(self) -> str:
        return self._make_mac().replace(":", "-")

    def _make_mac_cisco(self) -> str:
        bare = self._make_mac_lower().replace(":", "")
        return ".".join((bare[:4], bare[4:8], bare[8:]))

    def _make_born(self) -> str:
        day, month, year = (
            self._random.randint(1, 28),
            self._pick("Jan", "March", "May", "September", "Oct"),
            self._random.randint(1941, 2003),
        )
        return self._pick(
            f"{day} {month} {year}",
            f"{month} {day}, {year}",
            f"{year}-05-{day:02}",
            f"{day:02}/07/{year}",
            f"{year}/11/{day:02}",
        )

    def _make_nhs(self) -> str:
        while True:
            body = self._digits(9)
            check = 11 - sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
            if check != 10:
                return f"{body[:3]} {body[3:6]} {body[6:]}{check % 11}"

    def _make_sin(self) -> str:
        number = self._until(self._pick(*"1234567") + self._number(7), 1)
        return f"{number[:3]} {number[3:6]} {number[6:]}"

    def _make_nir(self) -> str:
        body = f"{self._pick('1', '2')}{self._random.randint(45, 99)}{self._random.randint(1, 12):02}{self._random.randint(10, 95)}{self._number(3)}{self._random.randint(1, 999):03}"
        return f"{body}{97 - int(body) % 97:02}"

    def _make_bsn(self) -> str:
        while True:
            body = self._digits(8)
            rest = sum(int(digit) * weight for digit, weight in zip(body, range(9, 1, -1), strict=True)) % 11
            if rest != 10:
                return f"{body}{rest}"

    def _make_cn(self) -> str:
        body = f"310101{self._random.randint(1955, 2003)}{self._random.randint(1, 12):02}{self._random.randint(1, 28):02}{self._number(3)}"
        total = sum(int(digit) * (2 ** (17 - at) % 11) for at, digit in enumerate(body))
        return body + "10X98765432"[total % 11]

    def _make_nric(self) -> str:
        body = self._number(7)
        total = sum(int(digit) * weight for digit, weight in zip(body, (2, 7, 6, 5, 4, 3, 2), strict=True))
        return f"S{body}{'JZIHGFEDCBA'[total % 11]}"

    def _make_hetu(self) -> str:
        day, serial = (
            f"{self._random.randint(1, 28):02}{self._random.randint(1, 12):02}{self._random.randint(50, 99)}",
            f"{self._random.randint(2, 899):03}",
        )
        return f"{day}-{serial}{'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(day + serial) % 31]}"

    def _make_personnummer(self) -> str:
        day = f"{self._random.randint(50, 99)}{self._random.randint(1, 12):02}{self._random.randint(1, 28):02}"
        return f"{day}-{self._until(day + self._number(3), 1)[6:]}"

    def _make_passport(self) -> str:
        return self._pick(
            self._number(9),
            f"C{self._run('CFGHJKLMNPRTVWXYZ0123456789', 8)}",
            f"{self._digits(2)}AB{self._number(5)}",
            f"X{self._number(7)}",
        )

    # keys of vendors

    def _word(self, length: int) -> str:
        return self._run(_BASE62, length)

    def _made_of(self, shape: str) -> str:
        """Fill a shape such as ``r8_w37``: w base 62, h hex, u upper case and digits, d digits, - for base 64 of URLs."""
        return "".join(self._part(*piece.split(":")) for piece in shape.split(" "))

    def _part(self, text: str, kind: str = "", length: str = "0") -> str:
        letters = {
            "w": _BASE62,
            "h": "0123456789abcdef",
            "u": string.ascii_uppercase + string.digits,
            "d": string.digits,
            "l": string.ascii_lowercase + string.digits,
            "b": _BASE62 + "-_",
            "a": string.ascii_letters,
        }
        return text + self._run(letters[kind], int(length)) if kind else text

    def _make_vendor(self) -> str:
        """Return a key that tells by its own shape whose it is."""
        return self._made_of(
            self._pick(
                "sk-proj-:b:74 T3BlbkFJ:b:74",
                "sk-svcacct-:b:58 T3BlbkFJ:b:58",
                "sk-ant-api03-:b:93 AA",
                "hf_:a:34",
                "gsk_:w:52",
                "r8_:w:37",
                "xai-:w:80",
                "pplx-:w:48",
                "sk-or-v1-:h:64",
                "nvapi-:b:64",
                "AIza:b:35",
                "dapi:h:32",
                "lsv2_pt_:h:32 _:h:10",
                "pcsk_:w:6 _:w:63",
                "glpat-:b:20",
                "SG.:b:22 .:b:43",
                "shpat_:h:32",
                "dp.pt.:w:43",
                "ntn_:d:11 :w:35",
                "lin_api_:w:40",
                "npm_:w:36",
                "xapp-1-:u:11 -:d:13 -:h:64",
                "pypi-AgEIcHlwaS5vcmc:b:120",
                "sk_live_:w:24",
                "rk_live_:w:24",
                "whsec_:w:32",
                "hvs.:b:95",
                "glsa_:w:32 _:h:8",
                "sntryu_:h:64",
                "tvly-:w:32",
                "fw_:w:24",
                "jina_:h:32 :w:28",
                "tgp_v1_:b:43",
                "AGE-SECRET-KEY-1:u:58",
                "dckr_pat_:b:27",
                "figd_:b:40",
                "PMAK-:h:24 -:h:34",
                "key-:h:32",
                "phx_:w:43",
                "xkeysib-:h:64 -:w:16",
                "dop_v1_:h:64",
                "EAACEdEose0cBA:w:90",
                "ya29.a0:b:120",
                "sq0csp-:b:43",
                "NRAK-:u:27",
            )
        )

    def _make_sk_lf(self) -> str:
        return f"sk-lf-{uuid.UUID(bytes=self._random.randbytes(16), version=4)}"

    def _make_gh_pat(self) -> str:
        head = "github_pat_1" + self._word(21) + "_" + self._word(43)
        digest = base64.b32encode(hashlib.sha256(head.encode()).digest()).decode().lower()[:8]
        return head + digest + self._word(8)

    def _make_aws_secret(self) -> str:
        return self._run(_BASE62 + "/+", 40)

    def _make_azure_key(self) -> str:
        return base64.b64encode(self._random.randbytes(64)).decode()

    def _make_azure_client(self) -> str:
        return f"{self._word(3)}8Q~{self._run(_BASE62 + '_.-', 34)}"

    def _make_sas(self) -> str:
        return (
            base64.b64encode(self._random.randbytes(32))
            .decode()
            .replace("=", "%3D")
            .replace("+", "%2B")
            .replace("/", "%2F")
        )

    def _make_base64_key(self) -> str:
        return base64.b64encode(self._random.randbytes(32)).decode()

    def _make_pem(self) -> str:
        """Return a private key on lines of its own, with the mark that stands for a line break in templates."""
        body = base64.b64encode(self._random.randbytes(480)).decode()
        return "\x01".join(
            [
                "-----BEGIN RSA PRIVATE KEY-----",
                *(body[at : at + 64] for at in range(0, len(body), 64)),
                "-----END RSA PRIVATE KEY-----",
            ]
        )

    def _make_pem_escaped(self) -> str:
        return self._make_pem().replace("RSA ", "").replace("\x01", "\\n") + "\\n"

    def _make_bot(self) -> str:
        return f"{self._digits(10)}:AA{self._run(_BASE62 + '-_', 33)}"

    def _make_discord(self) -> str:
        return f"https://discord.com/api/webhooks/{self._digits(18)}/{self._run(_BASE62 + '-_', 68)}"

    def _make_slack_hook(self) -> str:
        return f"https://hooks.slack.com/services/T{self._made_of(':u:10')}/B{self._made_of(':u:10')}/{self._word(24)}"

    def _make_pass(self) -> str:
        return self._pick(
            self._pick(*_NATO.split()) + self._word(9) + self._pick(*"!$%&*?"),
            f"{self._pick('correct', 'purple', 'tango')}-{self._pick('horse', 'stapler', 'monday')}-{self._number(2)}",
            f"{self._pick('Summer', 'Welcome', 'Dragon')}20{self._digits(2)}!",
            self._word(16),
        )

    def _make_token_jwt(self) -> str:
        parts = [
            {"alg": "RS256", "kid": self._word(8)},
            {"iss": "https://id.contoso.io", "sub": self._word(12), "exp": 1_800_000_000},
        ]
        text = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
        return f"{text}.{self._run(_BASE62 + '-_', 342)}"

    # what only looks like it

    def _make_inside_ip(self) -> str:
        return self._pick(
            "10.{}.{}.{}",
            "192.168.{}.{}",
            "172.18.{}.{}",
            "100.64.{}.{}",
            "127.0.0.{}",
            "169.254.{}.{}",
            "192.0.2.{}",
            "203.0.113.{}",
            "198.51.100.{}",
        ).format(*(self._random.randint(1, 250) for _ in range(3)))

    def _make_ids(self) -> str:
        return ", ".join(str(self._random.randint(11, 151_000)) for _ in range(40))

    def _make_box(self) -> str:
        return ", ".join(f"{self._random.uniform(0, 1900):.2f}" for _ in range(4))

    def _make_isbn(self) -> str:
        body = f"978{self._number(9)}"
        total = sum(int(digit) * (1 + at % 2 * 2) for at, digit in enumerate(body))
        return f"{body}{-total % 10}"

    def _make_order(self) -> str:
        return self._pick(
            f"ORD-{self._number(8)}", f"{self._number(3)}-{self._number(7)}-{self._number(7)}", self._digits(12)
        )
