"""The values that pass between the rules, the detector and what shows or masks its findings."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from aidebug_gui.analysis.pii.anchors import Anchors
from aidebug_gui.analysis.pii.near_words import NearWords
from aidebug_gui.translatable import Text, translatable


class Tier(IntEnum):
    """How sure a finding is. Hints are not shown unless somebody asks for them."""

    NONE = 0
    HINT = 1  # 0.2 and more
    LIKELY = 2  # 0.5 and more
    CERTAIN = 3  # 0.9 and more
    NEVER = 4  # no finding is as sure as this: asks for nothing

    __hash__ = int.__hash__  # that of Enum is Python, and each finding is counted by its tier


TIER_NAMES = {Tier.CERTAIN: "certain", Tier.LIKELY: "likely", Tier.HINT: "hint", Tier.NONE: "none"}
TIER_TEXTS = {
    Tier.CERTAIN: translatable("certain"),
    Tier.LIKELY: translatable("likely"),
    Tier.HINT: translatable("hint"),
    Tier.NONE: "",
}
_CERTAIN, _LIKELY, _HINT = (math.log(p / (1 - p)) for p in (0.9, 0.5, 0.2))


def tier_of(logit: float) -> Tier:
    """Return the tier for a score in log-odds."""
    if logit >= _CERTAIN:
        return Tier.CERTAIN
    if logit >= _LIKELY:
        return Tier.LIKELY
    return Tier.HINT if logit >= _HINT else Tier.NONE


FLOORS = {
    Tier.NONE: -math.inf,
    Tier.HINT: _HINT,
    Tier.LIKELY: _LIKELY,
    Tier.CERTAIN: _CERTAIN,
    Tier.NEVER: math.inf,
}
"""The least score of each tier, in log-odds."""


SMALLEST = -1.4
"""Log-odds of a hint: less is no finding."""


def logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of personal data or secret. ``group``: secret, person, contact, financial, government, network, place."""

    name: str  # as in the filter language: "email"
    title: str  # for people: "E-mail address"
    group: str
    severity: int  # 1 to 3
    label: str = ""  # what a mask writes: "EMAIL"

    @property
    def secret(self) -> bool:
        return self.group == "secret"


class Check(NamedTuple):
    """What a validator says of a value that it accepts: evidence in log-odds, and why as a template with a ``{value}``."""

    weight: float
    template: str
    value: str = ""

    @property
    def reason(self) -> Text:
        """The words; made when somebody asks, because a scan makes many checks and tells of none."""
        return Text(self.template, {"value": self.value} if self.value else None)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way in which an entity is written.

    ``anchors`` says where ``pattern``, which has a group ``value``, is tried: there, or where the characters ``back`` before
    it begin. ``prior``, ``context_weight`` and ``negative_weight`` are log-odds.
    """

    name: str
    entity: str
    anchors: Anchors
    pattern: re.Pattern[bytes]
    prior: float
    back: bytes | None = None
    validator: str = ""
    context: NearWords | None = None
    context_weight: float = 0.0
    needs_context: bool = False
    negative: NearWords | None = None
    negative_weight: float = 0.0
    by_column: bool = False  # whether the other values of its field count as evidence
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class Span(NamedTuple):
    """A finding in a buffer: bytes [start, end), ``score`` in log-odds."""

    start: int
    end: int
    entity: str
    rule: str
    score: float

    @property
    def tier(self) -> Tier:
        return tier_of(self.score)
