"""What can be set, on the command line or in a config file, and how the two come together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from manifesto_check.model import Verdict

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """Something set for one id of the list.

    Attributes:
        id: as the user wrote it.
        value: what is set.
        origin: where, for messages: ``--fail-under V=60`` or ``manifesto-check.toml:3``.
    """

    id: str
    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Config:
    """All that a config file can hold; None and empty where it is not set.

    Attributes:
        recommendations: paths of lists.
        dutch_model: name of an installed spaCy pipeline.
        min_confidence: from 0 to 1.
        fail_under: least coverage of sources, in percent.
        fail_under_theme: the same of themes.
        require: what measures must be at least.
        ignore: reasons why measures are left out.
        not_applicable: reasons why measures cannot apply.
        forbid_opposed: whether no measure may be opposed.
        baseline: path of an earlier report.
        fail_on_loss: whether nothing may be lost since.
        fail_on_changed_quote: whether all that was quoted must still stand in the text.
    """

    recommendations: tuple[Path, ...] = ()
    dutch_model: str | None = None
    min_confidence: float | None = None
    fail_under: tuple[Setting[float], ...] = ()
    fail_under_theme: tuple[Setting[float], ...] = ()
    require: tuple[Setting[Verdict], ...] = ()
    ignore: tuple[Setting[str], ...] = ()
    not_applicable: tuple[Setting[str], ...] = ()
    forbid_opposed: bool | None = None
    baseline: Path | None = None
    fail_on_loss: bool | None = None
    fail_on_changed_quote: bool | None = None

    def over(self, other: Config) -> Config:
        """Return these settings, and those of ``other`` where nothing is set here.

        What is set for single ids is put together; for the same id these win.
        """
        return Config(
            recommendations=self.recommendations or other.recommendations,
            dutch_model=_first(self.dutch_model, other.dutch_model),
            min_confidence=_first(self.min_confidence, other.min_confidence),
            fail_under=_together(self.fail_under, other.fail_under),
            fail_under_theme=_together(self.fail_under_theme, other.fail_under_theme),
            require=_together(self.require, other.require),
            ignore=_together(self.ignore, other.ignore),
            not_applicable=_together(self.not_applicable, other.not_applicable),
            forbid_opposed=_first(self.forbid_opposed, other.forbid_opposed),
            baseline=_first(self.baseline, other.baseline),
            fail_on_loss=_first(self.fail_on_loss, other.fail_on_loss),
            fail_on_changed_quote=_first(self.fail_on_changed_quote, other.fail_on_changed_quote),
        )


def _first(one: Value | None, other: Value | None) -> Value | None:
    return other if one is None else one


def _together(
    ours: Iterable[Setting[Value]], theirs: Iterable[Setting[Value]]
) -> tuple[Setting[Value], ...]:
    found: dict[str, Setting[Value]] = {}
    for setting in (*theirs, *ours):  # the last one of an id holds
        found[setting.id.casefold()] = setting
    return tuple(found.values())
