"""How accurate the verdicts are: the figures that were measured when the model was trained."""

from __future__ import annotations

import json
from importlib import resources

from manifesto_check.matching.preparedness import Preparation
from manifesto_check.model import Accuracy


def shipped_accuracy(
    recommendations_sha256: str, preparation: Preparation = Preparation.FULL
) -> Accuracy:
    """Return what was measured of a model that comes with the package.

    Args:
        recommendations_sha256: of the list that is checked against, to tell
            whether the figures are of that list.
        preparation: of the list; that of the measure that was prepared least.
    """
    file = resources.files("manifesto_check.matching").joinpath(preparation.value)
    text = file.read_text(encoding="utf-8")
    training = json.loads(text)["training"]
    figures = training["leave_one_programme_out"]
    return Accuracy(
        programmes=len(training["programmes"]),
        verdicts=figures["pairs"],
        precision=figures["found_precision"],
        recall=figures["found_recall"],
        opposed_right=figures["opposed_right"],
        opposed_missed=figures["opposed_missed"],
        opposed_false=figures["opposed_false"],
        theme_error=figures["theme_mae"],
        same_list=training["recommendations_sha256"] == recommendations_sha256,
    )
