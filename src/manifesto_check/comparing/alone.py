"""What only one party promises, and what makes it doubtful that no other does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from enum import StrEnum

from manifesto_check.comparing.model import MeasureRow
from manifesto_check.model import FOUND, Judgement
from manifesto_check.reports.interface import ReportOptions

LOW = 0.2
"""Below this ``p_found`` a verdict of absent is likely right."""

LIKELY = 0.5
"""Only a party that is more likely than not the only one may be the only one."""

SURE = 0.8
"""From this chance on nine of ten that are called the only one are so (docs/comparison.md)."""


class Doubt(StrEnum):
    """Why a party is only perhaps the only one."""

    OWN = "own"
    """The verdict on the party itself is uncertain."""
    OTHERS = "others"
    """The verdict on another party is uncertain."""
    UNREAD = "unread"
    """Pages of another programme could not be read, or none of it."""
    FEW_WORDS = "few-words"
    """Hardly any words of another programme were read."""
    CHANCE = "chance"
    """Each verdict is sure enough, and all together are not: one of them may well be wrong."""


def alone_in(judgements: Mapping[str, Judgement]) -> tuple[str | None, float | None]:
    """Return the only party that promises a measure, where that is likely, and how likely.

    Args:
        judgements: by the key of the party.
    """
    finders = [key for key, judgement in judgements.items() if judgement.verdict in FOUND]
    if len(finders) != 1 or len(judgements) < 2:
        return None, None
    others: Iterable[Judgement] = [j for key, j in judgements.items() if key != finders[0]]
    if any(judgement.p_found >= LOW for judgement in others):
        return None, None
    chance = judgements[finders[0]].p_found * math.prod(1 - j.p_found for j in others)
    return (finders[0], chance) if chance >= LIKELY else (None, None)


def doubts_of(measure: MeasureRow, options: ReportOptions) -> tuple[Doubt, ...]:
    """Return why it is not sure that a party is the only one; nothing where it is sure enough.

    Args:
        measure: one that is said to be promised by one party alone.
        options: below what confidence a verdict is uncertain.
    """
    uncertain = {key for key, one in measure.judgements.items() if options.is_uncertain(one)}
    found = {
        Doubt.OWN: measure.alone in uncertain,
        Doubt.OTHERS: bool(uncertain - {measure.alone}),
        Doubt.UNREAD: measure.alone_unread,
        Doubt.FEW_WORDS: measure.alone_few_words,
        Doubt.CHANCE: (measure.p_alone or 0.0) < least_chance(options),
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def least_chance(options: ReportOptions) -> float:
    """Return below which chance a party is only perhaps the only one."""
    return max(SURE, options.min_confidence)
