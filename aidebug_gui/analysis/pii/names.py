"""Names of people in running text: two or three words with capitals, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.finder import one_of
from aidebug_gui.analysis.pii.model import Span
from aidebug_gui.analysis.pii.sought import byte_set
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens

_EVEN = "".join(rf"\x{byte:02x}" for byte in range(0x80, 0xB8, 2))
_CAPITAL = (  # of Latin-1 and of Latin Extended-A, whose capital letters are every second one
    rf"(?:[A-Z]|\xc3[\x80-\x9e]|\xc4[{_EVEN}\xb9\xbb\xbd\xbf]|\xc5[\x81\x83\x85\x87{_EVEN[20:]}\xb8\xb9\xbb\xbd])"
)
_WORD = rf"{_CAPITAL}(?:[a-z]|[\x80-\xff])+(?:['-]{_CAPITAL}[a-z\x80-\xff]+)?"
_NAME = re.compile(
    rf"(?<![\w/.@-])(?P<value>{_WORD} (?:[A-Z]\. )?(?:(?:de|da|do|dos|van|von|den|der|la|del|di|ten|ter|zu) ){{0,2}}(?:O'|Mc|Mac|De|Di|D')?{_WORD}(?: {_WORD})?)(?![\w@/]|\.\w)".encode()
)
_CUE = re.compile(
    rb"(?:\b(?:name is|name's|named|called|i am|i['\x80-\xff]+m|this is|it's|dear|mr|mrs|ms|miss|dr|prof|herrn?|frau|sra?|mme|mlle|sig"
    rb"|customer|patient(?:in)?|pt|client|employee|caller|applicant|tenant|landlord|user|guest|passenger|driver|recipient|consignee"
    rb"|beneficiary|policyholder|witness|neighbou?r|letter (?:to|for)|email to|message to|write to|reference for|name of|behalf of"
    rb"|kund(?:e|in)|bewohner(?:in)?|cliente|paciente|paziente|klient(?:ka)?|pacjent(?:ka)?|m\xc3\xbc\xc5\x9fteri"
    rb"|je m'appelle|je suis|ich hei\xc3\x9fe|ich bin|name ist|me llamo|mi nombre es|soy|mi chiamo|sono|meu nome \xc3\xa9|me chamo"
    rb"|eu sou|naam is|ik ben|nazywam si\xc4\x99|jestem|ad\xc4\xb1m|jmenuji se|jag heter|jeg heter|jeg hedder|nimeni on"
    rb"|(?:kind |best |warm )?regards|sincerely|gr\xc3\xbc\xc3\x9fe|saludos|cordialement|thanks|cheers|signed(?: by)?|belongs to|contact"
    rb"|assigned to|approved by|written by|reported by|requested by|sent by|prescribed by|cc|attn|name|from|tell|ask|meet(?:ing)? with"
    rb"|spoke (?:to|with)|told|my (?:wife|husband|son|daughter|boss|doctor|colleague|friend|manager|brother|sister|mother|father)"
    rb"|tomorrow|yes,|keyerror:)[.,:>=]? ?['\"]?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rb"['\"\\]{0,3},? ?(?:[(<][\w.+-]+@|who |lives |,? ?\(?(?:dob|d\.o\.b|born|geb\.|geboren|n\xc3\xa9e?)\b|\((?:phone|tel|age)|,? ?(?:tel|mob|phone)\b"
    rb"|from our |asked |said |called |wrote |reports |wants |complain|is my |'s (?:account|address|phone|email|order|card|record))",
    re.IGNORECASE,
)
_TITLES = frozenset(
    b"patient customer client dear hi hello mr mrs ms miss dr prof professor herr frau user employee caller contact tell ask"
    b" pt kundin kunde kundin soy sono sou hola bonjour hallo cliente paciente mme mlle landlord applicant tenant guest passenger senor senora monsieur madame signor sir madam thanks cheers from".split()
)
_BACK = re.compile(rb"(?:[A-Za-z\x80-\xff]|['-](?=[A-Za-z\x80-\xff]))+")
_SPACE = 0x20
_FIRST = re.compile(_CAPITAL.encode())
_LEADS = byte_set(r"\xc3-\xc5")
_CAPITALS, _PARTICLES = byte_set(r"A-Z\xc3-\xc5"), b"dvltz"
_SMALL, _SECOND = byte_set(r"a-z\x80-\xff"), byte_set(r"a-z'.\x80-\xff")
_LONGEST = 40
RULE = "name_in_text"
_WINDOW = 40
_CUE_WEIGHT, _GIVEN_WEIGHT, _AFTER_WEIGHT, _KNOWN_WEIGHT = 2.6, 2.5, 2.2, 4.0
_BASE = -2.0
_MOST = 2.1  # running text is never more than likely


def name_places(text: bytes, tokens: Tokens) -> list[int]:
    """Return the places at which two or three words with capital letters may begin."""
    data, ends = tokens.data, tokens.ends
    capital = (tokens.first - np.uint8(0x41)) < 26
    following = np.zeros(len(capital), dtype=np.bool_)
    following[:-1] = capital[1:] | one_of(tokens.first[1:], _PARTICLES)
    spaced = np.flatnonzero(capital & (tokens.separators == _SPACE) & following)
    chosen = spaced[_SMALL[data[tokens.starts[spaced] + 1]] & _SECOND[data[ends[spaced] + 2]]]
    spaces = ends[chosen]
    if not tokens.is_ascii:
        spaces = np.unique(np.concatenate([spaces, *_beyond_ascii(tokens)]))
    places = []
    tried = -1
    for space in spaces.tolist():
        letters = _BACK.match(text[max(0, space - PADDING - _LONGEST) : space - PADDING][::-1])
        begin = space - PADDING - (letters.end() if letters else 0)
        if tried < begin < space - PADDING and _FIRST.match(text, begin):
            places.append(begin)
            tried = space - PADDING + 1
    return places


def _beyond_ascii(tokens: Tokens) -> Iterator[NDArray[np.int64]]:
    """Yield the spaces between such words where a letter next to it, or in a word, is not ASCII: such letters cut words."""
    data = tokens.data
    starts, ends = tokens.starts, tokens.ends
    after = starts[_CAPITALS[tokens.first]]
    after = after[data[after - 1] == _SPACE]
    yield after[data[after - 2] >= 0x80] - 1  # "José Brandt"
    spaced = tokens.behind == _SPACE
    begins, spaces = starts[spaced], ends[spaced]
    following = data[spaces + 1]
    yield spaces[_LEADS[following] & (_CAPITALS[data[begins]] | (data[begins - 1] >= 0x80))]  # "Anna Öztürk"
    yield spaces[(data[begins - 1] >= 0x80) & _CAPITALS[following]]  # "Günter Grass"


def name_at(
    buffer: bytes,
    position: int,
    given: frozenset[bytes],
    stop: frozenset[bytes],
    known: set[bytes],
    reasons: list[str] | None = None,
) -> Span | None:
    """Return the name of a person that begins at ``position``, None where it is none."""
    found = _NAME.match(buffer, position)
    if found is None:
        return None
    start, end = found.span("value")
    words = found["value"].replace(b"-", b" ").split()
    introduced = len(words) > 2 and words[0].lower() in _TITLES
    if len(words) > 2 and (introduced or words[0].lower() in stop):  # "Patient Anna Kern", "The Anna Kern"
        start += len(words[0]) + 1
        words.pop(0)
    while len(words) > 2 and words[-1].lower() in stop:  # "Anna Kern Please"
        end -= len(words[-1]) + 1
        words.pop()
    if any(word.lower() in stop and not (index == 0 and word.lower() in given) for index, word in enumerate(words)):
        return None
    score = _BASE
    if words[0].lower() in given:
        score += _GIVEN_WEIGHT
        _say(reasons, f"{words[0].decode()} is a given name")
    if introduced or _CUE.search(buffer[max(0, start - _WINDOW) : start]):
        score += _CUE_WEIGHT
        _say(reasons, "the words before introduce a person")
    if _AFTER.match(buffer, end):
        score += _AFTER_WEIGHT
        _say(reasons, "the words behind follow a person")
    if buffer[start:end].lower() in known:
        score += _KNOWN_WEIGHT
        _say(reasons, "the same name stands in a field for names")
    return Span(start, end, "person", RULE, min(score, _MOST))


def known_after_all(score: float) -> float:
    """Return the score of a doubtful name that stands in a field, too."""
    return min(score + _KNOWN_WEIGHT, _MOST)


def _say(reasons: list[str] | None, text: str) -> None:
    if reasons is not None:
        reasons.append(text)
