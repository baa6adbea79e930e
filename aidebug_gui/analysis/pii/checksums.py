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


_TWO_DIGITS = {ord(letter): str(number) for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10)}


def iban_remainder(text: bytes) -> int:
    """Return the remainder of an IBAN by 97, which is 1 for a good one; 0 where it has other characters."""
    if not text.isalnum():
        return 0
    return int((text[4:] + text[:4]).decode("ascii").upper().translate(_TWO_DIGITS)) % 97


def weighted(digits: bytes, weights: Sequence[int]) -> int:
    """Return the sum of digits times weights."""
    return sum((character - 0x30) * weight for character, weight in zip(digits, weights, strict=False))


_VIN_VALUES = bytes.maketrans(b"ABCDEFGHJKLMNPRSTUVWXYZ", b"12345678123457923456789")
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin_check_digit(vin: bytes) -> bool:
    """Return whether the ninth of 17 capital letters and digits is the check digit of ISO 3779 (49 CFR 565)."""
    return b"0123456789X"[weighted(vin.translate(_VIN_VALUES), _VIN_WEIGHTS) % 11] == vin[8]


def eip55(digits: bytes) -> bool:
    """Return whether the capital letters of 40 hexadecimal digits are those that their hash asks for (EIP-55)."""
    hashed = keccak_256(digits.lower()).hex()
    return all(
        character.isdigit() or character.isupper() == (int(nibble, 16) >= 8)
        for character, nibble in zip(digits.decode("ascii", "replace"), hashed, strict=False)
    )


_KECCAK_ROUNDS = 24
_MASK = (1 << 64) - 1


def keccak_256(data: bytes) -> bytes:
    """Return the hash that Ethereum uses: Keccak before it became SHA-3 (FIPS 202 with 0x01 as the padding)."""
    rate = 136
    padded = bytearray(data + b"\x01" + b"\0" * (-(len(data) + 1) % rate))
    padded[-1] |= 0x80
    lanes = [[0] * 5 for _ in range(5)]
    for begin in range(0, len(padded), rate):
        for at in range(rate // 8):
            lanes[at % 5][at // 5] ^= int.from_bytes(padded[begin + 8 * at : begin + 8 * at + 8], "little")
        _keccak_f(lanes)
    return b"".join(lanes[at % 5][at // 5].to_bytes(8, "little") for at in range(4))


def _keccak_f(lanes: list[list[int]]) -> None:
    register = 1
    for _ in range(_KECCAK_ROUNDS):
        columns = [lane[0] ^ lane[1] ^ lane[2] ^ lane[3] ^ lane[4] for lane in lanes]
        for x in range(5):
            change = columns[x - 1] ^ _turned(columns[(x + 1) % 5], 1)
            for y in range(5):
                lanes[x][y] ^= change
        x, y, current = 1, 0, lanes[1][0]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, lanes[x][y] = lanes[x][y], _turned(current, (step + 1) * (step + 2) // 2)
        for y in range(5):
            row = [lanes[x][y] for x in range(5)]
            for x in range(5):
                lanes[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5])
        for bit in range(7):
            register = (register << 1 ^ (register >> 7) * 0x71) % 256
            if register & 2:
                lanes[0][0] ^= 1 << ((1 << bit) - 1)


def _turned(value: int, places: int) -> int:
    places %= 64
    return (value >> (64 - places) | value << places) & _MASK
