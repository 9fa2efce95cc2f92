import json
from importlib import resources

import pytest

from manifesto_check.accuracy import shipped_accuracy
from manifesto_check.matching.preparedness import Preparation


@pytest.mark.parametrize("preparation", Preparation)
def test_the_figures_are_those_of_the_shipped_model(preparation: Preparation) -> None:
    file = resources.files("manifesto_check.matching").joinpath(preparation.value)
    training = json.loads(file.read_text(encoding="utf-8"))["training"]
    found = shipped_accuracy(training["recommendations_sha256"], preparation)
    figures = training["leave_one_programme_out"]
    assert found.programmes == len(training["programmes"])
    assert found.verdicts == figures["pairs"]
    assert (found.precision, found.recall) == (figures["found_precision"], figures["found_recall"])
    assert found.same_list
    assert not shipped_accuracy("0" * 64, preparation).same_list
