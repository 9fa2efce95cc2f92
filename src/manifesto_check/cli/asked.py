"""What the command line asks of programmes, together with what a config file does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from manifesto_check.cli.condition_options import (
    BaselineOption,
    ConfigOption,
    FailOnChangedQuoteOption,
    FailOnLossOption,
    FailUnderOption,
    FailUnderThemeOption,
    ForbidOpposedOption,
    IgnoreOption,
    NoBaselineOption,
    NoConfigOption,
    NotApplicableOption,
    ReasonOption,
    RequireOption,
)
from manifesto_check.cli.condition_texts import ConditionTexts
from manifesto_check.cli.guard import say
from manifesto_check.cli.options import DutchModelOption, ListsOption, MinConfidenceOption
from manifesto_check.conditions.model import Condition, ConditionKind
from manifesto_check.config.model import Config, Setting
from manifesto_check.errors import UsageError
from manifesto_check.model import Verdict
from manifesto_check.reports.interface import UNCERTAIN_BELOW

_REQUIRED = {"partial": Verdict.PARTIAL, "covered": Verdict.COVERED}


@dataclass(frozen=True)
class Listed:
    """The list and the model, which a config file may tell too."""

    recommendations: ListsOption = None
    dutch_model: DutchModelOption = None
    config: ConfigOption = None
    no_config: NoConfigOption = False

    def settings(self, programmes: Iterable[Path], texts: ConditionTexts) -> Config:
        """Return all settings: those of the command line, else those of the config file.

        The file may hold conditions too, which a command that cannot ask for them leaves alone.

        Args:
            programmes: the config file is looked for beside them and above.
            texts: in the user's language.

        Raises:
            UsageError: an option is not of its form.
            ConfigError: the config file is wrong.
        """
        return self._given(texts).over(self._file(programmes))

    def _given(self, texts: ConditionTexts) -> Config:
        return Config(tuple(self.recommendations or ()), self.dutch_model)

    def _file(self, programmes: Iterable[Path]) -> Config:
        if self.no_config:
            return Config()
        from manifesto_check.config.finding import find_config

        path = self.config or find_config(programmes)
        if path is None:
            return Config()
        from manifesto_check.config.reading import read_config

        return read_config(path)


@dataclass(frozen=True)  # with slots there is no super()
class Judged(Listed):
    """What counts as uncertain besides."""

    min_confidence: MinConfidenceOption = None

    def _given(self, texts: ConditionTexts) -> Config:
        return replace(super()._given(texts), min_confidence=self.min_confidence)


@dataclass(frozen=True)  # with slots there is no super()
class Asked(Judged):
    """Conditions besides, and what does not count."""

    fail_under: FailUnderOption = None
    fail_under_theme: FailUnderThemeOption = None
    require: RequireOption = None
    forbid_opposed: ForbidOpposedOption = None
    baseline: BaselineOption = None
    no_baseline: NoBaselineOption = False
    fail_on_loss: FailOnLossOption = None
    fail_on_changed_quote: FailOnChangedQuoteOption = None
    ignore: IgnoreOption = None
    reason: ReasonOption = None
    not_applicable: NotApplicableOption = None

    def settings(self, programmes: Iterable[Path], texts: ConditionTexts) -> Config:
        """Return all settings, after saying which conditions ``--no-baseline`` passes over."""
        settings = super().settings(programmes, texts)
        passed = [condition.option for condition in since_baseline(settings)]
        if self.no_baseline and passed:
            say(texts.no_baseline_given.format(options=", ".join(passed)))
        return settings

    def _given(self, texts: ConditionTexts) -> Config:
        themes = _percentages("--fail-under-theme", self.fail_under_theme or (), "V1", texts)
        return replace(
            super()._given(texts),
            fail_under=_percentages("--fail-under", self.fail_under or (), "V", texts),
            fail_under_theme=themes,
            require=tuple(_requirement(item, texts) for item in self.require or ()),
            ignore=_ignored(self.ignore or (), self.reason or (), texts),
            not_applicable=tuple(_reason(item, texts) for item in self.not_applicable or ()),
            forbid_opposed=self.forbid_opposed,
            baseline=self.baseline,
            fail_on_loss=self.fail_on_loss,
            fail_on_changed_quote=self.fail_on_changed_quote,
        )


def since_baseline(settings: Config) -> list[Condition]:
    """Return the conditions that need an earlier report."""
    asked = {
        ConditionKind.NO_LOSS: settings.fail_on_loss,
        ConditionKind.SAME_QUOTES: settings.fail_on_changed_quote,
    }
    return [Condition(kind) for kind, is_asked in asked.items() if is_asked]


def uncertain_below(settings: Config) -> float:
    """Return the confidence (0 to 1) below which verdicts are marked as uncertain."""
    confidence = settings.min_confidence
    return UNCERTAIN_BELOW if confidence is None else confidence


def _percentages(
    option: str, given: Iterable[str], example: str, texts: ConditionTexts
) -> tuple[Setting[float], ...]:
    settings = []
    for item in given:
        name, sign, figure = item.rpartition("=")
        if not sign or not name.strip() or not figure.strip():
            text = texts.percentage_form
            raise UsageError(text.format(option=option, given=item, example=example))
        try:
            value = float(figure.strip().removesuffix("%").replace(",", "."))
        except ValueError:
            value = math.nan
        if not 0 <= value <= 100:
            raise UsageError(texts.percentage.format(option=option, given=item))
        settings.append(Setting(name.strip(), value, f"{option} {item}"))
    return tuple(settings)


def _requirement(given: str, texts: ConditionTexts) -> Setting[Verdict]:
    name, sign, verdict = given.partition("=")
    required = _REQUIRED.get(verdict.strip().lower()) if sign else Verdict.PARTIAL
    if required is None:
        raise UsageError(texts.verdict.format(given=given))
    return Setting(name.strip(), required, f"--require {given}")


def _ignored(
    ids: Sequence[str], reasons: Sequence[str], texts: ConditionTexts
) -> tuple[Setting[str], ...]:
    if reasons and not ids:
        raise UsageError(texts.no_ignore)
    if len(reasons) not in (1, len(ids)) and ids:
        raise UsageError(texts.reasons.format(ignored=len(ids), reasons=len(reasons)))
    if not all(reason.strip() for reason in reasons):
        raise UsageError(texts.one_reason)
    each = reasons if len(reasons) == len(ids) else list(reasons) * len(ids)
    return tuple(
        Setting(name.strip(), reason.strip(), f"--ignore {name}")
        for name, reason in zip(ids, each, strict=True)
    )


def _reason(given: str, texts: ConditionTexts) -> Setting[str]:
    name, _, reason = given.partition("=")
    if not reason.strip():
        raise UsageError(texts.reason_form.format(given=given))
    return Setting(name.strip(), reason.strip(), f"--not-applicable {given.partition('=')[0]}")
