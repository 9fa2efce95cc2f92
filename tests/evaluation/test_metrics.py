import json
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from manifesto_check.evaluation.annotations import Annotation, Quote, read_annotations
from manifesto_check.evaluation.metrics import Pair, auc, kappa, pair_up, score
from manifesto_check.model import Evidence, Judgement, Verdict

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
C, P, A, X = Verdict.COVERED, Verdict.PARTIAL, Verdict.ABSENT, Verdict.OPPOSED

QUOTE = "wij bouwen elk jaar duizend huizen"


def judgement(
    measure: str, verdict: Verdict, p_found: float, page: int = 1, quote: str = ""
) -> Judgement:
    evidence = (Evidence(page, page, None, "", quote, 0.5),) if quote else ()
    return Judgement(measure, verdict, 0.5, p_found, evidence)


def test_perfect_agreement() -> None:
    pairs = [
        Pair(
            "x", "T", Annotation("T.a", C, (Quote(4, QUOTE),)), judgement("T.a", C, 0.9, 5, QUOTE)
        ),
        Pair("x", "T", Annotation("T.b", A, ()), judgement("T.b", A, 0.1)),
    ]
    figures = score(pairs)
    assert figures.found_f1 == figures.grounded_f1 == figures.auc == figures.weighted == 1.0
    assert figures.theme_mae == 0.0


def test_a_hit_without_the_right_quote_is_not_grounded() -> None:
    annotation = Annotation("T.a", C, (Quote(4, QUOTE),))
    pairs = [
        Pair("x", "T", annotation, judgement("T.a", C, 0.9, 9, QUOTE)),
        Pair("x", "T", Annotation("T.b", A, ()), judgement("T.b", A, 0.1)),
    ]
    figures = score(pairs)
    assert figures.found_f1 == 1.0
    assert figures.grounded_f1 == 0.0


def test_auc_counts_ties_half() -> None:
    assert auc([0.9, 0.1], [True, False]) == 1.0
    assert auc([0.5, 0.5], [True, False]) == 0.5
    assert auc([0.3], [True]) == 0.5


def test_weighted_kappa_forgives_near_misses() -> None:
    want, near, far = [C, A, P, X], [P, A, P, X], [X, A, P, X]
    assert kappa(want, near, weighted=True) > kappa(want, far, weighted=True)
    assert kappa(want, want) == 1.0


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the annotated programmes in ../shared")
def test_figures_are_those_of_the_annotations_own_scorer(tmp_path: Path) -> None:
    random.seed(7)
    pairs = []
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        annotations = read_annotations(path)
        judgements = [_guess(a) for a in annotations.values()]
        pairs += pair_up(path.stem, annotations, judgements)
        report = {"measures": [_as_json(j) for j in judgements]}
        (tmp_path / f"{path.stem}.json").write_text(json.dumps(report))
    command = [sys.executable, str(SHARED / "gold/score.py"), str(SHARED / "gold"), str(tmp_path)]
    done = subprocess.run([*command, "--json"], capture_output=True, check=True)
    theirs = json.loads(done.stdout)
    ours = score(pairs)
    names = {"found_p": "found_precision", "found_r": "found_recall"}
    for name, value in theirs.items():
        if isinstance(value, float):
            assert getattr(ours, names.get(name, name)) == pytest.approx(value, abs=5e-4), name
    assert theirs["opposed"] == {
        "right": ours.opposed_right,
        "false": ours.opposed_false,
        "missed": ours.opposed_missed,
    }


def _guess(annotation: Annotation) -> Judgement:
    verdict = random.choice([annotation.verdict, random.choice([C, P, A, X])])
    quotes = tuple(
        Evidence(q.page + random.choice([0, 0, 3]), q.page, None, "", q.quote, 0.5)
        for q in annotation.evidence
    )
    return Judgement(annotation.measure, verdict, 0.5, round(random.random(), 2), quotes)


def _as_json(j: Judgement) -> dict:
    return {"id": j.measure, **asdict(j)}
