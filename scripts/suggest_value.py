"""Measure what ``suggest`` is worth: the figures of docs/own-list.md.

    python scripts/suggest_value.py --gold DIR --programmes DIR --suggest-from DIR

The list is stripped to its texts. Every programme is judged by weights for bare texts that were
trained on the other ones, first on the bare list, then with what ``suggest`` proposes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.evaluation.metrics import score
from manifesto_check.evaluation.running import text_only
from manifesto_check.evaluation.similarity import RememberingEncoder
from manifesto_check.evaluation.training import BARE, Example, make_example
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import RecommendationList
from train_verdict import arguments_of, few_words, leave_one_out, print_figures, read_programmes


def main() -> None:
    """Read, suggest, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suggest-from", type=Path, required=True, metavar="DIR")
    arguments = arguments_of(parser)
    nlp, encoder = dutch_pipeline(), RememberingEncoder(UniversalSentenceEncoder())
    recommendations = load_recommendations(arguments.recommendations)
    ids = [measure.id for measure in recommendations.measures]
    programmes = read_programmes(arguments, nlp)

    def examples_of(used: RecommendationList) -> list[Example]:
        maker = SignalMaker(used.measures, encoder, used.not_meant)
        return [make_example(name, corpus, maker, found) for name, corpus, found in programmes]

    bare = examples_of(text_only(recommendations))
    print("bare texts")
    print_figures(score(leave_one_out(bare, ids, BARE)))
    for sure in (True, False):
        print(f"\nsuggest --accept {'sure' if sure else 'all'}")
        source = arguments.suggest_from
        used = few_words(recommendations, source, nlp, encoder, sure=sure, examples=0)
        print_figures(score(leave_one_out(bare, ids, BARE, judged=examples_of(used))))


if __name__ == "__main__":
    main()
