"""Runs on the example programmes, with the real reader, pipeline and encoder."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.evaluation import running
from manifesto_check.evaluation.files import AnnotatedProgramme, annotated_programmes
from manifesto_check.evaluation.running import RunOptions, must_be_trainable, run, text_only
from manifesto_check.evaluation.thinning import words_of_texts
from manifesto_check.evaluation.training import Example, Learning, judging_of, train
from manifesto_check.matching.judging import Judging
from manifesto_check.matching.verdict import VerdictModel
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Measure

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ["brede-dijk", "koers-en-ruimte", "waterveens-hart"]
LIST = load_recommendations()
SHORT_LIST = replace(LIST, sources=LIST.sources[-1:])
"""One source, so that the folds are trained fast."""


@pytest.fixture(scope="module")
def examples() -> list[AnnotatedProgramme]:
    ids = [measure.id for measure in LIST.measures]
    return annotated_programmes(EXAMPLES, EXAMPLES, ids)


@pytest.mark.slow
def test_the_verdicts_are_those_of_check(examples: list[AnnotatedProgramme]) -> None:
    done = run(examples[:1], LIST, RunOptions(baselines=False))
    (programme,) = read([examples[0].path])
    report = Checker(LIST).check(programme)
    checked = {m.id: m.judgement for m in report.measures}
    assert len(done.pairs) == 113
    for pair in done.pairs:
        mine, theirs = pair.judgement, checked[pair.annotation.measure]
        assert mine.verdict is theirs.verdict
        assert [e.quote for e in mine.evidence] == [e.quote for e in theirs.evidence]
        # More is encoded at a time here, which moves the last digits.
        assert mine.confidence == pytest.approx(theirs.confidence, abs=1e-6)
        assert mine.p_found == pytest.approx(theirs.p_found, abs=1e-6)
        assert pair.theme == next(
            m.theme for m in report.measures if m.id == pair.judgement.measure
        )
    assert not done.tested[0].in_sample
    assert not done.tested[0].nearest


@pytest.mark.slow
def test_no_programme_is_judged_by_a_verdict_that_saw_it(
    examples: list[AnnotatedProgramme], monkeypatch: pytest.MonkeyPatch
) -> None:
    folds: list[list[str]] = []
    learned: dict[str, Example] = {}

    def recorded(
        known: Sequence[Example],
        measures: Sequence[str],
        how: Learning | None,
        invented: Sequence[Example],
    ) -> VerdictModel:
        folds.append([example.name for example in known])
        learned.update({example.name: example for example in known})
        return train(known, measures, how, invented)

    judged: list[Example] = []

    def seen(example: Example, model: VerdictModel) -> Judging:
        judged.append(example)
        return judging_of(example, model)

    monkeypatch.setattr(running, "train", recorded)
    monkeypatch.setattr(running, "judging_of", seen)
    steps: list[tuple[int, str, str]] = []
    options = RunOptions(leave_one_out=True)
    done = run(examples, SHORT_LIST, options, lambda *step: steps.append(step))
    assert folds == [[n for n in NAMES if n != name] for name in NAMES]
    assert [tested.annotated.name for tested in done.tested] == NAMES
    assert not any(tested.in_sample for tested in done.tested)
    measures = len(SHORT_LIST.measures)
    assert {len(found) for t in done.tested for found in t.nearest.values()} == {measures}
    assert steps[0] == (0, "brede-dijk", "reading")
    assert steps[-1] == (5, "waterveens-hart", "verdict")
    # A word of the list's texts is there when a programme is judged, not when it is learned from.
    for example in judged:
        left_out = terms_of(example) - terms_of(learned[example.name])
        assert left_out
        assert left_out <= words_of_texts(SHORT_LIST.measures, dutch_pipeline(), LIST.not_meant)


def terms_of(example: Example) -> set[str]:
    """Return the words that the measures have by which a programme is judged."""
    concepts = [concept for measure in example.maker.measures for concept in measure.concepts]
    return {word for concept in concepts for word in (*concept.terms, *concept.parts)}


def test_leave_one_out_with_a_list_that_nobody_prepared(
    examples: list[AnnotatedProgramme],
) -> None:
    options = RunOptions(leave_one_out=True, text_only=True, baselines=False)
    done = run(examples, SHORT_LIST, options)
    assert len(done.pairs) == 3 * 16
    assert done.recommendations == text_only(SHORT_LIST)


def test_what_the_verdict_was_trained_on_is_known_by_name_or_by_file(
    examples: list[AnnotatedProgramme], monkeypatch: pytest.MonkeyPatch
) -> None:
    (programme,) = read([examples[1].path])
    trained = (frozenset({"brede-dijk"}), frozenset({programme.sha256}))
    monkeypatch.setattr(running, "trained_on", lambda: trained)
    done = run(examples, SHORT_LIST, RunOptions(baselines=False))
    assert [tested.in_sample for tested in done.tested] == [True, True, False]


def test_a_programme_that_cannot_be_read_is_left_out_and_named(
    examples: list[AnnotatedProgramme], tmp_path: Path
) -> None:
    path = tmp_path / "kapot.pdf"
    path.write_bytes(b"no PDF")
    broken = AnnotatedProgramme("kapot", path, examples[0].annotations)
    done = run([broken, examples[0]], LIST, RunOptions(baselines=False))
    assert [tested.annotated.name for tested in done.tested] == ["brede-dijk"]
    assert list(done.left_out) == ["kapot"]
    assert str(path) in str(done.left_out["kapot"])
    with pytest.raises(ProgrammeError, match="kapot"):
        run([broken], LIST, RunOptions())


def test_too_few_programmes_to_leave_one_out(examples: list[AnnotatedProgramme]) -> None:
    with pytest.raises(UsageError, match=r"minstens 3 .* dit zijn er 2"):
        run(examples[:2], LIST, RunOptions(leave_one_out=True))


def test_without_scikit_learn_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    must_be_trainable(3)
    monkeypatch.setattr(running, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'manifesto-check\[train\]'"):
        must_be_trainable(3)


def test_a_list_of_texts_keeps_nothing_but_ids_and_texts() -> None:
    bare = text_only(LIST)
    assert [(m.id, m.text) for m in bare.measures] == [(m.id, m.text) for m in LIST.measures]
    assert [t.id for _, t, _, _ in bare.entries()] == [t.id for _, t, _, _ in LIST.entries()]
    assert all(measure == Measure(measure.id, measure.text) for measure in bare.measures)


def test_the_shipped_verdict_says_what_it_was_trained_on() -> None:
    names, files = running.trained_on()
    assert names
    assert len(files) == 2 * len(names)
