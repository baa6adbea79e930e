"""Message templates: which words of a message are fixed and which vary from one occurrence to the next.

A word that holds a digit, a ``/`` or two inner dots varies. For the others each message is hashed without one of its
words: messages that are equal but for that word share the hash (it is a subtraction), and where enough different
words stand in the same place, the place is a variable. All messages are looked at together, in some rounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VARIABLE = "<*>"
_ROUNDS = 6
_MANY = 6  # so many different words in one place are values
_FEW = 3  # so many are values if none of the words stands anywhere else, unless they are "started", "paused", "stopped"
_FEW_MORE = 2  # so many are values where numbers stand too
_LONGEST = 60  # words that are looked at
_MASKS = 400  # sets of places that vary, the commonest, whose templates take rows that fit
_SEPARATORS = re.compile(r"""([\s=:,;()\[\]{}"'|<>]+)""")
_VARYING = re.compile(r"\d|/|\w\.\w+\.\w")
_VERB = re.compile(r"[A-Za-z]{2,}(?:ed|ing)")
_NEIGHBOURS = re.compile(r"<\*>(?:[\s,.:;-]{0,5}<\*>)+")
_Ints = NDArray[np.int64]
_Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Templates:
    """``number[i]`` is the template of message i, ``text[n]`` how template n is shown."""

    number: NDArray[np.int32]
    text: tuple[str, ...]


def mine(messages: Sequence[str]) -> Templates:
    """Group distinct messages by template. Numbers follow the first message of each."""
    vocabulary: dict[str, int] = {VARIABLE: 0}
    rows = [_words(message, vocabulary) for message in messages]
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    flat = np.fromiter((word for row in rows for word in row), np.int64, int(lengths.sum()))
    weights = np.random.default_rng(7).integers(1, 2**63, (2, max(len(vocabulary), _LONGEST + 2)), dtype=np.uint64)
    verbs = np.fromiter((_VERB.fullmatch(word) is not None for word in vocabulary), np.bool_, len(vocabulary))
    table = _Table(flat, lengths, weights[0] | np.uint64(1), weights[1] | np.uint64(1), verbs)
    group = np.arange(len(rows))
    for _ in range(_ROUNDS):
        group = table.merge_equal(group)
        if not table.generalise():
            break
    group = table.absorbed()[table.merge_equal(group)]
    names = {number: word for word, number in vocabulary.items() if number}
    names[0] = VARIABLE
    examples = _first_of_each(group)
    kept_rows = table.rows()
    texts = [_shown(messages[example], kept_rows[int(group[example])], names) for example in examples.tolist()]
    return Templates(_renumbered(group, examples), tuple(texts))


def _words(message: str, vocabulary: dict[str, int]) -> list[int]:
    """Return the numbers of a message's words; neighbouring variables are one."""
    row: list[int] = []
    for word in _SEPARATORS.split(message)[::2][:_LONGEST]:
        number = vocabulary.get(word)
        if number is None:
            number = vocabulary[word] = 0 if _VARYING.search(word) else len(vocabulary)
        if word and (number or not row or row[-1]):
            row.append(number)
    return row


def _shown(message: str, row: Sequence[int], names: Mapping[int, str]) -> str:
    """Return an example message with its varying words replaced.

    The row has one entry for each run of varying words, so the example's words are walked beside it.
    """
    if 0 not in row:
        return message.strip()
    fixed = [names[number] for number in row]
    pieces = _SEPARATORS.split(message)
    out: list[str] = []
    position = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            out.append(piece)
            continue
        if not piece:
            continue
        if position < len(fixed) and fixed[position] == piece and not _VARYING.search(piece):
            out.append(piece)
            position += 1
            continue
        following = fixed[position + 1] if position + 1 < len(fixed) else None
        out.append(VARIABLE)
        rest = pieces[index + 2] if index + 2 < len(pieces) else None
        if following is None or rest == following:
            position += 1
    return _NEIGHBOURS.sub(VARIABLE, "".join(out)).strip()


class _Table:
    """Rows of word numbers, flat; the rounds work on all of them at once."""

    def __init__(
        self, flat: _Ints, lengths: _Ints, word_hash: _Hashes, place_weight: _Hashes, verbs: NDArray[np.bool_]
    ) -> None:
        self._flat = flat
        self._learnt = np.zeros(len(flat), dtype=np.bool_)  # where many words stood: a value that is a word
        self._lengths = lengths
        self._word_hash = word_hash
        self._place_weight = place_weight
        self._verbs = verbs  # of the words by their number

    def rows(self) -> list[list[int]]:
        flat, ends = self._flat.tolist(), np.cumsum(self._lengths).tolist()
        return [flat[end - length : end] for end, length in zip(ends, self._lengths.tolist(), strict=True)]

    def _owners(self) -> _Ints:
        return np.repeat(np.arange(len(self._lengths)), self._lengths)

    def _places(self) -> _Ints:
        starts = np.cumsum(self._lengths) - self._lengths
        return np.arange(len(self._flat)) - np.repeat(starts, self._lengths)

    def _contributions(self) -> tuple[_Hashes, _Hashes]:
        """Return each word's share of its row's hash, and the hash of every row."""
        share = self._word_hash[self._flat] * self._place_weight[self._places()]
        sums = np.concatenate(([np.uint64(0)], np.cumsum(share, dtype=np.uint64)))
        ends = np.cumsum(self._lengths)
        return share, sums[ends] - sums[ends - self._lengths] + self._lengths.astype(np.uint64) * self._word_hash[0]

    def merge_equal(self, group: _Ints) -> _Ints:
        """Keep one of each set of equal rows; ``group`` (message -> row) follows."""
        _, hashes = self._contributions()
        _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
        keep = np.repeat(np.isin(np.arange(len(self._lengths)), first), self._lengths)
        order = np.argsort(first)
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        self._flat, self._learnt = self._flat[keep], self._learnt[keep]
        self._lengths = self._lengths[np.sort(first)]
        merged: _Ints = rank[inverse.reshape(-1)][group]
        return merged

    def generalise(self) -> bool:
        """Make those places variable where many words stand; False if there is none."""
        fixed = self._flat != 0
        owners, places = self._owners(), self._places()
        share, hashes = self._contributions()
        fixed_words = np.bincount(owners, fixed, minlength=len(self._lengths))
        candidates = np.flatnonzero(fixed & (fixed_words[owners] >= 2))
        if not len(candidates):
            return False
        key = hashes[owners[candidates]] - share[candidates] + self._place_weight[places[candidates]]
        _, inverse, sizes = np.unique(key, return_inverse=True, return_counts=True)
        inverse = inverse.reshape(-1)
        elsewhere = np.bincount(self._flat, minlength=1)[self._flat[candidates]] > 1
        common = np.bincount(inverse, elsewhere) > 0
        states = np.bincount(inverse, self._verbs[self._flat[candidates]]) > sizes / 2
        enough = (sizes >= _MANY) | ((sizes >= _FEW) & ~common & ~states)
        varies = share[candidates] - self._word_hash[0] * self._place_weight[places[candidates]]
        known = np.bincount(inverse, np.isin(hashes[owners[candidates]] - varies, hashes)) > 0
        enough |= known & (sizes >= _FEW_MORE)
        size = np.where(enough[inverse], sizes[inverse], 0)
        size[(sizes[inverse] < _MANY) & (fixed_words[owners[candidates]] < _FEW)] = 0
        best = np.zeros(len(self._lengths), dtype=np.int64)
        np.maximum.at(best, owners[candidates], size)
        chosen = candidates[(size > 0) & (size == best[owners[candidates]])]
        if not len(chosen):
            return False
        self._flat[chosen] = 0
        self._learnt[chosen] = True
        self._collapse_runs(owners)
        return True

    def absorbed(self) -> _Ints:
        """Return for each row the row whose template it fits: the same words but for places that are known to vary.

        A template that ends with words that vary takes rows with more words there too.
        """
        starts = np.cumsum(self._lengths) - self._lengths
        share, _ = self._contributions()
        sums = np.concatenate(([np.uint64(0)], np.cumsum(share, dtype=np.uint64)))
        target = np.arange(len(self._lengths))
        for places, members in self._masks(starts):
            length, last = int(self._lengths[members[0]]), places[-1]
            open_end = last == length - 1
            rows = np.flatnonzero(self._lengths >= length if open_end else self._lengths == length)
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

    def _masks(self, starts: _Ints) -> list[tuple[tuple[int, ...], _Ints]]:
        """Return the places where words vary, and the rows in which it is those, of one length; the commonest masks.

        Rows that vary more than they tell are left out: they would take everything.
        """
        owners, size = self._owners(), len(self._lengths)  # rows without words are none of the owners
        fixed = np.bincount(owners[self._flat != 0], minlength=size)
        learnt = np.bincount(owners[self._learnt], minlength=size)
        found: dict[tuple[int, tuple[int, ...]], list[int]] = {}
        for row in np.flatnonzero((learnt > 0) & (fixed >= np.maximum(2, learnt))).tolist():
            part = self._learnt[starts[row] : starts[row] + self._lengths[row]]
            found.setdefault((len(part), tuple(np.flatnonzero(part).tolist())), []).append(row)
        common = sorted(found.items(), key=lambda item: -len(item[1]))[:_MASKS]
        common.sort(key=lambda item: len(item[0][1]))
        return [(places, np.array(rows)) for (_, places), rows in common]

    def _collapse_runs(self, owners: _Ints) -> None:
        same = np.zeros(len(self._flat), dtype=np.bool_)
        same[1:] = (self._flat[1:] == 0) & (self._flat[:-1] == 0) & (owners[1:] == owners[:-1])
        self._lengths = np.bincount(owners[~same], minlength=len(self._lengths))
        kept = np.flatnonzero(~same)
        self._learnt = np.logical_or.reduceat(self._learnt, kept) if len(kept) else self._learnt[:0]
        self._flat = self._flat[kept]


def _first_of_each(group: _Ints) -> _Ints:
    _, first = np.unique(group, return_index=True)
    return np.sort(first)


def _renumbered(group: _Ints, examples: _Ints) -> NDArray[np.int32]:
    number = np.zeros(int(group.max()) + 1 if len(group) else 0, dtype=np.int32)
    number[group[examples]] = np.arange(len(examples))
    return number[group]
