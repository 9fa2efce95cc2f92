"""Train the verdict model from annotated programmes and write it with its figures.

    python scripts/train_verdict.py --gold DIR --programmes DIR [--without NAME ...]

The figures in the file are leave-one-programme-out: every programme is judged
by a model that was trained on the others, and by a list without the terms that
it and few others meet, but for words of the list's own texts
(manifesto_check.evaluation.thinning). Beside them stand those with the list that
the model is trained with, which lacks the latter too, and those with the whole
list, which knows the programmes' own words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from spacy.language import Language

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.annotations import Annotation, read_annotations
from manifesto_check.evaluation.invented import invented_examples, invented_files
from manifesto_check.evaluation.metrics import Pair, Scores, pair_up, score
from manifesto_check.evaluation.reading import read_readable
from manifesto_check.evaluation.running import text_only
from manifesto_check.evaluation.thinning import words_of_texts
from manifesto_check.evaluation.training import (
    BARE,
    FEW_WORDS,
    Example,
    Learning,
    judging_of,
    make_example,
    make_examples,
    train,
)
from manifesto_check.matching.background import shipped_background
from manifesto_check.matching.corpus import Corpus, build_corpus
from manifesto_check.matching.encoder import Encoder, UniversalSentenceEncoder
from manifesto_check.matching.signal_maker import SignalMaker
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Measure, RecommendationList
from manifesto_check.sources import read_programme
from manifesto_check.suggesting.accepting import measure_with, without_synonyms
from manifesto_check.suggesting.meanings import word_meanings
from manifesto_check.suggesting.suggest import Proposal, Suggester

EXAMPLES = 3
"""Of each measure, where the model is for lists with few words."""
JUDGED = ("leave_one_programme_out", "without_words_of_texts", "with_the_whole_list")
"""By what list each programme is judged in the figures, see above."""
OUTPUT = Path(__file__).resolve().parents[1] / "src/manifesto_check/matching"


def main() -> None:
    """Read, train, score, write."""
    arguments = _arguments()
    recommendations = load_recommendations(arguments.recommendations)
    if arguments.text_only:
        recommendations = text_only(recommendations)
    ids = [m.id for m in recommendations.measures]
    nlp, encoder = dutch_pipeline(), UniversalSentenceEncoder()
    programmes = read_programmes(arguments, nlp)
    if arguments.few_words:
        recommendations = few_words(recommendations, arguments.few_words, nlp, encoder)
    maker = SignalMaker(recommendations.measures, encoder, recommendations.not_meant)
    whole = [make_example(name, corpus, maker, found) for name, corpus, found in programmes]
    # No suggested word was chosen for one of these programmes, so none has to be left out.
    few = arguments.few_words is not None
    measures, not_meant = recommendations.measures, recommendations.not_meant
    examples = whole if few else make_examples(programmes, measures, encoder, not_meant)
    staying = words_of_texts(measures, nlp, not_meant)
    unseen = whole if few else make_examples(programmes, measures, encoder, not_meant, staying)
    how = _how(arguments)
    is_full = not arguments.text_only and not few
    invented = invented_examples(recommendations, nlp, encoder) if is_full else []
    figures = {}
    for name, judged in zip(JUDGED, (unseen, examples, whole), strict=True):
        scores = score(leave_one_out(examples, ids, how, judged=judged, invented=invented))
        print(f"{name}:")
        print_figures(scores)
        figures[name] = {k: round(v, 4) for k, v in asdict(scores).items()}
    model = train(examples, ids, how, invented)
    training = {
        "programmes": [e.name for e in examples],
        "invented": [e.name for e in invented],
        "recommendations_sha256": recommendations.sha256,
        "inputs_sha256": _inputs_sha256(arguments, examples, invented),
        **figures,
    }
    data = {"training": training, **model.to_json()}
    arguments.output.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"written: {arguments.output.name}")


def few_words(
    recommendations: RecommendationList,
    folder: Path,
    nlp: Language,
    encoder: Encoder,
    *,
    sure: bool = False,
    examples: int = EXAMPLES,
) -> RecommendationList:
    """Return the list as somebody writes it with ``suggest`` and a few examples.

    Args:
        recommendations: the list that ships.
        folder: programmes that are not annotated, to suggest from.
        nlp: cuts them into passages.
        encoder: for meanings.
        sure: leave out the words of those programmes.
        examples: of each measure, so many.
    """
    background, bare = shipped_background(), text_only(recommendations)
    meanings = word_meanings(_corpora(folder, nlp), encoder, background)
    proposals: dict[str, list[Proposal]] = {}
    for proposal in Suggester(encoder, background, meanings).proposals(bare):
        taken = without_synonyms(proposal) if sure else proposal
        if taken is not None:
            proposals.setdefault(proposal.measure, []).append(taken)
    sentences = {m.id: m.examples[:examples] for m in recommendations.measures}

    def prepared(measure: Measure) -> Measure:
        with_words = measure_with(measure, proposals.get(measure.id, []))
        return replace(with_words, examples=sentences[measure.id])

    return bare.with_measures(prepared)


def _corpora(folder: Path, nlp: Language) -> Iterator[Corpus]:
    for path in sorted(folder.glob("*.pdf")):
        with suppress(ProgrammeError):
            yield build_corpus(read_readable(path), nlp)


def read_programmes(
    arguments: argparse.Namespace, nlp: Language
) -> list[tuple[str, Corpus, dict[str, Annotation]]]:
    """Read the annotated programmes: name, passages, annotations."""
    programmes = []
    for path in sorted(arguments.gold.glob("*.jsonl")):
        if path.stem not in arguments.without:
            programme = read_programme(arguments.programmes / f"{path.stem}.pdf")
            programmes.append((path.stem, build_corpus(programme, nlp), read_annotations(path)))
    return programmes


def leave_one_out(
    examples: Sequence[Example],
    ids: Sequence[str],
    how: Learning | None = None,
    *,
    judged: Sequence[Example] | None = None,
    invented: Sequence[Example] = (),
) -> list[Pair]:
    """Judge every programme by a model that was trained on the others.

    Args:
        examples: to train on.
        ids: of the measures.
        how: to learn.
        judged: the same programmes, as they are to be judged; else as they are trained on.
        invented: to train on besides.
    """
    pairs = []
    for number, example in enumerate(judged or examples):
        rest = [*examples[:number], *examples[number + 1 :]]
        judgements = judging_of(example, train(rest, ids, how, invented)).judgements()
        pairs += pair_up(example.name, example.annotations, judgements)
    return pairs


def print_figures(figures: Scores) -> None:
    """Print the figures, one a line."""
    for name, value in asdict(figures).items():
        print(f"{name:16} {value:.3f}" if isinstance(value, float) else f"{name:16} {value}")


def _inputs_sha256(
    arguments: argparse.Namespace, examples: Sequence[Example], invented: Sequence[Example]
) -> dict[str, str]:
    files = [arguments.gold / f"{e.name}.jsonl" for e in examples]
    files += [arguments.programmes / f"{e.name}.pdf" for e in examples]
    if invented:
        files += [file for path in invented_files() for file in (path.with_suffix(".jsonl"), path)]
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def arguments_of(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Add the options that name the annotated programmes, and read the command line."""
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--programmes", type=Path, required=True)
    parser.add_argument("--recommendations", type=Path, default=None)
    parser.add_argument("--without", action="append", default=[], metavar="NAME")
    return parser.parse_args()


def _how(arguments: argparse.Namespace) -> Learning:
    """Return how to learn for the kind of list that is asked for."""
    if arguments.text_only:
        return BARE
    return FEW_WORDS if arguments.few_words else Learning()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--text-only", action="store_true", help="learn for lists that nobody prepared"
    )
    parser.add_argument(
        "--few-words",
        type=Path,
        metavar="DIR",
        help="learn for lists with the words that suggest finds in DIR, and three examples",
    )
    parser.add_argument("--output", type=Path)
    arguments = arguments_of(parser)
    name = "verdict_model_text_only.json" if arguments.text_only else "verdict_model.json"
    if arguments.few_words:
        name = "verdict_model_few_words.json"
    arguments.output = arguments.output or OUTPUT / name
    return arguments


if __name__ == "__main__":
    main()
