"""Count how programmes in general write (manifesto_check.matching.background).

    python scripts/count_background.py PROGRAMME.pdf ...

Give programmes that are not annotated. Writes counts of words and the spread
of the sentences' vectors; no sentence can be read back from them.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.errors import ProgrammeError
from manifesto_check.matching.background import FEWEST
from manifesto_check.matching.corpus import build_corpus
from manifesto_check.matching.encoder import UniversalSentenceEncoder
from manifesto_check.matching.wording import lettered_words, words_of_passages
from manifesto_check.sources import read_programme

OUTPUT = Path(__file__).resolve().parents[1] / "src/manifesto_check/matching/background.npz"


def main() -> None:
    """Read, count, write."""
    nlp, encoder = dutch_pipeline(), UniversalSentenceEncoder()
    counts: Counter[str] = Counter()
    vectors = []
    for path in sorted(sys.argv[1:]):
        try:
            corpus = build_corpus(read_programme(path), nlp)
        except ProgrammeError as error:
            print(f"left out: {error}")
            continue
        _, numbers, words = words_of_passages(corpus, lettered_words)
        often = np.bincount(numbers, minlength=len(words)).tolist()
        counts.update(dict(zip(words, often, strict=True)))
        vectors.append(encoder.encode(corpus.texts))
    everything = np.concatenate(vectors).astype(np.float64)
    kept = sorted(word for word, count in counts.items() if count >= FEWEST)
    covariance = np.cov(everything.T)
    np.savez_compressed(
        OUTPUT,
        sentences=len(everything),
        words="\n".join(kept),
        counts=np.array([counts[word] for word in kept], dtype=np.uint16),
        encoder=encoder.name,
        mean=everything.mean(axis=0).astype(np.float32),
        covariance=covariance[np.tril_indices(len(covariance))].astype(np.float32),
    )
    print(f"{len(everything)} sentences of {len(vectors)} programmes, {len(kept)} words")


if __name__ == "__main__":
    main()
