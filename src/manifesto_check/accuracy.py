"""How accurate the verdicts are: the figures that were measured when the model was trained."""

from __future__ import annotations

import json
from importlib import resources

from manifesto_check.model import Accuracy


def shipped_accuracy(recommendations_sha256: str, *, text_only: bool = False) -> Accuracy:
    """Return what was measured of a model that comes with the package.

    Args:
        recommendations_sha256: of the list that is checked against, to tell
            whether the figures are of that list.
        text_only: as in :func:`manifesto_check.matching.verdict.shipped_model`.
    """
    name = "verdict_model_text_only.json" if text_only else "verdict_model.json"
    text = resources.files("manifesto_check.matching").joinpath(name).read_text(encoding="utf-8")
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
