"""What each group of signals is worth: leave one programme out, with the group left out.

    python scripts/ablation.py --gold DIR --programmes DIR [--without NAME ...]

Prints a Markdown table for docs/accuracy.md. A group is left out of the
verdict, not of the choice of candidates; its signals count as not computed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.invented import invented_examples
from manifesto_check.evaluation.metrics import score
from manifesto_check.evaluation.thinning import words_of_texts
from manifesto_check.evaluation.training import Example, make_examples
from manifesto_check.matching.attitude import STANCE_SIGNALS
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.meaning import APART_SIGNALS, MEANING_SIGNALS
from manifesto_check.matching.phrasing import PHRASING_SIGNALS
from manifesto_check.matching.signals import (
    CONCEPT_SIGNALS,
    FORM_SIGNALS,
    PASSAGE_SIGNALS,
    WORDING_SIGNALS,
)
from manifesto_check.matching.wordwise import WORDWISE_SIGNALS
from manifesto_check.recommendations import load_recommendations
from train_verdict import arguments_of, leave_one_out, read_programmes

GROUPS: dict[str, Sequence[str]] = {
    "all signals": (),
    "without concepts": CONCEPT_SIGNALS,
    "without the context of concepts": ("context", "context_least", "wording_section"),
    "without shared words": WORDING_SIGNALS,
    "without meaning": MEANING_SIGNALS,
    "without partial and near examples": (
        *("partial_lead", "absent_lead", "words_apart_absent", "words_opposed_apart_absent"),
        *("apart_partial", "apart_absent", "opposed_apart_absent"),
    ),
    "without contrasts between a measure's kinds of sentences": (
        *APART_SIGNALS,
        *(name for name in WORDWISE_SIGNALS if name not in PHRASING_SIGNALS),
    ),
    "without phrasing": PHRASING_SIGNALS,
    "without stance": STANCE_SIGNALS,
    "without figures and form": FORM_SIGNALS,
    "without comparison with other measures": ("lead", "wording_lead", "wording_rank"),
}
# These are read by rules too, to which "not computed" must mean "does not speak against it".
NEUTRAL = ("figure", "favours", "against", "turns_down")


def main() -> None:
    """Print the table."""
    arguments = arguments_of(argparse.ArgumentParser(description=__doc__))
    recommendations = load_recommendations(arguments.recommendations)
    measures, not_meant = recommendations.measures, recommendations.not_meant
    nlp, encoder = dutch_pipeline(), UniversalSentenceEncoder()
    programmes = read_programmes(arguments, nlp)
    examples = make_examples(programmes, measures, encoder, not_meant)
    staying = words_of_texts(measures, nlp, not_meant)
    unseen = make_examples(programmes, measures, encoder, not_meant, staying)
    invented = invented_examples(recommendations, nlp, encoder)
    ids = [m.id for m in measures]
    print("| signals | found F1 | AUC | grounded F1 | weighted kappa | theme error |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, group in GROUPS.items():
        known, judged, besides = (
            [_without(e, group) for e in some] for some in (examples, unseen, invented)
        )
        s = score(leave_one_out(known, ids, judged=judged, invented=besides))
        figures = (s.found_f1, s.auc, s.grounded_f1, s.weighted)
        print(f"| {name} | {' | '.join(f'{f:.3f}' for f in figures)} | {s.theme_mae:.1f} |")


def _without(example: Example, group: Sequence[str]) -> Example:
    values = example.signals.values.copy()
    for name in group:
        values[:, PASSAGE_SIGNALS.index(name)] = 0.0 if name in NEUTRAL else np.nan
    return replace(example, signals=replace(example.signals, values=values))


if __name__ == "__main__":
    main()
