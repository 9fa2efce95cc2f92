"""Learn how proposals, near misses and rejections are phrased (manifesto_check.matching.phrasing).

    python scripts/train_phrasing.py

From the own sentences of the list that ships, all measures together. Prints
how well each question is answered for measures that were not trained on. Run
it after every larger change of the list's sentences.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from manifesto_check.matching.phrases import Phrases, Words
from manifesto_check.matching.phrasing import FILE, PHRASING_SIGNALS
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.model import Measure

OUTPUT = Path(__file__).resolve().parents[1] / "src/manifesto_check/matching" / FILE
QUESTIONS = {
    "proposes": (("examples", "partial_examples"), ("absent_examples",)),
    "firm": (("examples",), ("partial_examples",)),
    "turns_down": (("opposed_by",), ("examples", "partial_examples")),
}
"""The kinds of sentences for which the answer is yes, and those for which it is no."""
FEWEST = 3
"""Phrases of fewer sentences are not kept."""
SHRINKAGE = 3.0
"""scikit-learn's C. Chosen by cross-validation over measures; twice or half makes no odds."""
FOLDS = 6


def main() -> None:
    """Train, print, write."""
    measures = load_recommendations().measures
    kinds = sorted({kind for sides in QUESTIONS.values() for side in sides for kind in side})
    words = Words([s for m in measures for k in kinds for s in getattr(m, k)])
    everything = Phrases.of(words)
    often = np.bincount(everything.find(words)[1], minlength=len(everything)) >= FEWEST
    known = Phrases.named(
        name for name, is_kept in zip(everything.names, often, strict=True) if is_kept
    )
    models = []
    for question in PHRASING_SIGNALS:
        values, answer, group = _data(measures, question, known)
        model = LogisticRegression(C=SHRINKAGE, class_weight="balanced", max_iter=1000)
        chances = cross_val_predict(
            model, values, answer, groups=group, cv=GroupKFold(FOLDS), method="decision_function"
        )
        print(f"{question:12} auc on other measures {roc_auc_score(answer, chances):.3f}")
        models.append(model.fit(values, answer))
    np.savez_compressed(
        OUTPUT,
        phrases=np.array("\n".join(known.names)),
        weights=np.stack([m.coef_[0] for m in models], axis=1).astype(np.float16),
        bias=np.array([m.intercept_[0] for m in models], dtype=np.float32),
    )
    print(f"{len(known)} phrases: {OUTPUT.name}")


def _data(
    measures: tuple[Measure, ...], question: str, known: Phrases
) -> tuple[Any, NDArray[np.bool_], NDArray[np.int64]]:
    """Return the sentences as a sparse matrix of rows of length 1, the answers and the measures."""
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    rows = [
        (sentence, answer, number)
        for number, measure in enumerate(measures)
        for answer, kinds in zip((True, False), QUESTIONS[question], strict=True)
        for kind in kinds
        for sentence in getattr(measure, kind)
    ]
    row, column = known.find(Words([sentence for sentence, *_ in rows]))
    shape = (len(rows), len(known))
    values = normalize(csr_matrix((np.ones(len(row)), (row, column)), shape=shape))
    return values, np.array([a for _, a, _ in rows]), np.array([n for *_, n in rows])


if __name__ == "__main__":
    main()
