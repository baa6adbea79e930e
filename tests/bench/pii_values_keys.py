"""Values for the eighth set of templates: letters that keys of vendors are drawn from, and passwords as people choose them."""

from __future__ import annotations

import base64
import random
import string

from tests.bench.pii_values_world import WorldValues

_LETTERS = {
    "upper": string.ascii_uppercase + string.digits,
    "letters": string.ascii_letters,
    "bighex": "0123456789ABCDEF",
    "url64": string.ascii_letters + string.digits + "-_",
    "base64": string.ascii_letters + string.digits + "+/",
    "base32": string.ascii_uppercase + "234567",
}
_WORDS = "Kestrel granite Lemur octopus Violet harvest Tundra bishop Maple cobalt Falcon pepper Orchid walnut"


class KeyValues(WorldValues):
    """Draws ``<upper_12>`` and others of a length, and what is chosen or encoded by hand."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._chance = random.Random(seed + 8)

    def draw(self, name: str) -> str:
        """Return a value. Raises KeyError for a name that is not known."""
        head, _, length = name.rpartition("_")
        if head in _LETTERS and length.isdigit():
            return "".join(self._chance.choices(_LETTERS[head], k=int(length)))
        return super().draw(name)

    def _make_chosen(self) -> str:
        """Return a password with a word, digits and a sign, as people choose them."""
        words = _WORDS.split()
        word, number, sign = (
            self._chance.choice(words),
            self._chance.randint(12, 9899),
            self._chance.choice("!#$%*?.-_"),
        )
        other = self._chance.choice(words).lower()
        return self._chance.choice(
            [
                f"{word}{number}{sign}",
                f"{word}{sign}{other}{number}",
                f"{number}{sign}{word}{other[:3]}",
                f"{word}_{other}_{number}",
            ]
        )

    def _make_strong(self) -> str:
        """Return a password as a manager of passwords draws it, without what URLs and shells would need to escape."""
        return "".join(
            self._chance.choices(string.ascii_letters + string.digits + "-_.!*", k=self._chance.randint(14, 22))
        )

    def _make_pair(self) -> str:
        """Return a login and a password as the header of basic authentication encodes them."""
        return base64.b64encode(f"{self.draw('login')}:{self.draw('strong')}".encode()).decode()
