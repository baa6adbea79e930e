"""The shapes that values behind telling names must have: each accepts a value or not, and says why."""

from __future__ import annotations

import re
from collections.abc import Callable

from aidebug_gui.analysis.pii import validators
from aidebug_gui.analysis.pii.checksums import digits_of, luhn
from aidebug_gui.analysis.pii.model import Check
from aidebug_gui.analysis.pii.placeholders import is_expression, is_placeholder, is_random, is_stand_in
from aidebug_gui.analysis.pii.seed_phrases import phrase_check

_WORD_OF_NAME = rb"(?:(?:[A-Z]|[\xc3-\xf4][\x80-\xbf])(?:[A-Za-z'\x80-\xff-]|\xe2\x80\x99)*\.?)"
_NAME = re.compile(
    rb"(?:(?:de|da|di|van|von|den|der|ten|ter|la|le|el|al) ){0,3}%b(?:,? (?:%b|de|da|di|do|dos|das|del|della|van|von|den|der|ten|ter|zu|du|la|le|bin|al|el)){0,4}"
    % (_WORD_OF_NAME, _WORD_OF_NAME)
)
_NAME_LOWER = re.compile(
    rb"[a-z\x80-\xff'-]{2,20}(?: [a-z\x80-\xff'-]{2,20}){0,3}|(?:[\x80-\xff.-]{2,60}(?: |\Z)){1,5}"
)
TWO_WORDS = re.compile(
    rb"%b(?:(?: (?:de|da|do|dos|di|del|van|von|den|der|ten|zu|la|bin|al|el)){0,2} %b){1,4}(?![\w\x80-\xff])"
    % (_WORD_OF_NAME, _WORD_OF_NAME)
)
_LONGEST_NAME = 160  # bytes: letters of Asia have three
_USERNAME = re.compile(rb"[A-Za-z][\w.@-]{2,40}")
_LOGIN = re.compile(rb"[a-z]{3,}(?:[._][a-z]{2,})?[._]?\d{0,4}|[a-z]\.[a-z]{2,}\d{0,3}")
_PATH = re.compile(rb"~?(?:/[\w.@-]+){2,}/?|[A-Za-z]:\\.*")
_CLOSED = re.compile(
    rb" |[,;)](?:[ \"']|\w+:|\Z)|\+ ?[\w\"'(]+[ (]"
)  # the quotation mark before it closed a text: "Password: " + read()
_HASH = re.compile(rb"\$(?:1|2[abxy]?|5|6|7|y|argon2\w*|scrypt|pbkdf2[\w-]*|s0|apr1)\$.*")
_HEXADECIMAL = re.compile(rb"(?=.*[a-fA-F])[0-9a-fA-F]{12,}")
_PHONE = re.compile(rb"\+?[\d ()./-]{7,24}(?: ?(?:x|ext\.?) ?\d{1,6})?")
_COORDINATE = re.compile(rb"-?\d{1,3}\.\d{3,}")
_ADDRESS = re.compile(rb"(?=.*\d)(?=.*[A-Za-z\x80-\xff]{3}).{6,200}|.{3,60}(?:street|road|avenue|lane)", re.IGNORECASE)
_URL_LIKE = re.compile(rb"://|^0x|^[\d.:]+$|@|^[\w.-]+:\d+$")
_ID_NUMBER = re.compile(rb"(?=(?:.*\d){5})[A-Za-z0-9][A-Za-z0-9 ./-]{4,30}")
_INDIAN_PAN = re.compile(rb"[A-Z]{3}[PCHFATBLJG][A-Z]\d{4}[A-Z]")
_PASSPORT = re.compile(rb"(?=.*\d)[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}")
_PLATE = re.compile(rb"(?=.*[A-Z])(?=.*\d)[A-Z0-9\xc3\x80-\xbf][A-Z0-9\xc3\x80-\xbf -]{2,10}")
_ONLY_ID = re.compile(rb"[0-9a-fA-F-]+|[a-z]{2,12}[_-][0-9A-Za-z-]+|[A-Z0-9]{26}|[\d-]+")
_NAMES_A_SESSION = re.compile(
    rb"(?:[a-z]{2,12}[-_:])?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{24}|[0-9a-f]{32}"
    rb"|(?:[A-Za-z]+|\d{1,14})(?:[-_.:/](?:[A-Za-z]+|\d{1,14}))*|[\dT_:.-]+"
)
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_RESOURCE = re.compile(rb"[A-Z]{2}[0-9a-f]{32}")  # Twilio names messages, calls and accounts so
_POSTCODE = re.compile(
    rb"\d{4,7}(?:-\d{3,4})?|\d{3} \d{2}|\d{3}-\d{4}|\d{2}-\d{3}|\d{4}[A-Z]{2}|[A-Z]\d{4}[A-Z]{3}|[A-Z]\d[\dW] ?[A-Z\d]{4}|\d{4} [A-Z]{2}|[A-Z]{1,2}-\d{4,5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
)
_ORIGIN = re.compile(rb"[A-Za-z\x80-\xff]{3,20}(?:[ -][A-Za-z\x80-\xff]{2,20}){0,3}|[A-Z]{2,3}")
_TRAITS = frozenset(
    b"male female m f d man woman men women boy girl nonbinary non-binary genderfluid transgender divers weiblich maennlich"
    b" homme femme masculin hombre mujer masculino femenino feminino uomo donna single married divorced widowed".split()
)
_DIGEST = re.compile(rb"(?i:sha\d{1,3}|md5|blake2\w|crc32)[:=-](?:[0-9a-fA-F]{8,}|[A-Za-z0-9+/]{24,}={0,2})")
_FEW_WORDS = re.compile(rb"[a-z]+(?: [a-z]+){1,2}")
_CARD_MONTH = re.compile(rb"(?:0[1-9]|1[0-2])/(?:20)?[2-4]\d")
_CARD_EXTRA = re.compile(rb"\d{3,4}|\d\d/\d{2,4}")
_TECHNICAL = re.compile(  # humps stand in words of programs, and behind the beginnings of some names
    rb"[a-z](?<!\bMc)(?<!\bMac)(?<!\b[DL][aei])(?<!\bFitz)(?<!\bV[ao]n)(?<!\bDu)(?<!\b[AE]l)[A-Z]|[_/\\:@#$]|\d|[a-z]-[a-z].*-[a-z]|(?i:service|server|worker|proxy|login|index|model|agent$|bot$|queue)"
    rb"|(?i:\A(?:unknown|anonymous|default|nobody|somebody|someone|unnamed|untitled|redacted|masked)\b)"
)


def _person(value: bytes) -> Check | None:
    if (
        len(value) > _LONGEST_NAME
        or (is_stand_in(value) and b"." not in value)
        or _TECHNICAL.search(value)
        or len(set(value)) < 2
    ):
        return None
    if _NAME.fullmatch(value):
        return Check(0.0, "written like a name")
    return Check(-1.0, "letters like a name") if _NAME_LOWER.fullmatch(value) else None


def _person_two_words(value: bytes) -> Check | None:
    plain = value.replace(b"+", b" ").replace(b"%20", b" ")
    if len(value) > 60 or _TECHNICAL.search(plain) or plain.startswith(b"St. ") or not TWO_WORDS.fullmatch(plain):
        return None
    return Check(0.0, "written like a first and a last name")


def _username(value: bytes) -> Check | None:
    if not _USERNAME.fullmatch(value) or is_placeholder(value) or validators.username(value) is None:
        return None
    return Check(0.0, "written like a user name")


def _login(value: bytes) -> Check | None:
    """Accept a user name; one that people give themselves is more telling than an id or the account of a program."""
    check = _username(value)
    if check is None or (_ONLY_ID.fullmatch(value) and not value.isalpha()):
        return None
    return check if _LOGIN.fullmatch(value) else Check(-1.5, "written like the name of an account")


def _phone(value: bytes) -> Check | None:
    if not _PHONE.fullmatch(value) or not 7 <= len(digits_of(value)) <= 17:
        return None
    return Check(0.0, "{value} digits, written as a phone number", str(len(digits_of(value))))


def _address(value: bytes) -> Check | None:
    if not _ADDRESS.fullmatch(value) or _URL_LIKE.search(value):
        return None
    return Check(0.0, "has a number and words, as an address has")


def _coordinate(value: bytes) -> Check | None:
    if not _COORDINATE.fullmatch(value) or abs(float(value)) > 180:
        return None
    return Check(0.0, "in the range of coordinates, with three decimals or more")


def _id_number(value: bytes) -> Check | None:
    if _INDIAN_PAN.fullmatch(value):
        return Check(0.0, "letters and digits as in an Indian PAN")
    if not _ID_NUMBER.fullmatch(value) or _HEXADECIMAL.fullmatch(value):
        return None
    return Check(0.0, "letters and digits as in an official number")


def _passport(value: bytes) -> Check | None:
    """Accept an official number; those of Germany may consist of letters mostly."""
    return Check(0.0, "letters and digits as in a passport") if _PASSPORT.fullmatch(value) else _id_number(value)


def _plate(value: bytes) -> Check | None:
    return Check(0.0, "letters and digits as on a number plate") if _PLATE.fullmatch(value) else None


def _postcode(value: bytes) -> Check | None:
    return Check(0.0, "written like a postal code") if _POSTCODE.fullmatch(value) else None


def _origin(value: bytes) -> Check | None:
    if not _ORIGIN.fullmatch(value) or is_placeholder(value):
        return None
    return Check(0.0, "words, as where somebody comes from")


def _vehicle(value: bytes) -> Check | None:
    return validators.vin(value) if len(value) == 17 else None


def _device(value: bytes) -> Check | None:
    return validators.imei(value) if value.isdigit() and len(value) == 15 else _id_number(value)


def _seed_phrase(value: bytes) -> Check | None:
    return phrase_check(value.split())


def _card_extra(value: bytes) -> Check | None:
    return Check(0.0, "digits as on a card") if _CARD_EXTRA.fullmatch(value) else None


def _card_month(value: bytes) -> Check | None:
    return Check(0.0, "a month and a year as on a card") if _CARD_MONTH.fullmatch(value) else None


def _trait(value: bytes) -> Check | None:
    return Check(0.0, "a word for a trait of people") if value.lower() in _TRAITS else None


def _session(value: bytes) -> Check | None:
    """Accept the key of a session. What names a conversation in an AI log, a UUID or words, opens nothing: it is a hint."""
    if len(value) < 16 or is_placeholder(value) or b" " in value or _RESOURCE.fullmatch(value):
        return None
    if _NAMES_A_SESSION.fullmatch(value):
        return Check(-4.0, "an identifier, as conversations have")
    return Check(0.0, "long enough for a session")


def _session_cookie(value: bytes) -> Check | None:
    """Accept the value of a cookie that is known to hold a session."""
    if len(value) < 16 or is_placeholder(value) or b" " in value:
        return None
    return Check(0.0, "long enough for a session")


def _session_drawn(value: bytes) -> Check | None:
    """Accept what is drawn like a session's key; sessions of AI logs are named by UUIDs and hexadecimal ids."""
    if not 20 <= len(value) <= 400 or _ONLY_ID.fullmatch(value) or not is_random(value):
        return None
    return _session(value)


def _password(value: bytes) -> Check | None:
    if len(value) < 4 or is_placeholder(value) or len(value) > 200 or _PATH.fullmatch(value) or _CLOSED.match(value):
        return None
    if _HASH.fullmatch(value) or _DIGEST.fullmatch(value):
        return Check(-5.2, "only the hash of a password")
    if _FEW_WORDS.fullmatch(value):
        return Check(-5.2, "a few plain words")
    if (value.isalpha() and value.islower() and len(value) < 8) or (b" " in value and len(value) > 80):
        return Check(-3.0, "short and plain for a password")
    return Check(0.0, "not a placeholder")


def _secret(value: bytes) -> Check | None:
    if len(value) < 8 or is_placeholder(value) or b" " in value or _number(value) or is_expression(value):
        return None
    if _DIGEST.fullmatch(value) or (_PATH.fullmatch(value) and not is_random(value)):
        return None
    if not value.isascii() and len(value.decode("utf-8", "replace")) < 8:
        return None  # the text of a model's token
    if (value.isalpha() and len(value) < 20) or (
        value.replace(b"_", b"").replace(b"-", b"").isalpha() and value.islower()
    ):
        return Check(-5.0, "written like words, not like a secret")
    return Check(0.0, "not a placeholder, not a number")


def _code(value: bytes) -> Check | None:
    is_code = value.isdigit() and 4 <= len(value) <= 8 and len(set(value)) > 1
    return Check(0.0, "a few digits, as somebody types") if is_code else None


def _uuid(value: bytes) -> Check | None:
    return Check(0.0, "written like a UUID") if _UUID.fullmatch(value) and len(set(value)) > 6 else None


def _login_in_base64(value: bytes) -> Check | None:
    return validators.VALIDATORS["basic_credentials"](value) if len(value) <= 400 else None


def _number(value: bytes) -> bool:
    return value.lstrip(b"+").replace(b".", b"").replace(b"-", b"").isdigit() and len(value) < 16


def _ssn(value: bytes) -> Check | None:
    return validators.us_ssn(value) if len(value) in (9, 11) else None


def _card(value: bytes) -> Check | None:
    if len(value) > 23:
        return None
    digits = digits_of(value)
    other = (
        Check(-1.0, "Luhn ok, in a field for cards") if 12 <= len(digits) == len(value) <= 19 and luhn(digits) else None
    )
    return validators.VALIDATORS["card"](value) or other


def _ip(value: bytes) -> Check | None:
    return validators.VALIDATORS["ip"](value) if len(value) <= 45 else None


def _email(value: bytes) -> Check | None:
    if value.count(b"@") != 1 or b" " in value or b"*" in value or len(value) > 254:
        return None
    return validators.VALIDATORS["email"](value)


SHAPES: dict[str, Callable[[bytes], Check | None]] = {
    "email": _email,
    "person": _person,
    "person_two_words": _person_two_words,
    "username": _username,
    "login": _login,
    "phone": _phone,
    "address": _address,
    "coordinate": _coordinate,
    "birth_date": validators.birth_date,
    "us_ssn": _ssn,
    "id_number": _id_number,
    "card": _card,
    "card_extra": _card_extra,
    "card_month": _card_month,
    "trait": _trait,
    "passport": _passport,
    "plate": _plate,
    "postcode": _postcode,
    "origin": _origin,
    "vehicle": _vehicle,
    "device": _device,
    "seed_phrase": _seed_phrase,
    "iban": validators.iban,
    "bitcoin": lambda value: validators.bitcoin(value) if len(value) < 80 else None,
    "ip": _ip,
    "mac": validators.mac,
    "session": _session,
    "session_cookie": _session_cookie,
    "session_drawn": _session_drawn,
    "password": _password,
    "secret": _secret,
    "code": _code,
    "strong": lambda value: validators.VALIDATORS["strong"](value) if 6 <= len(value) <= 100 else None,
    "uuid": _uuid,
    "login_in_base64": _login_in_base64,
}
