"""Long texts in several lines of a cell. All rows have the same number of lines, so that a page is all there is to paint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Fit = Callable[[str, int], tuple[str, int]]
"""Returns a text cut to a width with an ellipsis, and its width."""


def wrapped(text: str, rooms: Sequence[int], fit: Fit) -> list[tuple[int, str]]:
    """Return the lines of a text: where each begins, and what stands in it; the last one may end with an ellipsis.

    Lines end between words, or within one that would leave more than half of the line empty.

    Args:
        text: One line, however long.
        rooms: The width of each line, as many as there may be.
        fit: Cuts a text to a width.
    """
    lines: list[tuple[int, str]] = []
    begin = 0
    for room in rooms:
        rest = text[begin:]
        fitted, _ = fit(rest, room)
        if fitted == rest or len(lines) == len(rooms) - 1:
            return [*lines, (begin, fitted)]
        most = max(1, len(fitted))
        if fit(rest[:most], room)[0] != rest[:most]:  # the ellipsis is narrower than what it stands for
            most = max(1, most - 1)
        end = rest.rfind(" ", most // 2, most + 1)
        end = end if end > 0 else most
        lines.append((begin, rest[:end]))
        begin += end + (rest[end : end + 1] == " ")
        if begin >= len(text):
            break
    return lines
