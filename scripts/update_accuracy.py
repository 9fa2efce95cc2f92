"""Write the figures of accuracy into README.md and docs/accuracy.md.

    python scripts/update_accuracy.py              # from verdict_model.json: run after training
    python scripts/update_accuracy.py --examples   # also check example and invented programmes
    python scripts/update_accuracy.py --unread GOLD PROGRAMMES NAME ...   # once, at the end

The figures on programmes that nobody read are kept in verdict_model.json, until the next training
makes them void. The tables stand between ``<!-- accuracy -->`` and ``<!-- /accuracy -->`` (and
``examples`` alike). The tests in tests/docs compare them with their source.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from manifesto_check.checking import Checker, read
from manifesto_check.evaluation.annotations import read_annotations
from manifesto_check.evaluation.invented import invented_files
from manifesto_check.evaluation.metrics import Pair, pair_up, score
from manifesto_check.model import Verdict
from manifesto_check.recommendations import load_recommendations

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src/manifesto_check/matching/verdict_model.json"
README = ROOT / "README.md"
PAGE = ROOT / "docs/accuracy.md"
EXAMPLES = ROOT / "examples"

# On the same thirteen programmes, with thresholds that are the best on these (``evaluate
# --leave-one-out``, as in docs/accuracy.md): found F1, AUC, grounded F1, weighted.
BASELINES = (
    ("sharing words (rapidfuzz `token_set_ratio`)", "0.56", "0.65", "0.19", "0.32"),
    ("sharing stems (BM25)", "0.57", "0.65", "0.21", "0.24"),
    ("likeness in meaning (the sentence encoder)", "0.59", "0.66", "0.19", "0.25"),
    ("not reading at all: how often other parties adopt it", "0.64", "0.74", "0", "0.41"),
)
SECOND_READING = ("a second reading by the language model", "0.96", "–", "–", "0.96")
UNREAD = "unread"
EACH = ("adopted", "found_recall", "specificity", "auc", "grounded_f1", "weighted")
COLUMNS = ("found_f1", "auc", "grounded_f1", "weighted")

MEANINGS = {
    "pairs": "measures of programmes that were compared",
    "adopted": "share of them that the annotations call covered or partial",
    "found_precision": "of what the tool calls covered or partial, the share that is",
    "found_recall": "of what is covered or partial, the share that the tool calls so",
    "found_f1": "harmonic mean of these two",
    "specificity": "of the rest, the share that the tool calls absent or opposed",
    "auc": "chance that an adopted measure gets a higher `p_found` than another one",
    "grounded_f1": "found F1 where a hit counts only if one of its first three quotes is right",
    "kappa": "Cohen's kappa over the four verdicts: agreement beyond chance",
    "weighted": "the same, a miss by one step weighing less (quadratic weights)",
    "macro_f1": "mean of the F1 of the four verdicts, however rare",
    "opposed_right": "opposed measures with the right verdict and a right quote",
    "opposed_false": "measures called opposed that are not, or with a wrong quote",
    "opposed_missed": "opposed measures that were not recognised",
    "theme_mae": "mean error of the coverage of a theme, in percentage points",
}
LISTS = {
    "leave_one_programme_out": "value",
    "without_words_of_texts": "without words of texts too",
    "with_the_whole_list": "with the whole list",
}
"""The figures that training keeps, and how their column is called."""
BINS = ((0.0, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01))


def main() -> None:
    """Rewrite the tables, and say so where the figures are not those of the list that ships."""
    parser = argparse.ArgumentParser(description="Write the figures of accuracy into the docs.")
    parser.add_argument("--examples", action="store_true", help="check the examples again too")
    parser.add_argument(
        "--unread",
        nargs="+",
        metavar="GOLD PROGRAMMES NAME",
        help="score programmes that nobody read: folders of annotations and files, and their names",
    )
    arguments = parser.parse_args()
    if arguments.unread:
        gold, programmes, *names = arguments.unread
        keep_unread(Path(gold), Path(programmes), names)
    training = json.loads(MODEL.read_text(encoding="utf-8"))["training"]
    rewrite(README, "accuracy", comparison(training))
    rewrite(PAGE, "accuracy", all_figures(training))
    rewrite(PAGE, "unread", unread_figures(training))
    if arguments.examples:
        rewrite(PAGE, "examples", example_figures(example_pairs()))
        rewrite(PAGE, "invented", invented_figures(invented_pairs()))
    if training["recommendations_sha256"] != load_recommendations().sha256:
        print("the model was trained with another list than the one that ships", file=sys.stderr)


def comparison(training: dict[str, Any]) -> str:
    """Return the table that sets the tool beside simpler methods."""
    scores = training["leave_one_programme_out"]
    own = (f"**{scores[name]:.2f}**" for name in COLUMNS)
    rows = [*BASELINES, ("**manifesto-check, leave one out**", *own)]
    if UNREAD in training:
        kept = training[UNREAD]
        shown = (f"**{kept['figures'][name]:.2f}**" for name in COLUMNS)
        rows.append((f"**manifesto-check, {len(kept['programmes'])} unread programmes**", *shown))
    rows.append(SECOND_READING)
    head = ("method", "found F1", "AUC", "grounded F1", "weighted kappa")
    opposed = scores["opposed_right"] + scores["opposed_missed"]
    return "\n".join(
        [
            table(head, rows),
            "",
            f"Leave one out was measured on {scores['pairs']:,} verdicts",
            f"in {len(training['programmes'])} programmes.",
            f"Of what the tool calls covered or partial, {scores['found_precision']:.0%} is;",
            f"of what is, it finds {scores['found_recall']:.0%}.",
            f"Opposed measures recognised: {scores['opposed_right']} of {opposed},",
            f"false alarms: {scores['opposed_false']} (the rules for it were made with these",
            "programmes at hand). The coverage of a theme is off by",
            f"{scores['theme_mae']:.1f} percentage points on average.",
            *_on_unread(training),
        ]
    )


def _on_unread(training: dict[str, Any]) -> list[str]:
    """Return the same on the programmes that nobody read, where that was measured."""
    if UNREAD not in training:
        return []
    kept = training[UNREAD]["figures"]
    opposed = kept["opposed_right"] + kept["opposed_missed"]
    return [
        "",
        "On the unread programmes: of what it calls covered or partial,",
        f"{kept['found_precision']:.0%} is; of what is, it finds {kept['found_recall']:.0%}.",
        "Opposed measures recognised:",
        f"{kept['opposed_right']} of {opposed}, false alarms: {kept['opposed_false']}.",
    ]


def all_figures(training: dict[str, Any]) -> str:
    """Return the table of all figures by each list, with their meanings, and the programmes."""
    programmes = ", ".join(training["programmes"])
    rows = [
        (f"`{name}`", *(_shown(name, training[kept][name]) for kept in LISTS), meaning)
        for name, meaning in MEANINGS.items()
    ]
    head = ("figure", *LISTS.values(), "meaning")
    return f"Programmes: {programmes}.\n\n{table(head, rows)}"


def keep_unread(gold: Path, programmes: Path, names: Sequence[str]) -> None:
    """Check programmes that nobody read, with the model as it ships, and keep their figures.

    Raises:
        SystemExit: the model was trained on one of them.
    """
    data = json.loads(MODEL.read_text(encoding="utf-8"))
    if seen := set(names) & set(data["training"]["programmes"]):
        raise SystemExit(f"the model was trained on {', '.join(sorted(seen))}")
    pairs = pairs_of([(programmes / f"{name}.pdf", gold / f"{name}.jsonl") for name in names])
    each = {n: asdict(score([p for p in pairs if p.programme == n])) for n in names}
    data["training"][UNREAD] = {
        "programmes": list(names),
        "figures": _rounded(asdict(score(pairs))),
        "each": {name: _rounded(figures) for name, figures in each.items()},
    }
    MODEL.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def unread_figures(training: dict[str, Any]) -> str:
    """Return the figures on the programmes that nobody read, together and each."""
    if UNREAD not in training:
        return "Not measured since the model was last trained."
    kept = training[UNREAD]
    figures = table(("figure", "value", "meaning"), figure_rows(kept["figures"]))
    rows = [
        (name, *(f"{kept['each'][name][column]:.2f}" for column in EACH))
        for name in kept["programmes"]
    ]
    return f"{figures}\n\n{table(('programme', *(f'`{c}`' for c in EACH)), rows)}"


def _rounded(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 4) for name, value in figures.items()}


def example_pairs() -> list[Pair]:
    """Check the example programmes and pair the judgements with their annotations."""
    return pairs_of([(p, p.with_suffix(".jsonl")) for p in sorted(EXAMPLES.glob("*.pdf"))])


def invented_pairs() -> list[Pair]:
    """Check the programmes of invented parties and pair the judgements with their annotations."""
    return pairs_of([(path, path.with_suffix(".jsonl")) for path in invented_files()])


def pairs_of(files: Sequence[tuple[Path, Path]]) -> list[Pair]:
    """Check programmes with the model that ships; each file with that of its annotations."""
    checker = Checker(load_recommendations())
    pairs: list[Pair] = []
    for path, annotated in files:
        (programme,) = read([path])
        judgements = [m.judgement for m in checker.check(programme).measures]
        pairs += pair_up(path.stem, read_annotations(annotated), judgements)
    return pairs


def invented_figures(pairs: Sequence[Pair]) -> str:
    """Return the figures on the programmes of invented parties, and which verdicts they get."""
    figures = table(("figure", "value", "meaning"), figure_rows(asdict(score(pairs))))
    return f"{figures}\n\n{confusion(pairs)}"


def example_figures(pairs: Sequence[Pair]) -> str:
    """Return the figures on the example programmes, and how far verdicts and confidence hold."""
    figures = table(("figure", "value", "meaning"), figure_rows(asdict(score(pairs))))
    rows = []
    for low, high in BINS:
        group = [p for p in pairs if low <= p.judgement.confidence < high]
        if group:
            said = sum(p.judgement.confidence for p in group) / len(group)
            right = sum(p.judgement.verdict is p.annotation.verdict for p in group) / len(group)
            name = f"{low:.2f} to {min(high, 1):.2f}"
            rows.append((name, str(len(group)), f"{said:.2f}", f"{right:.2f}"))
    head = ("confidence", "verdicts", "mean confidence", "share that is right")
    return f"{figures}\n\n{confusion(pairs)}\n\n{table(head, rows)}"


def confusion(pairs: Sequence[Pair]) -> str:
    """Return how often each verdict of the annotations got each verdict of the tool."""
    counts = Counter((p.annotation.verdict, p.judgement.verdict) for p in pairs)
    rows = [(want, *(str(counts[want, got]) for got in Verdict)) for want in Verdict]
    return table(("annotated as", *(f"tool: {got}" for got in Verdict)), rows)


def figure_rows(scores: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return name, value and meaning of every figure, in the order of their meanings."""
    return [(f"`{name}`", _shown(name, scores[name]), MEANINGS[name]) for name in MEANINGS]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def block(text: str, name: str) -> str:
    """Return what stands between the markers of that name."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    if found is None:
        raise SystemExit(f"no markers <!-- {name} --> and <!-- /{name} -->")
    return found[1]


def rewrite(path: Path, name: str, body: str) -> None:
    """Replace what stands between the markers of that name in a file."""
    text = path.read_text(encoding="utf-8")
    old = f"<!-- {name} -->\n{block(text, name)}<!-- /{name} -->"
    new = f"<!-- {name} -->\n{body}\n<!-- /{name} -->"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _shown(name: str, value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.1f}" if name == "theme_mae" else f"{value:.2f}"


if __name__ == "__main__":
    main()
