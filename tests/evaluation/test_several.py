"""Several lists are each judged by itself, and counted together."""

from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.evaluation import several
from manifesto_check.evaluation.files import annotated_programmes
from manifesto_check.evaluation.running import Run, RunOptions, annotated_for, run
from manifesto_check.evaluation.several import run_lists
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.joining import join

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LIST = load_recommendations()
PARTS = [
    replace(LIST, sources=LIST.sources[1:2], sha256="1" * 64),
    replace(LIST, sources=LIST.sources[2:], sha256="2" * 64),
]


@pytest.mark.slow
def test_the_pairs_and_baselines_are_those_of_each_list_alone() -> None:
    known = annotated_programmes(EXAMPLES, EXAMPLES, [m.id for m in LIST.measures])[:1]
    together = run_lists(known, join(PARTS), RunOptions())
    alone = [run(known, part, RunOptions()) for part in PARTS]
    assert together.pairs == [pair for one in alone for pair in one.pairs]
    (tested,) = together.tested
    for method, found in tested.nearest.items():
        assert found == {k: v for one in alone for k, v in one.tested[0].nearest[method].items()}
    assert together.recommendations.sources == (LIST.sources[1], LIST.sources[2])
    assert run_lists(known, PARTS[0], RunOptions()).pairs == alone[0].pairs


def test_a_list_without_annotations_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing could be trained on it for --leave-one-out."""
    known = annotated_programmes(EXAMPLES, EXAMPLES, [m.id for m in LIST.measures])
    other = load_recommendations(EXAMPLES / "fietsen.yaml")
    judged = []

    def recorded(programmes, part, options, progress):
        judged.append(part.sha256)
        return Run(part, options, [])

    monkeypatch.setattr(several, "run", recorded)
    assert annotated_for(known, other) == []
    assert len(annotated_for(known, PARTS[0])) == len(known)
    run_lists(known, join([PARTS[0], other]), RunOptions(leave_one_out=True))
    assert judged == [PARTS[0].sha256]
