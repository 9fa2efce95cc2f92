"""From settings to demands: ids looked up in the list, and the earlier report read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from manifesto_check import __version__
from manifesto_check.cli.asked import since_baseline, uncertain_below
from manifesto_check.cli.condition_texts import ConditionTexts
from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.model import Condition, ConditionKind, Exclusion, Ignored
from manifesto_check.config.model import Config, Setting
from manifesto_check.errors import UsageError

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList
    from manifesto_check.recommendations.selecting import Named


def demands_of(
    settings: Config,
    recommendations: RecommendationList,
    texts: ConditionTexts,
    *,
    no_baseline: bool = False,
) -> Demands:
    """Return what is asked of every programme.

    Args:
        settings: of the command line and the config file together.
        recommendations: where ids are looked up.
        texts: in the user's language.
        no_baseline: compare with no earlier report, whatever the settings say.

    Raises:
        UsageError: an id is not in the list, or a condition cannot be judged.
        ReportError: the earlier report cannot be compared with.
    """
    from manifesto_check.conditions.baseline import read_baseline

    finder = _Finder(recommendations, texts)
    ignored = finder.ignored(settings)
    baseline = None
    if settings.baseline is not None and not no_baseline:
        baseline = read_baseline(settings.baseline, __version__, recommendations)
    conditions = finder.conditions(settings, {one.measure for one in ignored})
    since = [] if no_baseline else since_baseline(settings)
    if since and baseline is None:
        raise UsageError(texts.no_baseline.format(option=since[0].option))
    return Demands([*conditions, *since], ignored, baseline, uncertain_below(settings))


def left_out(
    settings: Config, recommendations: RecommendationList, texts: ConditionTexts
) -> list[Ignored]:
    """Return the measures that do not count, in the order of the settings.

    Args:
        settings: of the command line and the config file together.
        recommendations: where ids are looked up.
        texts: in the user's language.

    Raises:
        UsageError: an id is not in the list.
    """
    return _Finder(recommendations, texts).ignored(settings)


class _Finder:
    """Looks up what ids stand for."""

    def __init__(self, recommendations: RecommendationList, texts: ConditionTexts) -> None:
        self._list = recommendations
        self._texts = texts
        self._counted = {
            measure.id for _, theme, _, measure in recommendations.entries() if not theme.title_only
        }

    def ignored(self, settings: Config) -> list[Ignored]:
        """Return the measures that are left out, in the order of the settings."""
        found: dict[str, Ignored] = {}
        kinds = (
            (Exclusion.NOT_APPLICABLE, settings.not_applicable),
            (Exclusion.IGNORED, settings.ignore),
        )
        for kind, given in kinds:
            for setting in given:
                for key in self._named(setting).measures:
                    found.setdefault(key, Ignored(key, kind, setting.value))
        return list(found.values())

    def conditions(self, settings: Config, left_out: set[str]) -> list[Condition]:
        """Return the conditions on single reports, each with the measures that it is about."""
        conditions = [
            *self._coverages(ConditionKind.SOURCE, settings.fail_under, ("source",), left_out),
            *self._coverages(ConditionKind.THEME, settings.fail_under_theme, ("theme",), left_out),
        ]
        levels = ("measure", "recommendation", "theme", "source")
        for setting in settings.require:
            named = self._named(setting, levels)
            measures = self._left(setting, named.measures, left_out)
            conditions.append(
                Condition(ConditionKind.REQUIRE, named.id, verdict=setting.value, measures=measures)
            )
        if settings.forbid_opposed:
            conditions.append(Condition(ConditionKind.FORBID_OPPOSED))
        return conditions

    def _coverages(
        self,
        kind: ConditionKind,
        settings: Iterable[Setting[float]],
        levels: tuple[str, ...],
        left_out: set[str],
    ) -> Iterable[Condition]:
        for setting in settings:
            named = self._named(setting, levels)
            counted = [key for key in named.measures if key in self._counted]
            if not counted:
                text = self._texts.theme_not_counted
                raise UsageError(text.format(origin=setting.origin, id=named.id))
            measures = self._left(setting, counted, left_out)
            yield Condition(kind, named.id, least=setting.value, measures=measures)

    def _left(
        self, setting: Setting[Any], measures: Iterable[str], left_out: set[str]
    ) -> tuple[str, ...]:
        left = tuple(key for key in measures if key not in left_out)
        if not left:
            raise UsageError(self._texts.nothing_left.format(origin=setting.origin))
        return left

    def _named(
        self,
        setting: Setting[Any],
        levels: tuple[str, ...] = ("measure", "recommendation", "theme", "source"),
    ) -> Named:
        from manifesto_check.recommendations.phrases import Phrase
        from manifesto_check.recommendations.problems import UnknownIdError
        from manifesto_check.recommendations.selecting import named

        try:
            return named(self._list, setting.id, levels)
        except UnknownIdError as error:
            at = {"key": setting.origin, "message": error.said}
            raise UnknownIdError.of(Phrase.AT_KEY, **at) from None
