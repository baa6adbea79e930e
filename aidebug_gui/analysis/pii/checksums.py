"""Check digits over ASCII digits: Luhn, Verhoeff, mod 97, weighted sums."""

from __future__ import annotations

from collections.abc import Sequence

_NOT_DIGITS = bytes(character for character in range(256) if not 0x30 <= character <= 0x39)
_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")
_VERHOEFF_PRODUCT = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_VERHOEFF_TURN = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def digits_of(value: bytes) -> bytes:
    """Return only the ASCII digits of a value."""
    return value.translate(None, _NOT_DIGITS)


def luhn(digits: bytes) -> bool:
    total = sum(digits[-1::-2]) + sum(digits[-2::-2].translate(_DOUBLED)) - 0x30 * len(digits)
    return total % 10 == 0 and len(digits) > 1


def _verhoeff_permutations() -> list[list[int]]:
    rows = [list(range(10))]
    for _ in range(7):
        rows.append([_VERHOEFF_TURN[digit] for digit in rows[-1]])
    return rows


_VERHOEFF_PERMUTATION = _verhoeff_permutations()


def verhoeff(digits: bytes) -> bool:
    check = 0
    for position, character in enumerate(reversed(digits)):
        check = _VERHOEFF_PRODUCT[check][_VERHOEFF_PERMUTATION[position % 8][character - 0x30]]
    return check == 0 and len(digits) > 1


def iban_remainder(text: bytes) -> int:
    """Return the remainder of an IBAN by 97, which is 1 for a good one; 0 where it has other characters."""
    try:
        return int("".join(str(int(chr(character), 36)) for character in text[4:] + text[:4])) % 97
    except ValueError:
        return 0


def weighted(digits: bytes, weights: Sequence[int]) -> int:
    """Return the sum of digits times weights."""
    return sum((character - 0x30) * weight for character, weight in zip(digits, weights, strict=False))
