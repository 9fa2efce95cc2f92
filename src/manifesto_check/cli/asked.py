"""What the command line asks of programmes, together with what a config file does."""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import typer

from manifesto_check.cli.condition_options import (
    BaselineOption,
    ConfigOption,
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
from manifesto_check.config.model import Config, Setting
from manifesto_check.errors import UsageError
from manifesto_check.model import Verdict
from manifesto_check.reports.interface import UNCERTAIN_BELOW

Value = TypeVar("Value")

_REQUIRED = {"partial": Verdict.PARTIAL, "covered": Verdict.COVERED}


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of ``condition_options`` as they were given; each field is an option."""

    fail_under: FailUnderOption = None
    fail_under_theme: FailUnderThemeOption = None
    require: RequireOption = None
    forbid_opposed: ForbidOpposedOption = None
    baseline: BaselineOption = None
    no_baseline: NoBaselineOption = False
    fail_on_loss: FailOnLossOption = None
    ignore: IgnoreOption = None
    reason: ReasonOption = None
    not_applicable: NotApplicableOption = None
    config: ConfigOption = None
    no_config: NoConfigOption = False

    def with_config(
        self,
        programmes: Iterable[Path],
        texts: ConditionTexts,
        *,
        recommendations: Sequence[Path] | None = None,
        dutch_model: str | None = None,
        min_confidence: float | None = None,
    ) -> Config:
        """Return all settings: those of the command line, else those of the config file.

        Args:
            programmes: the config file is looked for beside them and above.
            texts: in the user's language.
            recommendations: ``--recommendations``, None where it was not given.
            dutch_model: ``--dutch-model``, the same.
            min_confidence: ``--min-confidence``, the same.

        Raises:
            UsageError: an option is not of its form.
            ConfigError: the config file is wrong.
        """
        given = Config(
            recommendations=tuple(recommendations or ()),
            dutch_model=dutch_model,
            min_confidence=min_confidence,
            fail_under=_percentages("--fail-under", self.fail_under or (), "V", texts),
            fail_under_theme=_percentages(
                "--fail-under-theme", self.fail_under_theme or (), "V1", texts
            ),
            require=tuple(_requirement(item, texts) for item in self.require or ()),
            ignore=_ignored(self.ignore or (), self.reason or (), texts),
            not_applicable=tuple(_reason(item, texts) for item in self.not_applicable or ()),
            forbid_opposed=self.forbid_opposed,
            baseline=self.baseline,
            fail_on_loss=self.fail_on_loss,
        )
        return given.over(_file(programmes, self.config, no_config=self.no_config))


def settings_for(
    programme: Path,
    config: Path | None,
    *,
    no_config: bool,
    recommendations: Sequence[Path] | None,
    dutch_model: str | None,
    min_confidence: float | None = None,
) -> Config:
    """Return all settings of a command that cannot ask for conditions.

    Those of the command line, else those of the config file, which may hold conditions
    too; the command leaves them alone.

    Args:
        programme: the config file is looked for beside it and above.
        config: ``--config``, the file to read instead.
        no_config: ``--no-config``.
        recommendations: ``--recommendations``, None where it was not given.
        dutch_model: ``--dutch-model``, the same.
        min_confidence: ``--min-confidence``, the same.

    Raises:
        ConfigError: the config file is wrong.
    """
    given = Config(tuple(recommendations or ()), dutch_model, min_confidence)
    return given.over(_file([programme], config, no_config=no_config))


def uncertain_below(settings: Config) -> float:
    """Return the confidence (0 to 1) below which verdicts are marked as uncertain."""
    confidence = settings.min_confidence
    return UNCERTAIN_BELOW if confidence is None else confidence


def with_conditions(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of :class:`Asked`, last of all; it gets them as ``asked``."""
    own = inspect.signature(command, eval_str=True)
    options = inspect.signature(Asked, eval_str=True).parameters.values()

    @functools.wraps(command)
    def run(**given: Any) -> int:
        asked = Asked(**{option.name: given.pop(option.name) for option in options})
        return command(asked=asked, **given)

    rest = [one for one in own.parameters.values() if one.name != "asked"]
    run.__signature__ = own.replace(parameters=[*rest, *options])  # type: ignore[attr-defined]
    return run


def if_given(context: typer.Context, name: str, value: Value) -> Value | None:
    """Return an option's value where the user gave it, and None where it is the default."""
    source = context.get_parameter_source(name)
    is_given = source is not None and source.name in ("COMMANDLINE", "ENVIRONMENT")
    return value if is_given else None


def _file(programmes: Iterable[Path], config: Path | None, *, no_config: bool) -> Config:
    if no_config:
        return Config()
    from manifesto_check.config.finding import find_config

    path = config or find_config(programmes)
    if path is None:
        return Config()
    from manifesto_check.config.reading import read_config

    return read_config(path)


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
