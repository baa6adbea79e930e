"""How values are written for people: times, levels, numbers, counts, sizes."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.ui.shown_zone import shown_zone

NS = 1_000_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CONTROLS = {code: 0x2400 + code for code in range(32)} | {127: 0x2421, 0x2028: 0x21B5, 0x2029: 0x21B5}
# Characters that reorder text could make a row read as something else.
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)


def time_parts(time_ns: int) -> tuple[str, str]:
    """Return (date, time of day) in the zone shown; the time has 3, 6 or 9 decimals, as many as it needs."""
    seconds, fraction = divmod(shown_zone().clock_ns(time_ns), NS)
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return "", str(time_ns)
    if fraction % 1_000_000 == 0:
        decimals = f"{fraction // 1_000_000:03d}"
    elif fraction % 1000 == 0:
        decimals = f"{fraction // 1000:06d}"
    else:
        decimals = f"{fraction:09d}"
    day, clock = moment.isoformat(sep=" ").split(" ")[:2]  # strftime imports a module each time, which costs with Qt
    return day, f"{clock[:8]}.{decimals}"


def time_text(time_ns: int) -> str:
    """Return date and time of day in the zone shown."""
    return " ".join(time_parts(time_ns)).strip()


def second_text(time_ns: int, *, dated: bool) -> str:
    """Return the time of day to the second in the zone shown, behind its date if that is wanted."""
    day, clock = time_parts(time_ns)
    return f"{day} {clock[:8]}" if dated else clock[:8]


def level_name(level: int) -> str:
    """Return the name of a level in capitals, its number where it has none, empty where unknown."""
    if level == Level.UNKNOWN:
        return ""
    try:
        return Level(level).name
    except ValueError:
        return str(level)


def number_text(value: float) -> str:
    """Return a number as short as it can be without lying: up to 6 significant digits behind the point."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else "-∞")
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.6g}" if abs(value) < 1e6 else f"{value:.3f}"


_signs: dict[int, str] = {}


def use_separators(group: str, point: str) -> None:
    """Write counts and sizes with these signs from now on. Values of a log stay as the log writes them."""
    _signs.clear()
    if (group or ",", point or ".") != (",", "."):
        _signs.update({ord(","): group or ",", ord("."): point or "."})


def count_text(value: int) -> str:
    """Return a count with thousands separators."""
    return local_number(f"{value:,}")


def local_number(text: str) -> str:
    """Return a number that is written as in English ("1,234.5") with the signs of the language."""
    return text.translate(_signs) if _signs else text


def short_count(value: int) -> str:
    """Return a count in at most five characters: 999, 31k, 4.2M."""
    for limit, unit in ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")):
        if value >= limit:
            scaled = value / limit
            return f"{scaled:.0f}{unit}" if scaled >= 10 else local_number(f"{scaled:.1f}".removesuffix(".0")) + unit
    return str(value)


def size_text(size_bytes: int) -> str:
    """Return a size in bytes, kB, MB or GB."""
    if size_bytes < 1000:
        return f"{size_bytes} bytes"
    value = float(size_bytes)
    unit = "bytes"
    for unit in ("kB", "MB", "GB", "TB"):  # noqa: B007 - the unit it stops at is used
        value /= 1000
        if value < 1000:
            break
    return f"{local_number(f'{value:.1f}')} {unit}"


def cell_text(value: object, kind: Kind) -> str:
    """Return the text of a table cell; control characters become visible signs."""
    if value is None:
        return ""
    if kind is Kind.TIME and isinstance(value, int):
        return time_text(value)
    if kind is Kind.LEVEL and isinstance(value, int):
        return level_name(value)
    if isinstance(value, float):
        return number_text(value)
    return visible(value) if isinstance(value, str) else visible(str(value))


def visible(text: str) -> str:
    """Return text on one line with control and text-direction characters as visible signs."""
    return text if text.isascii() and text.isprintable() else text.translate(_CONTROLS)


def tooltip_text(text: str) -> str:
    """Return text for a tooltip; a zero-width space behind "<" keeps Qt from taking what comes from outside for HTML."""
    return "\n".join(visible(line) for line in text.split("\n")).replace("<", "<\u200b")


def percent(part: int, whole: int) -> str:
    """Return a share as whole percent; small ones as "<1 %", so that nothing seems absent that is there."""
    if whole <= 0 or part <= 0:
        return "0 %"
    share = 100 * part / whole
    if share < 1:
        return "<1 %"
    return f"{min(99, int(share)) if part < whole else 100} %"
