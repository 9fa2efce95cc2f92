"""The figures by part: per source, theme, programme and level, and which verdicts get mixed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from manifesto_check.evaluation.metrics import ORDER, Pair, Scores, score
from manifesto_check.model import Verdict
from manifesto_check.recommendations.model import RecommendationList

Confusion = Mapping[Verdict, Mapping[Verdict, int]]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some of the pairs; ``title`` is empty where the id says it all."""

    id: str
    title: str
    scores: Scores


def confusion(pairs: Iterable[Pair]) -> Confusion:
    """Return how often each verdict of the reader (first key) got each of the tool (second)."""
    counts = Counter((p.annotation.verdict, p.judgement.verdict) for p in pairs)
    return {want: {got: counts[want, got] for got in ORDER} for want in ORDER}


def per_source(pairs: Sequence[Pair], recommendations: RecommendationList) -> tuple[Group, ...]:
    """Return the figures of each source document, in the order of the list."""
    source_of = {m.id: source.id for source, _, _, m in recommendations.entries()}
    titles = {source.id: source.title for source in recommendations.sources}
    return _groups(pairs, titles, lambda p: source_of[p.annotation.measure])


def per_theme(pairs: Sequence[Pair], recommendations: RecommendationList) -> tuple[Group, ...]:
    """Return the figures of each theme, in the order of the list."""
    titles = {t.id: t.title for source in recommendations.sources for t in source.themes}
    return _groups(pairs, titles, lambda p: p.theme)


def per_programme(pairs: Sequence[Pair]) -> tuple[Group, ...]:
    """Return the figures of each programme, in the order of the pairs."""
    names = dict.fromkeys((p.programme for p in pairs), "")
    return _groups(pairs, names, lambda p: p.programme)


def per_level(pairs: Sequence[Pair], level_of: Mapping[str, str | None]) -> tuple[Group, ...]:
    """Return the figures of each level of government.

    Args:
        pairs: of all programmes.
        level_of: by name of the programme; without a level it is in no group.
    """
    levels = dict.fromkeys(sorted({level for level in level_of.values() if level}), "")
    return _groups(pairs, levels, lambda p: level_of[p.programme])


def per_sample(pairs: Sequence[Pair], in_sample: Mapping[str, bool]) -> tuple[Group, ...]:
    """Return the figures of the programmes that the verdict was trained on and of the others.

    Args:
        pairs: of all programmes.
        in_sample: by name of the programme. Where all are the same, nothing is returned.
    """
    if len(set(in_sample.values())) < 2:
        return ()
    names = {True: "in_sample", False: "out_of_sample"}
    titles = dict.fromkeys(names.values(), "")
    return _groups(pairs, titles, lambda p: names[in_sample[p.programme]])


def _groups(
    pairs: Sequence[Pair], titles: Mapping[str, str], key_of: Callable[[Pair], str | None]
) -> tuple[Group, ...]:
    parts: dict[str, list[Pair]] = {key: [] for key in titles}
    for pair in pairs:
        key = key_of(pair)
        if key is not None:
            parts[key].append(pair)
    return tuple(Group(key, titles[key], score(part)) for key, part in parts.items() if part)
