"""Values for the templates of personal data: drawn from a seed, with good check digits; and what only looks like them."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import string
import uuid
import zlib
from collections.abc import Callable

from aidebug_gui.analysis.pii.checksums import verhoeff

_NAMES = {
    "en": "Harriet Boyle|Marcus Adeyemi|Siobhan Kearney|Desmond Whitlock|Priscilla Okafor|Gareth Pugh|Latoya Simmons",
    "de": "Annegret Vogelsang|Torsten Brinkmann|Jürgen Weißmüller|Käthe Lohse|Friedhelm Ostermann|Gülay Demir",
    "fr": "Élodie Carpentier|Thibault Marchand|Océane Delacroix|Jean-Baptiste Roussel|Maëlle Guérin",
    "es": "Ximena Villalobos|Íñigo Echeverría|Rocío Ballesteros|Joaquín Peñalver|Maite Uribe",
    "it": "Ludovica Bonfanti|Gianluca Tedesco|Fiorella Mancuso|Niccolò Grimaldi",
    "pt": "Thaís Nogueira|Caetano Figueiredo|Conceição Brandão|Renato Siqueira",
    "nl": "Marloes van den Berg|Sjoerd Hofstra|Anouk de Graaf|Pieter Bakker",
    "pl": "Małgorzata Wiśniewska|Zbigniew Kaczmarek|Agnieszka Dąbrowska|Wojciech Sikora",
    "us": "Michael Johnson|Jennifer Ramirez|Christopher Nguyen|Ashley Thompson|Brandon Mitchell|Kimberly Foster|Derek Hollis"
    "|Tamara Whitfield|Kayla Brooks|Omar Haddad",
    "in": "Priya Raghunathan|Arjun Mehta|Kavya Iyer|Rohan Deshpande|Ananya Chatterjee",
    "se": "Astrid Lindqvist|Björn Håkansson|Freja Sjöberg|Mikael Öberg",
    "cz": "Tereza Nováková|Ondřej Dvořák|Lucie Procházková",
    "au": "Callum Fairweather|Imogen Tulloch|Lachlan Prideaux|Bronwyn Hargreaves|Nathan Okonjo-Reid|Sheila Macready",
    "ng": "Chukwuemeka Obiora|Folasade Adebayo|Ngozi Eze|Babatunde Ogunleye|Amara Nwosu",
    "fi": "Aino Virtanen|Eero Mäkelä|Kaisa Lehtonen|Veikko Salmi|Outi Rantanen",
    "br": "Thiago Cavalcanti|Jussara Monteiro|Davi Albuquerque|Luana Teixeira|Rafael Quintanilha",
    "tr": "Ayşe Yıldırım|Mehmet Özkan|Zeynep Aksoy|Emre Karaca",
}
_DOMAINS = (
    "gmx.at|libero.it|seznam.cz|bigpond.com|telenet.be|sapo.pt|onet.pl|mynet.com|free.fr|ymail.com|nhs.net|tum.de"
)
_ODD_OF_CODICE = [*[1, 0, 5, 7, 9, 13, 15, 17, 19, 21] * 2, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
_BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


class Values:
    """Draws values by name. ``draw("card")`` gives a new one each time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._makers: dict[str, Callable[[], str]] = {
            name.removeprefix("_make_"): getattr(self, name) for name in dir(self) if name.startswith("_make_")
        }

    def knows(self, name: str) -> bool:
        """Tell whether there are such values."""
        return name in self._makers or "_" in name

    def draw(self, name: str) -> str:
        """Return a value. Raises KeyError for a name that is not known."""
        if name.startswith("name_"):
            return self._random.choice(_NAMES[name.removeprefix("name_")].split("|"))
        head, _, length = name.rpartition("_")
        if head in ("hex", "digits", "alnum", "word62") and length.isdigit():
            letters = {
                "hex": "0123456789abcdef",
                "digits": string.digits,
                "alnum": string.ascii_lowercase + string.digits,
            }
            return self._run(letters.get(head, _BASE62), int(length))
        return self._makers[name]()

    def _run(self, letters: str, length: int) -> str:
        return "".join(self._random.choices(letters, k=length))

    def _digits(self, length: int) -> str:
        return self._random.choice("123456789") + self._run(string.digits, length - 1)

    # personal data

    def _make_email(self) -> str:
        first = self._random.choice(
            ["karin", "b.tomczak", "luc_petit", "ana.sofia", "hm.keller", "r-vidal", "oskar99", "d.oconnor"]
        )
        return f"{first}{self._random.randint(1, 999)}@{self._random.choice(_DOMAINS.split('|'))}"

    def _make_email_faker(self) -> str:
        """Return an address as the usual makers of test data write it."""
        first, last = self.draw("name_us").lower().split(" ")
        return f"{first[0]}{last}{self._random.randint(1, 99)}@example.{self._random.choice(['com', 'org', 'net'])}"

    def _make_first_us(self) -> str:
        return self.draw("name_us").split(" ")[0]

    def _make_last_us(self) -> str:
        return self.draw("name_us").split(" ")[1]

    def _make_first_au(self) -> str:
        return self.draw("name_au").split(" ")[0]

    def _make_last_au(self) -> str:
        return self.draw("name_au").split(" ")[1]

    def _make_card(self) -> str:
        head = self._random.choice(["4539", "4716", "5204", "5412", "2720", "6011", "3566"])
        body = head + self._run(string.digits, 11)
        return body + next(digit for digit in string.digits if _luhn(body + digit))

    def _make_card_spaced(self) -> str:
        card = self._make_card()
        return " ".join(card[at : at + 4] for at in range(0, 16, 4))

    def _make_card_dashed(self) -> str:
        return self._make_card_spaced().replace(" ", "-")

    def _make_iban_fr(self) -> str:
        return _iban("FR", self._run(string.digits, 23))

    def _make_iban_de(self) -> str:
        return _iban("DE", self._run(string.digits, 18))

    def _make_iban_nl_spaced(self) -> str:
        iban = _iban("NL", "RABO" + self._run(string.digits, 10))
        return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))

    def _make_ip(self) -> str:
        return f"{self._random.choice([81, 92, 77, 145, 203, 24, 66])}.{self._random.randint(1, 250)}." + ".".join(
            str(self._random.randint(114, 250)) for _ in range(2)
        )

    def _make_ip6(self) -> str:
        return "2a02:" + ":".join(self._run("0123456789abcdef", 4).lstrip("0") or "1" for _ in range(7))

    def _make_mac(self) -> str:
        return ":".join(self._run("0123456789ABCDEF", 2) for _ in range(6)).replace("00", "0A")

    def _make_ssn(self) -> str:
        return f"{self._random.randint(101, 665)}-{self._random.randint(11, 98)}-{self._random.randint(1001, 9998)}"

    def _make_phone_us(self) -> str:
        return f"({self._random.randint(301, 410)}) {self._random.randint(320, 398)}-{self._digits(4)}"

    def _make_phone_intl(self) -> str:
        return self._random.choice(
            [
                f"+41 79 {self._digits(3)} {self._run(string.digits, 2)} {self._run(string.digits, 2)}",
                f"+353 86 {self._digits(3)} {self._run(string.digits, 4)}",
                f"+55 11 9{self._digits(4)}-{self._run(string.digits, 4)}",
                f"+81 90-{self._digits(4)}-{self._run(string.digits, 4)}",
                f"+4860{self._run('12345678', 7)}",
            ]
        )

    def _make_phone_dash(self) -> str:
        return f"{self._random.randint(301, 410)}-{self._random.randint(320, 398)}-{self._digits(4)}"

    def _make_phone_de(self) -> str:
        return f"0{self._random.choice(['171', '89', '30', '221'])} {self._digits(7)}"

    def _make_phone_e164(self) -> str:
        return self._random.choice(["+1301338", "+1410385", "+3361241", "+491511234"]) + self._digits(4)

    def _make_mac_lower(self) -> str:
        return self._make_mac().lower()

    def _make_imei(self) -> str:
        body = "35" + self._run(string.digits, 12)
        return body + next(digit for digit in string.digits if _luhn(body + digit))

    def _make_cpf(self) -> str:
        digits = [self._random.randint(0, 9) for _ in range(9)]
        for length in (10, 11):
            digits.append(
                sum(digit * weight for digit, weight in zip(digits, range(length, 1, -1), strict=True)) * 10 % 11 % 10
            )
        text = "".join(map(str, digits))
        return f"{text[:3]}.{text[3:6]}.{text[6:9]}-{text[9:]}"

    def _make_dni(self) -> str:
        number = self._random.randint(10_000_000, 79_999_999)
        return f"{number}{'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]}"

    def _make_nino(self) -> str:
        return (
            f"{self._random.choice(['AB', 'CE', 'JH', 'PX'])}{self._run(string.digits, 6)}{self._random.choice('ABCD')}"
        )

    def _make_pesel(self) -> str:
        body = f"{self._random.randint(50, 99)}{self._random.randint(1, 12):02}{self._random.randint(1, 28):02}{self._run(string.digits, 4)}"
        total = sum(int(digit) * weight for digit, weight in zip(body, (1, 3, 7, 9) * 3, strict=False))
        return f"{body}{-total % 10}"

    def _make_steuer(self) -> str:
        body = "".join(self._random.sample("123456789", 8))
        body = f"{body}{body[0]}0"  # one digit twice, as the numbers issued have it
        product = 10
        for digit in body:
            product = ((int(digit) + product) % 10 or 10) * 2 % 11
        return f"{body}{(11 - product) % 10}"

    def _make_codice(self) -> str:
        body = f"RSSMRA{self._random.randint(50, 99)}{self._random.choice('ABCDEHLMPRST')}{self._random.randint(1, 28):02}H501"
        odd = dict(zip(string.digits + string.ascii_uppercase, _ODD_OF_CODICE, strict=True))
        total = sum(
            odd[c] if at % 2 == 0 else int(c, 36) % 10 if c.isdigit() else ord(c) - 65 for at, c in enumerate(body)
        )
        return body + string.ascii_uppercase[total % 26]

    def _make_aadhaar(self) -> str:
        body = self._random.choice("23456789") + self._run(string.digits, 10)
        text = body + next(digit for digit in string.digits if verhoeff((body + digit).encode()))
        return f"{text[:4]} {text[4:8]} {text[8:]}"

    def _make_pan(self) -> str:
        return (
            self._run(string.ascii_uppercase, 3)
            + "P"
            + self._run(string.ascii_uppercase, 1)
            + self._run(string.digits, 4)
            + self._run(string.ascii_uppercase, 1)
        )

    def _make_vin(self) -> str:
        letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
        vin = list("WVW" + self._run(letters, 14))
        values = dict(
            zip(
                "ABCDEFGHJKLMNPRSTUVWXYZ",
                (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
                strict=True,
            )
        )
        weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
        total = sum(weight * (values[c] if c in values else int(c)) for weight, c in zip(weights, vin, strict=True))
        vin[8] = "0123456789X"[total % 11]
        return "".join(vin)

    def _make_eth(self) -> str:
        return "0x" + self._run("0123456789abcdef", 40)

    def _make_btc(self) -> str:
        payload = b"\0" + self._random.randbytes(20)
        payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
        number, text = int.from_bytes(payload, "big"), ""
        while number:
            number, digit = divmod(number, 58)
            text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[digit] + text
        return "1" + text

    def _make_basic(self) -> str:
        return base64.b64encode(f"svc:{self._make_password()}".encode()).decode()

    def _make_birth_compact(self) -> str:
        return self._make_birth().replace("-", "")

    def _make_birth(self) -> str:
        return f"{self._random.randint(1938, 2004)}-{self._random.randint(1, 12):02}-{self._random.randint(1, 28):02}"

    def _make_birth_dotted(self) -> str:
        return f"{self._random.randint(1, 28):02}.{self._random.randint(1, 12):02}.{self._random.randint(1938, 2004)}"

    def _make_birth_us(self) -> str:
        return f"{self._random.randint(1, 12):02}/{self._random.randint(1, 28):02}/{self._random.randint(1938, 2004)}"

    def _make_birth_slash(self) -> str:
        return f"{self._random.randint(1, 28):02}/{self._random.randint(1, 12):02}/{self._random.randint(1938, 2004)}"

    def _make_lat(self) -> str:
        return f"{self._random.uniform(36, 60):.5f}"

    def _make_long(self) -> str:
        return f"{self._random.uniform(-9, 25):.5f}"

    def _make_user(self) -> str:
        return self._random.choice(["tbrinkmann", "hboyle", "s.kearney", "xvillalobos", "gpugh84"])

    # secrets

    def _make_password(self) -> str:
        return (
            self._random.choice(["Winter", "kAtze", "blu3", "Qz!"])
            + self._run(_BASE62, 5)
            + self._random.choice("!#%7")
        )

    def _make_openai(self) -> str:
        return f"sk-proj-{self._run(_BASE62, 58)}T3BlbkFJ{self._run(_BASE62, 58)}"

    def _make_anthropic(self) -> str:
        return f"sk-ant-api03-{self._run(_BASE62 + '_-', 92)}xAA"

    def _make_aws(self) -> str:
        return "AKIA" + self._run(string.ascii_uppercase + "234567", 16)

    def _make_stripe(self) -> str:
        return "sk_live_51" + self._run(_BASE62, 97)

    def _make_slack(self) -> str:
        return f"xoxb-{self._digits(12)}-{self._digits(13)}-{self._run(_BASE62, 24)}"

    def _make_jwt(self) -> str:
        parts = [{"alg": "HS256", "typ": "JWT"}, {"sub": self._run(string.digits, 8), "exp": 1900000000}]
        text = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
        return f"{text}.{self._run(_BASE62 + '_-', 43)}"

    def _make_github(self) -> str:
        body = self._run(_BASE62, 30)
        number, check = zlib.crc32(f"{body}".encode()), ""
        while number:
            number, digit = divmod(number, 62)
            check = _BASE62[digit] + check
        return f"ghp_{body}{check.rjust(6, '0')}"

    def _make_hf(self) -> str:
        return "hf_" + self._run(string.ascii_letters, 34)

    def _make_secret(self) -> str:
        return self._run(_BASE62, 40)

    # what only looks like it

    def _make_uuid(self) -> str:
        return str(uuid.UUID(bytes=self._random.randbytes(16), version=4))

    def _make_sha(self) -> str:
        return hashlib.sha1(self._random.randbytes(8), usedforsecurity=False).hexdigest()

    def _make_float(self) -> str:
        return repr(self._random.uniform(-3, 3))

    def _make_floats(self) -> str:
        return ", ".join(f"{self._random.gauss(0, 0.1):.8f}" for _ in range(24))

    def _make_epoch_ms(self) -> str:
        return str(1_770_000_000_000 + self._random.randint(0, 10**10))

    def _make_version4(self) -> str:
        return ".".join(str(self._random.randint(0, 130)) for _ in range(4))

    def _make_private_ip(self) -> str:
        return self._random.choice(["10.{}.{}.{}", "192.168.{}.{}", "172.20.{}.{}"]).format(
            *(self._random.randint(1, 250) for _ in range(3))
        )

    def _make_embedding(self) -> str:
        return base64.b64encode(self._random.randbytes(120)).decode()

    def _make_not_card(self) -> str:
        body = self._digits(15)
        return body + next(digit for digit in string.digits if not _luhn(body + digit))

    def _make_time(self) -> str:
        return f"2026-0{self._random.randint(1, 9)}-1{self._random.randint(0, 9)}T0{self._random.randint(0, 9)}:42:17.{self._digits(3)}Z"


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _iban(country: str, account: str) -> str:
    number = int("".join(str(int(character, 36)) for character in f"{account}{country}00"))
    return f"{country}{98 - number % 97:02}{account}"
