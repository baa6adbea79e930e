"""Rows of word numbers that become templates: which words vary, learnt from all rows at once.

A row without one of its words has a hash (a subtraction from the row's hash). Rows that are equal but for that word
share it, and where enough different words stand in one place, the place is a variable.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.words import LONGEST, Flags, WordFlags

Ints = NDArray[np.int64]
_Hashes = NDArray[np.uint64]

_ROUNDS = 6
_TURNS = 2  # values that are known from one message may tell those of others
_MANY = 6  # so many different words in one place are values
_VERY_MANY = 12  # so many are values where one word is left to say what they are of
_FEW = 3  # so many are values if the words stand nowhere else and are no states
_FEW_MORE = 2  # so many are values where numbers stand too
_MASKS = 400  # sets of places that vary, the commonest, whose templates take rows that fit
_LEAST_FIXED = 2  # words that a row keeps when others of it vary because it then equals another


@dataclass(frozen=True, slots=True)
class _Places:
    """Words that could be values: where they are (``at``), their rows, and the set of rows equal but for the word."""

    at: Ints
    owner: Ints
    peers: Ints  # number of the set
    size: Ints  # of each set: as many different words, since rows differ
    with_variable: _Hashes  # hash of the row if the word varied


class TemplateRows:
    """Rows of word numbers, flat; 0 is a word that varies."""

    def __init__(self, flat: Ints, lengths: Ints, words: WordFlags) -> None:
        weights = np.random.default_rng(7).integers(1, 2**63, (2, max(len(words.keys), LONGEST + 2)), dtype=np.uint64)
        self._word_hash, self._place_weight = weights[0] | np.uint64(1), weights[1] | np.uint64(1)
        self._words = words
        self.lengths = lengths
        self._flat = np.where(words.vary[flat], 0, flat)
        self._learnt = np.zeros(len(flat), dtype=np.bool_)  # where many words stood: a value that is a word
        self._collapse_runs()
        self._values = np.zeros(len(words.keys), dtype=np.bool_)  # words that stood where many did

    def generalised(self, messages: int) -> Ints:
        """Find what varies, in some rounds. Returns the row of each message; at first each message has its own."""
        group = np.arange(messages)
        for _ in range(_TURNS):
            for _ in range(_ROUNDS):
                group = self._merge_equal(group)
                if not self._generalise():
                    break
            group = self._merge_equal(group)
            if not self._vary_known_values():
                break
        group = self._merge_equal(group)
        if self._vary_units():
            group = self._merge_equal(group)
        return group

    def beginnings(self, chosen: Ints, length: int) -> TemplateRows:
        """Return the first words of some rows, which must be longer."""
        at = self._starts()[chosen][:, np.newaxis] + np.arange(length)
        return TemplateRows(self._flat[at].reshape(-1), np.full(len(chosen), length), self._words)

    def word_at(self, chosen: Ints, place: int) -> Ints:
        return self._flat[self._starts()[chosen] + place]

    def row(self, number: int) -> list[int]:
        begin = int(self.lengths[:number].sum())
        return [int(word) for word in self._flat[begin : begin + int(self.lengths[number])]]

    def rows(self) -> list[list[int]]:
        flat, ends = self._flat.tolist(), np.cumsum(self.lengths).tolist()
        return [flat[end - length : end] for end, length in zip(ends, self.lengths.tolist(), strict=True)]

    def open_places(self) -> list[tuple[int, ...]]:
        """Return for each row the places in which any word may stand."""
        found: list[list[int]] = [[] for _ in self.lengths]
        owners, at = self._owners()[self._learnt], np.flatnonzero(self._learnt)
        for row, place in zip(owners.tolist(), (at - self._starts()[owners]).tolist(), strict=True):
            found[row].append(place)
        return [tuple(places) for places in found]

    def _merge_equal(self, group: Ints) -> Ints:
        """Keep one of each set of equal rows; ``group`` (message -> row) follows."""
        _, hashes = self._contributions(self._flat, self.lengths)
        _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
        keep = np.repeat(np.isin(np.arange(len(self.lengths)), first), self.lengths)
        order = np.argsort(first)
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        self._flat, self._learnt = self._flat[keep], self._learnt[keep]
        self.lengths = self.lengths[np.sort(first)]
        merged: Ints = rank[inverse.reshape(-1)][group]
        return merged

    def _generalise(self) -> bool:
        """Make those places variable where many words stand; False if there is none. Rows must differ."""
        places = self._places()
        if places is None:
            return False
        fixed_words = np.bincount(self._owners(), self._flat != 0, minlength=len(self.lengths))[places.owner]
        size = np.where(self._is_variable(places)[places.peers], places.size[places.peers], 0)
        size[(size < _VERY_MANY) & (fixed_words <= _LEAST_FIXED)] = 0
        best = np.zeros(len(self.lengths), dtype=np.int64)
        np.maximum.at(best, places.owner, size)
        chosen = (size > 0) & (size == best[places.owner])
        if not chosen.any():
            return False
        self._values[self._flat[places.at[chosen & (size >= _MANY)]]] = True
        self._vary(places.at[chosen])
        return True

    def _vary_known_values(self) -> bool:
        """Make words that are values elsewhere variable in rows that become equal by it; False if there is none."""
        return self._vary_where_equal((self._values & ~self._words.keys)[self._flat])

    def _vary_units(self) -> bool:
        """Count the unit behind a value as part of it (3 s, 20 ms) in rows that become equal by it; False if none."""
        behind = np.zeros(len(self._flat), dtype=np.bool_)
        behind[1:] = self._flat[:-1] == 0
        behind[self._starts()[self.lengths > 0]] = False
        return self._vary_where_equal(behind & self._words.units[self._flat])

    def absorbed(self) -> Ints:
        """Return for each row the row whose template it fits: the same words but for places that are known to vary.

        A template that ends with words that vary takes rows with more words there too.
        """
        starts = self._starts()
        share, _ = self._contributions(self._flat, self.lengths)
        sums = np.concatenate(([np.uint64(0)], np.cumsum(share, dtype=np.uint64)))
        target = np.arange(len(self.lengths))
        for places, members in self._masks(starts):
            length, last = int(self.lengths[members[0]]), places[-1]
            open_end = last == length - 1
            rows = np.flatnonzero(self.lengths >= length if open_end else self.lengths == length)
            begin = starts[rows]
            rest = sums[begin + (last if open_end else length)] - sums[begin]
            for place in places[:-1] if open_end else places:
                rest -= share[begin + place]
            wanted = rest[np.searchsorted(rows, members)]
            order = np.argsort(wanted, kind="stable")
            at = np.minimum(np.searchsorted(wanted[order], rest), len(members) - 1)
            fits = (wanted[order][at] == rest) & (target[rows] == rows)
            target[rows[fits]] = members[order][at[fits]]
        while not np.array_equal(target, target[target]):
            target = target[target]
        return target

    def _starts(self) -> Ints:
        starts: Ints = np.cumsum(self.lengths) - self.lengths
        return starts

    def _owners(self) -> Ints:
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    def _contributions(self, flat: Ints, lengths: Ints) -> tuple[_Hashes, _Hashes]:
        """Return each word's share of its row's hash, and the hash of every row."""
        ends = np.cumsum(lengths)
        place = np.arange(len(flat)) - np.repeat(ends - lengths, lengths)
        share = self._word_hash[flat] * self._place_weight[place]
        sums = np.concatenate(([np.uint64(0)], np.cumsum(share, dtype=np.uint64)))
        return share, sums[ends] - sums[ends - lengths] + lengths.astype(np.uint64) * self._word_hash[0]

    def _places(self) -> _Places | None:
        fixed = self._flat != 0
        owners = self._owners()
        fixed_words = np.bincount(owners, fixed, minlength=len(self.lengths))
        at = np.flatnonzero(fixed & (fixed_words[owners] >= _LEAST_FIXED))
        if not len(at):
            return None
        share, hashes = self._contributions(self._flat, self.lengths)
        weight = self._place_weight[at - self._starts()[owners[at]]]
        row = hashes[owners[at]]
        _, peers, size = np.unique(row - share[at] + weight, return_inverse=True, return_counts=True)
        with_variable = row - share[at] + self._word_hash[0] * weight
        return _Places(at, owners[at], peers.reshape(-1), size, with_variable)

    def _is_variable(self, places: _Places) -> Flags:
        """Tell for each set of rows that are equal but for a word whether the word is a value."""
        variable: Flags = places.size >= _MANY
        some = np.flatnonzero(((places.size >= _FEW_MORE) & ~variable)[places.peers])
        if not len(some):
            return variable
        peers, words = places.peers[some], self._flat[places.at[some]]
        sets = len(places.size)
        _, hashes = self._contributions(self._flat, self.lengths)
        beside_numbers = np.bincount(peers, np.isin(places.with_variable[some], hashes), sets) > 0
        keys = np.bincount(peers, self._words.keys[words], sets) > 0
        states = 2 * np.bincount(peers, self._words.states[words], sets) > places.size
        only_here = np.bincount(peers, ~self._stands_elsewhere(places, some), sets) >= _FEW
        variable |= (only_here & ~states & ~keys) | (beside_numbers & ~keys)
        return variable

    def _stands_elsewhere(self, places: _Places, some: Ints) -> Flags:
        """Tell which words have a meaning of their own: they stand in other rows too, not among such words as here.

        Names of users do stand elsewhere, but again some in one place; that counts where the message is of another
        length. In ``pod start``, ``pod stop``, ``job start``, ``job stop`` nothing tells what is a value.
        """
        several = np.flatnonzero(places.size[places.peers] >= _FEW)
        total = np.bincount(self._flat)
        among_such = np.bincount(self._flat[places.at[several]], minlength=len(total))
        keys = self._flat[places.at] * (LONGEST + 1) + self.lengths[places.owner]
        kinds, number = np.unique(keys[several], return_counts=True)
        kind = np.minimum(np.searchsorted(kinds, keys[some]), max(0, len(kinds) - 1))
        words = self._flat[places.at[some]]
        same_length = np.where(kinds[kind] == keys[some], number[kind], 0) if len(kinds) else np.zeros(len(some))
        stands: Flags = (total[words] - 1 - (among_such[words] - same_length) > 0) & ~self._values[words]
        return stands

    def _vary_where_equal(self, loose: Flags) -> bool:
        """Make the words that are ``loose`` variable in those rows that then equal another row; False if none is."""
        if not loose.any():
            return False
        owners = self._owners()
        fixed = np.bincount(owners, (self._flat != 0) & ~loose, minlength=len(self.lengths))
        flat = np.where(loose, 0, self._flat)
        kept = _without_runs(flat, owners)
        lengths = np.bincount(owners[kept], minlength=len(self.lengths))
        _, hashes = self._contributions(flat[kept], lengths)
        _, inverse, sizes = np.unique(hashes, return_inverse=True, return_counts=True)
        equal = (sizes[inverse.reshape(-1)] > 1) & (fixed >= _LEAST_FIXED)
        at = np.flatnonzero(loose & equal[owners])
        self._vary(at)
        return len(at) > 0

    def _vary(self, at: Ints) -> None:
        """Make words variable; neighbouring variables become one."""
        self._flat[at] = 0
        self._learnt[at] = True
        self._collapse_runs()

    def _collapse_runs(self) -> None:
        owners = self._owners()
        kept = _without_runs(self._flat, owners)
        self.lengths = np.bincount(owners[kept], minlength=len(self.lengths))
        self._learnt = np.logical_or.reduceat(self._learnt, kept) if len(kept) else self._learnt[:0]
        self._flat = self._flat[kept]

    def _masks(self, starts: Ints) -> list[tuple[tuple[int, ...], Ints]]:
        """Return the places where words vary, and the rows in which it is those, of one length; the commonest masks.

        Rows that vary more than they tell are left out: they would take everything.
        """
        owners, size = self._owners(), len(self.lengths)  # rows without words are none of the owners
        fixed = np.bincount(owners[self._flat != 0], minlength=size)
        learnt = np.bincount(owners[self._learnt], minlength=size)
        found: dict[tuple[int, tuple[int, ...]], list[int]] = {}
        for row in np.flatnonzero((learnt > 0) & (fixed >= np.maximum(2, learnt))).tolist():
            part = self._learnt[starts[row] : starts[row] + self.lengths[row]]
            found.setdefault((len(part), tuple(np.flatnonzero(part).tolist())), []).append(row)
        common = sorted(found.items(), key=lambda item: -len(item[1]))[:_MASKS]
        common.sort(key=lambda item: len(item[0][1]))
        return [(places, np.array(rows)) for (_, places), rows in common]


def _without_runs(flat: Ints, owners: Ints) -> Ints:
    """Return the places that stay when neighbouring variables of a row become one."""
    same = np.zeros(len(flat), dtype=np.bool_)
    same[1:] = (flat[1:] == 0) & (flat[:-1] == 0) & (owners[1:] == owners[:-1])
    return np.flatnonzero(~same)
