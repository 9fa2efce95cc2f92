import json
from importlib import resources

import pytest

from manifesto_check.accuracy import shipped_accuracy


@pytest.mark.parametrize("text_only", [False, True])
def test_the_figures_are_those_of_the_shipped_model(text_only: bool) -> None:
    name = "verdict_model_text_only.json" if text_only else "verdict_model.json"
    file = resources.files("manifesto_check.matching").joinpath(name)
    training = json.loads(file.read_text(encoding="utf-8"))["training"]
    found = shipped_accuracy(training["recommendations_sha256"], text_only=text_only)
    figures = training["leave_one_programme_out"]
    assert found.programmes == len(training["programmes"])
    assert found.verdicts == figures["pairs"]
    assert (found.precision, found.recall) == (figures["found_precision"], figures["found_recall"])
    assert found.same_list
    assert not shipped_accuracy("0" * 64, text_only=text_only).same_list
