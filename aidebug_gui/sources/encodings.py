"""Text in other encodings than UTF-8: recognised by its bytes, turned into UTF-8 as it streams."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from aidebug_gui.sources.streams import Chunks
from aidebug_gui.translatable import translatable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\b\x07"))
_FEWEST_FOREIGN_WORDS = 3
_WESTERN = "cp1252"
_LEGACY = (_WESTERN, "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp932", "euc_jp", "gb18030", "big5", "cp949")
_GUESS_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Encoding:
    """``codec``: Python's name. ``guessed``: nothing in the file says so, the user should know."""

    codec: str
    guessed: bool = False

    @property
    def is_utf8(self) -> bool:
        return self.codec in ("utf-8", "utf-8-sig")

    @property
    def notice(self) -> str:
        return translatable("The text is not UTF-8; it was read as {codec}.", codec=self.codec) if self.guessed else ""


UTF8 = Encoding("utf-8")


def encoding_of(sample: bytes) -> Encoding:
    """Return the encoding of text that begins like ``sample``. A few broken bytes do not make it foreign."""
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return Encoding(codec)
    if wide := _utf16_without_mark(sample):
        return Encoding(wide)
    if sample.isascii() or sample.translate(None, _CONTROL) != sample:
        return UTF8
    foreign = _HIGH_BYTES.findall(_UTF8_CHARACTER.sub(b"", sample))
    in_utf8 = sum(map(len, _UTF8_CHARACTER.findall(sample)))
    if len(foreign) < _FEWEST_FOREIGN_WORDS or in_utf8 > sum(map(len, foreign)):
        return UTF8
    return _guess(sample)


def _utf16_without_mark(sample: bytes) -> str:
    """Return the codec of UTF-16 text without a mark: mostly ASCII, so every second byte is zero."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.02:
        return "utf-16-le"
    if even > pairs * 0.6 and odd < pairs * 0.02:
        return "utf-16-be"
    return ""


def _guess(sample: bytes) -> Encoding:
    """Guess from the lines that are not ASCII; Western European where nothing speaks for another."""
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    lines = [line for line in sample.splitlines(keepends=True) if not line.isascii()]
    found = list(from_bytes(b"".join(lines)[:_GUESS_BYTES], cp_isolation=list(_LEGACY)))
    western = not found or _WESTERN in found[0].could_be_from_charset
    return Encoding(_WESTERN if western else found[0].encoding, guessed=True)


def as_utf8(chunks: Chunks, encoding: Encoding) -> Chunks:
    """Yield the chunks as UTF-8; what cannot be decoded becomes U+FFFD. A mark at the beginning goes."""
    if encoding.codec == "utf-8":
        yield from chunks
        return
    if encoding.codec == "utf-8-sig":
        first = next(chunks, b"")
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding.codec)(errors="replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")
