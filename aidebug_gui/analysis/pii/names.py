"""Names of people in running text: two or three words with capitals, and what stands around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.anchors import byte_set
from aidebug_gui.analysis.pii.finder import one_of
from aidebug_gui.analysis.pii.model import Span
from aidebug_gui.analysis.pii.rules import Rulebook
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens, without_doubles
from aidebug_gui.translatable import translatable

_EVEN = "".join(rf"\x{byte:02x}" for byte in range(0x80, 0xB8, 2))
_CAPITAL = (  # of Latin-1 and of Latin Extended-A, whose capital letters are every second one
    rf"(?:[A-Z]|\xc3[\x80-\x9e]|\xc4[{_EVEN}\xb9\xbb\xbd\xbf]|\xc5[\x81\x83\x85\x87{_EVEN[20:]}\xb8\xb9\xbb\xbd])"
)
_WORD = rf"{_CAPITAL}(?:[a-z]|[\x80-\xff])+(?:(?:['-]|\xe2\x80\x99){_CAPITAL}[a-z\x80-\xff]+)?"
_PREFIX = r"(?:[OD](?:'|\xe2\x80\x99)|Mc|Mac|De|Di)?"
_NAME = re.compile(
    rf"(?<![\w/.@-])(?<!\bSt\. )(?P<value>{_WORD} (?:[A-Z]\. )?(?:(?:de|da|do|dos|van|von|den|der|la|del|di|ten|ter|zu) ){{0,2}}{_PREFIX}{_WORD}(?: (?:(?:de|da|do|dos|van|von|den|der|la|del|di|ten|ter|zu|du) ){{0,2}}{_PREFIX}{_WORD})?)(?![\w@/]|\.\w)".encode()
)
_AFTER = re.compile(
    rb"['\"\\]{0,3},? ?(?:[(<][\w.+-]+@|who |lives |,? ?\(?(?:dob|d\.o\.b|born|geb\.|geboren|n\xc3\xa9e?)\b|\((?:phone|tel|age)|,? ?(?:tel|mob|phone|iban|konto)\b|\(?(?:[A-Z]{2}\d\d[ A-Z0-9]{4})"
    rb"|,? ?[;,/|(<-] ?(?:[\w.+-]{2,64}@[\w-]+\.|\+?\(?\d[\d ()./-]{7,16}\d(?![\w.])|\d{1,5} [A-Z][a-z]+ (?:[A-Z]|St|Rd|Ave))"
    rb"|from our |asked |said |called |wrote |reports |wants |complain|is my |'s (?:account|address|phone|email|order|card|record))",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(rb"(?: |, (?=(?:Inc|LLC|LLP|Ltd|Corp|GmbH)(?![A-Za-z])))(?P<word>[A-Z][A-Za-z]{1,15})(?![\w-])")
_TITLES = frozenset(
    b"patient customer client dear hi hello mr mrs ms miss dr prof professor herr herrn frau user employee caller contact tell ask"
    b" pt kundin kunde kundin soy sono sou hola bonjour hallo cliente paciente mme mlle landlord applicant tenant guest passenger senor senora monsieur madame signor sir madam thanks cheers from".split()
)
_GREETINGS = frozenset(b"hi hey hello dear hallo hola bonjour ciao liebe lieber cher".split())
_SPEAKER = re.compile(
    rf"\[(?:\d{{4}}-\d\d-\d\d[ T])?\d\d?:\d\d(?::\d\d)?(?: [AP]M)?\] (?P<value>{_WORD}(?: {_WORD}){{0,2}}): ".encode()
)
_SPEAKS = 1.5
_GREETED = 0.8
_GREETED_UNKNOWN = 0.1
"""Log-odds of one word behind a greeting that is a given name, and of another one with a comma behind it."""
_BACK = re.compile(rb"(?:[A-Za-z\x80-\xff]|['-](?=[A-Za-z\x80-\xff]))+")
_IS_A_NOUN = re.compile(
    rb"(?:[ts]ion|ment|ness|ity|ology|ism|ics|ware|(?:al|ar|or|m)izer|ifier|[a-z]{6}ing|straat|laan|vej|gatan|gasse|stra(?:\xc3\x9f|ss)e|platz|allee|plein|gracht)s?\Z"
)  # nobody is called so
_WITHOUT_STROKES = str.maketrans("øłđıØŁĐ", "oldiold")  # these are no letters with accents to Unicode
_SPACE = 0x20
_FIRST = re.compile(_CAPITAL.encode())
_LEADS = byte_set(r"\xc3-\xc5")
_CAPITALS, _PARTICLES = byte_set(r"A-Z\xc3-\xc5"), b"dvltz"
_SMALL, _SECOND = byte_set(r"a-z\x80-\xff"), byte_set(r"a-z'.\x80-\xff")
_JOINS = byte_set(r"'\x80-\xff") | byte_set("-")
_LONGEST = 40
RULE = "name_in_text"
_QUOTES, _PUNCTUATION = b" '\"\\", (b".", b",", b":", b">", b"=")
_WORD_BACK = re.compile(rb"[\w\x80-\xff'.]+")
_WINDOW = 40
_KEY_BACK = re.compile(rb"\"\\{0,3} ?: ?\"\\{0,3}(?P<key>[\w.-]{1,48})\"")
_KEY_WORDS = re.compile(rb"[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_KEY = 64
_OBJECT = 200  # bytes of an object before and behind a value
_FIELDS = re.compile(rb"[\"']([A-Za-z_]{2,24})\\{0,3}[\"'] ?:")
_KIND = re.compile(rb"[\"'](?:type|kind|category|class)\\{0,3}[\"'] ?: ?\\{0,3}[\"']([A-Za-z]{3,20})")
_OF_PEOPLE = (
    b"email",
    b"mail",
    b"phone",
    b"mobile",
    b"birth",
    b"dob",
    b"age",
    b"gender",
    b"user",
    b"first",
    b"last",
    b"address",
)
_CUE_WEIGHT, _GIVEN_WEIGHT, _AFTER_WEIGHT, _KNOWN_WEIGHT, _THING_WEIGHT = 2.6, 2.5, 2.2, 4.0, -2.0
_BASE = -2.0
MOST = 2.1
"""Running text is never more than likely."""


class Cues:
    """Words that introduce a person: "my name is", "Kundin", "Best regards,". ``phrases`` in lower case."""

    def __init__(self, phrases: Iterable[bytes]) -> None:
        self._phrases = frozenset(phrases)
        self._lengths = sorted({len(phrase) for phrase in self._phrases})
        self._last_words = frozenset(phrase.split()[-1] for phrase in self._phrases)

    def ends_before(self, buffer: bytes, start: int) -> bool:
        """Return whether such words end before a place, with punctuation or a quotation mark between."""
        window = buffer[max(0, start - _WINDOW) : start].lower().rstrip(_QUOTES)
        if window[-1:] in _PUNCTUATION:
            window = window[:-1].rstrip()
        word = _WORD_BACK.match(window[::-1])
        if word is None or word[0][::-1].lstrip(b"'.") not in self._last_words:
            return False
        for length in self._lengths:
            if window[-length:] in self._phrases and not window[-length - 1 : -length].isalnum():
                return True
        return False


def name_places(text: bytes, tokens: Tokens) -> list[int]:
    """Return the places at which two or three words with capital letters may begin."""
    data, ends = tokens.data, tokens.ends
    capital = (tokens.first - np.uint8(0x41)) < 26
    following = np.zeros(len(capital), dtype=np.bool_)
    following[:-1] = capital[1:] | one_of(tokens.first[1:], _PARTICLES)
    spaced = np.flatnonzero(capital & (tokens.separators == _SPACE) & following)
    chosen = spaced[_SMALL[data[tokens.starts[spaced] + 1]] & _SECOND[data[ends[spaced] + 2]]]
    spaces, begins = ends[chosen], tokens.starts[chosen]
    is_cut = _JOINS[data[begins - 1]]  # the word began before this part of it
    if not tokens.is_ascii:
        others = without_doubles([spaces[is_cut], *_beyond_ascii(tokens)])
    else:
        others = spaces[is_cut]
    found = list(zip(spaces[~is_cut].tolist(), begins[~is_cut].tolist(), strict=True))
    if len(others):
        found = sorted({*found, *_walked_back(text, others.tolist())})
    places = []
    tried = -1
    for space, begin in found:
        if begin > tried:
            places.append(begin - PADDING)
            tried = space + 1
    return places


def _walked_back(text: bytes, spaces: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield (space, begin of the word before it) for words that other letters, hyphens and apostrophes cut into parts."""
    for padded in spaces:
        space = padded - PADDING
        letters = _BACK.match(text[max(0, space - _LONGEST) : space][::-1])
        if letters and _FIRST.match(text, space - letters.end()):
            yield padded, padded - letters.end()


def _beyond_ascii(tokens: Tokens) -> Iterator[NDArray[np.int64]]:
    """Yield the spaces between such words where a letter next to it, or in a word, is not ASCII: such letters cut words."""
    data, starts, ends = tokens.data, tokens.starts, tokens.ends
    letters = np.flatnonzero(data >= 0x80)
    if not len(starts):
        return
    yield letters[(data[letters + 1] == _SPACE) & _CAPITALS[data[letters + 2]]] + 1  # "José Brandt"
    spaces = letters[_LEADS[data[letters]] & (data[letters - 1] == _SPACE)] - 1
    words = np.minimum(np.searchsorted(ends, spaces), len(ends) - 1)
    begins = starts[words]
    yield spaces[(ends[words] == spaces) & (_CAPITALS[data[begins]] | (data[begins - 1] >= 0x80))]  # "Anna Öztürk"
    words = np.minimum(np.searchsorted(starts, letters + 1), len(starts) - 1)
    words = words[starts[words] == letters + 1]
    spaces = ends[words]
    yield spaces[(data[spaces] == _SPACE) & _CAPITALS[data[spaces + 1]]]  # "Günter Grass"


def name_at(
    buffer: bytes, position: int, book: Rulebook, known: set[bytes], cues: Cues, reasons: list[str] | None = None
) -> Span | None:
    """Return the name of a person that begins at ``position``, None where it is none."""
    found = _NAME.match(buffer, position)
    if found is None:
        return None
    start, end = found.span("value")
    given, stop = book.given_names, book.stop_words
    words = found["value"].lower().replace(b"-", b" ").split()
    if names_an_organisation(words, buffer, end, book):
        return None
    if len(words) == 2 and words[0] in _GREETINGS:
        return _greeted(buffer, end - len(words[1]), end, book, reasons)
    introduced = len(words) > 2 and words[0] in _TITLES
    if len(words) > 2 and (introduced or words[0] in stop):  # "Patient Anna Kern", "The Anna Kern"
        start += len(words[0]) + 1
        words.pop(0)
    while len(words) > 2 and words[-1] in stop:  # "Anna Kern Please"
        end -= len(words[-1]) + 1
        words.pop()
    if is_lookalike(words, book):
        return None
    first = words[0]
    if len(words) > 2 and not is_given_name(first, book):  # "Traveler Anna Kern"
        first = words[1]
    is_given = is_given_name(first, book)
    is_word = is_given and words[-1] in book.surnames  # "Walter Green" and "Virginia Beach" look the same
    if not can_be_names(words[:-1] if is_word else words, given, stop):
        return None
    evidence = (
        (is_given and not is_word) * _GIVEN_WEIGHT,
        (introduced or cues.ends_before(buffer, start)) * _CUE_WEIGHT,
        (_AFTER.match(buffer, end) is not None) * _AFTER_WEIGHT,
        (buffer[start:end].lower() in known) * _KNOWN_WEIGHT,
        _names_a_thing(buffer, found.start("value"), found.end("value"), book) * _THING_WEIGHT,
    )
    if reasons is not None:
        reasons += [sentence for weight, sentence in zip(evidence, _sentences(first), strict=True) if weight]
    return Span(start, end, "person", RULE, min(_BASE + sum(evidence), MOST))


def names_an_organisation(words: Sequence[bytes], buffer: bytes, end: int, book: Rulebook) -> bool:
    """Return whether words, or the one behind them, end a name such as "Anna Kern Holdings" or "Anna Kern GmbH"."""
    if not book.organisations.isdisjoint(words[1:]):
        return True
    following = _FOLLOWING.match(buffer, end)
    return following is not None and following["word"].lower() in book.organisations


def is_lookalike(words: Sequence[bytes], book: Rulebook) -> bool:
    """Return whether words in lower case begin with the name of a firm, a brand or a place that is written like one of a person."""
    return b" ".join(words[:2]) in book.lookalikes or b" ".join(words[:3]) in book.lookalikes


def stands_beside_things(buffer: bytes, start: int, end: int, book: Rulebook) -> bool:
    """Return whether fields of the same object, such as a price, say that a value is the name of a thing."""
    before = buffer[max(0, start - _OBJECT) : start].rpartition(b"\n")[2].rpartition(b"{")[2]
    after = buffer[end : end + _OBJECT].partition(b"\n")[0].partition(b"}")[0]
    names = {name.lower() for name in _FIELDS.findall(before) + _FIELDS.findall(after)}
    if any(name.startswith(_OF_PEOPLE) for name in names):
        return False
    if not book.beside_things.isdisjoint(names):
        return True
    kind = _KIND.search(before) or _KIND.search(after)
    return kind is not None and kind[1].lower() in book.things and kind[1].lower() != b"agent"  # there are human ones


def _names_a_thing(buffer: bytes, start: int, end: int, book: Rulebook) -> bool:
    """Return whether words are all of a field such as ``"dataset": "Iris Species"``."""
    if buffer[start - 1 : start] != b'"' or buffer[end : end + 1] not in b'"\\':
        return False
    key = _KEY_BACK.match(buffer[max(0, start - _LONGEST_KEY) : start][::-1])
    words = [word[0].lower() for word in _KEY_WORDS.finditer(key["key"][::-1])] if key else []
    if words[-1:] == [b"name"]:
        words.pop()
        if not words:
            return stands_beside_things(buffer, start, end, book)
    return bool(words) and words[-1] in book.things


def _sentences(first: bytes) -> tuple[str, str, str, str, str]:
    """Return what each piece of evidence for a name says. Made only when somebody asks: it takes as long as a name does."""
    return (
        translatable("{name} is a given name", name=first.decode(errors="replace").capitalize()),
        translatable("the words before introduce a person"),
        translatable("the words behind follow a person"),
        translatable("the same name stands in a field for names"),
        translatable("the field names a thing"),
    )


def _greeted(buffer: bytes, start: int, end: int, book: Rulebook, reasons: list[str] | None) -> Span | None:
    """Return the first name in "Hi Anna, thanks": a given name, or a word that means nothing else before a comma."""
    word = buffer[start:end].lower()
    is_given = is_given_name(word, book)
    if not is_given and (buffer[end : end + 1] != b"," or not can_be_names([word], book.given_names, book.stop_words)):
        return None
    if reasons is not None:
        reasons.append(translatable("the words before introduce a person"))
    return Span(start, end, "person", RULE, _GREETED if is_given else _GREETED_UNKNOWN)


def is_given_name(word: bytes, book: Rulebook) -> bool:
    """Return whether a word in lower case (of ASCII) is a given name, with or without its accents."""
    if word in book.given_names or word.isascii():
        return word in book.given_names
    text = word.decode("utf-8", "replace").translate(_WITHOUT_STROKES)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").lower() in book.given_names


def speakers(text: bytes, book: Rulebook) -> Iterator[Span]:
    """Yield who speaks in a chat: ``[10:02] Nathan: morning``. Other words there are levels and parts of programs."""
    for found in _SPEAKER.finditer(text):
        first = found["value"].lower().partition(b" ")[0]
        if is_given_name(first, book):
            yield Span(*found.span("value"), "person", RULE, _SPEAKS)


def can_be_names(words: Sequence[bytes], given: frozenset[bytes], stop: frozenset[bytes]) -> bool:
    """Return whether none of some words in lower case means something else; the first may, if it is a given name."""
    for index, word in enumerate(words):
        if word in stop and not (index == 0 and word in given):
            return False
        if _is_a_noun(word) and word not in given:
            return False
    return True


@lru_cache(8192)
def _is_a_noun(word: bytes) -> bool:
    return _IS_A_NOUN.search(word) is not None


def score_of_doubtful_name(score: float) -> float:
    """Return the score of a doubtful name that stands in a field, too."""
    return min(score + _KNOWN_WEIGHT, MOST)
