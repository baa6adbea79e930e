"""Opens the files of a merged log, at one moment: while they are opened they may be rotated."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from aidebug_gui.sources.addresses import Addresses, find_addresses, short_names
from aidebug_gui.sources.follow.file_set import distinct, identities, open_member
from aidebug_gui.sources.limits import LIMITS, MEBIBYTE, Limits
from aidebug_gui.sources.open import open_spool
from aidebug_gui.sources.spool import SourceError, Spool
from aidebug_gui.translatable import joined, translatable

_NAMED = 5
_MOST_TRIES = 5
_HANDLES = 8  # that a followed file may need: itself, its copy, what it was before
_OTHER_HANDLES = 256


def opened(addresses: Addresses, *, follow: bool) -> tuple[Addresses, list[Spool], list[str], str]:
    """Return (addresses, opened files, what they are called, in words which of those that were found are left out).

    Followed files are opened again if one was renamed meanwhile: none may be read twice, or not at all.
    """
    if not follow:
        return (addresses, *_open(addresses, follow=False))
    for tries_left in reversed(range(_MOST_TRIES)):
        addresses = replace(addresses, paths=tuple(distinct(addresses.paths)))
        before = identities(addresses.paths)
        _allow_handles(_HANDLES * len(addresses.paths) + _OTHER_HANDLES)
        spools, names, left_out = _open(addresses, follow=True)
        again = find_addresses(addresses.places) if addresses.found else addresses
        if not tries_left or identities(distinct(again.paths)) == before:
            break
        for spool in spools:
            spool.close()
        addresses = again
    return addresses, spools, names, left_out


def limits_of_each(files: int) -> Limits:
    """Return how much may be kept of each of so many followed files."""
    return replace(
        LIMITS,
        kept_bytes=max(16 * MEBIBYTE, LIMITS.kept_bytes // max(1, files)),
        kept_before_bytes=max(MEBIBYTE, LIMITS.kept_before_bytes // max(1, files)),
    )


def _open(addresses: Addresses, *, follow: bool) -> tuple[list[Spool], list[str], str]:
    spools: list[Spool] = []
    paths: list[Path] = []
    problems: list[str] = []
    known = set(addresses.paths)
    limits = limits_of_each(len(known)) if follow else LIMITS
    try:
        for path in addresses.paths:
            try:
                spools.append(open_member(path, known, limits) if follow else open_spool(path, limits))
                paths.append(path)
            except SourceError as problem:
                if not addresses.found:
                    raise
                problems.append(str(problem))
        if not spools:
            raise SourceError(
                joined(*problems[:_NAMED]) or translatable("There is no log in {place}.", place=str(addresses.place))
            )
    except SourceError:
        for spool in spools:
            spool.close()
        raise
    left_out = (
        translatable("{n} left out: {problems}", n=len(problems), problems=joined(*problems[:_NAMED]))
        if problems
        else ""
    )
    return spools, short_names(paths), left_out


def _allow_handles(wanted: int) -> None:
    """Let this process hold so many files open, if the system allows it."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard < 0 else min(wanted, hard), hard))
