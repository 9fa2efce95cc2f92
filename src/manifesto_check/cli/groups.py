"""Groups of options that commands share: a parameter that is a group stands for its options."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from manifesto_check.cli.options import (
    MeasureOption,
    OcrOption,
    OutputDirOption,
    OutputOption,
    PasswordOption,
    SourceOption,
    ThemeOption,
    TypeOption,
    VerdictOption,
)
from manifesto_check.model import Verdict
from manifesto_check.ocr.mode import OcrMode


def grouped(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of its groups, where each group stands among its parameters.

    A group is a dataclass whose fields are options; the command gets it filled in.
    """
    own = inspect.signature(command, eval_str=True)
    groups: dict[str, tuple[Callable[..., Any], Mapping[str, inspect.Parameter]]] = {
        name: (one.annotation, inspect.signature(one.annotation, eval_str=True).parameters)
        for name, one in own.parameters.items()
        if isinstance(one.annotation, type) and is_dataclass(one.annotation)
    }

    @functools.wraps(command)
    def run(**given: Any) -> int:
        filled = {
            name: kind(**{option: given.pop(option) for option in options})
            for name, (kind, options) in groups.items()
        }
        return command(**filled, **given)

    parameters: list[inspect.Parameter] = []
    for name, one in own.parameters.items():
        options = groups[name][1].values() if name in groups else [one]
        parameters += [option.replace(kind=one.kind) for option in options]
    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


@dataclass(frozen=True, slots=True)
class Opening:
    """How a programme is opened."""

    password: PasswordOption = None
    ocr: OcrOption = OcrMode.AUTO


@dataclass(frozen=True, slots=True)
class Reading(Opening):
    """How a programme of any type is opened."""

    type_: TypeOption = None


@dataclass(frozen=True, slots=True)
class Writing:
    """Where results go."""

    output: OutputOption = None
    output_dir: OutputDirOption = None


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the list is shown."""

    source: SourceOption = None
    theme: ThemeOption = None
    measure: MeasureOption = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that are shown; all if there are none."""
        return ()


@dataclass(frozen=True, slots=True)
class PartAndVerdicts(Part):
    """Which part of a report is shown."""

    verdict: VerdictOption = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that are shown; all if there are none."""
        return tuple(self.verdict or ())
