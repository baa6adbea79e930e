"""Numbers under each other, their points in one line. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

SIGNIFICANT_DIGITS = 6  # as many as ``number_text`` writes
LEAST_DECIMALS = 2
MAX_DECIMALS = 7


def aligned(numbers: Sequence[str]) -> list[str]:
    """Return numbers with as many decimals as the one that has the most, so that their points stand in one line.

    None get more than the largest number has in its six significant digits: 146.757 beside 2.4145 has no 146.7570.
    What has no decimals of its own (1.5e-07, NaN) gets their room, but makes the column no wider.
    """
    wholes = (number.lstrip("-").partition(".")[0] for number in numbers)
    digits = max((len(whole) for whole in wholes if whole.isdigit()), default=0)
    limit = max(LEAST_DECIMALS, SIGNIFICANT_DIGITS - digits)
    numbers = [_rounded(number, limit) for number in numbers]
    most, widest = max(map(_decimals_of, numbers), default=0), max(map(len, numbers), default=0)
    return [_with_decimals(number, most, widest) if number and most else number for number in numbers]


def _rounded(number: str, decimals: int) -> str:
    """Return a number with so many decimals at most, a small one with more: it keeps three digits that count."""
    whole, _, fraction = number.partition(".")
    if len(fraction) <= decimals or "e" in fraction:
        return number
    if whole.lstrip("-") == "0":
        decimals = max(decimals, len(fraction) - len(fraction.lstrip("0")) + 3)
    return number if len(fraction) <= decimals else f"{float(number):.{decimals}f}"


def _with_decimals(number: str, decimals: int, widest: int) -> str:
    missing = decimals - _decimals_of(number)
    digits = number.lstrip("-").replace(".", "", 1)
    if digits.isdigit() and len(digits.lstrip("0")) >= SIGNIFICANT_DIGITS:
        return number + " " * missing  # it may be rounded: nobody knows what follows
    if missing <= 0 or not digits.isdigit():
        return number + " " * min(missing, widest - len(number))
    return number + ("0" * missing if "." in number else "." + "0" * (missing - 1))


def _decimals_of(number: str) -> int:
    """Return how many characters of a number stand from its decimal point on."""
    point = number.find(".")
    return 0 if point < 0 or "e" in number else min(MAX_DECIMALS, len(number) - point)
