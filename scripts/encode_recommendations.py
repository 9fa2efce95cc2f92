"""Encode the sentences of the list that ships, so that no user has to wait for it.

    python scripts/encode_recommendations.py

Run it after every change of a sentence in data/recommendations.yaml; a test
fails until then.
"""

from __future__ import annotations

from manifesto_check.keeping import keep
from manifesto_check.matching.encoder import (
    SHIPPED,
    Rounded,
    UniversalSentenceEncoder,
    file_name,
)
from manifesto_check.matching.meaning import sentences_of
from manifesto_check.recommendations import load_recommendations


def main() -> None:
    """Write the file of the list as it is, and remove older ones."""
    encoder = UniversalSentenceEncoder()
    sentences = sentences_of(load_recommendations().measures)
    name = file_name(encoder, sentences)
    for old in SHIPPED.glob("*.npz"):
        if old.name != name:
            old.unlink()
    keep(SHIPPED / name, Rounded.of(encoder.encode(sentences)).write)
    print(f"{len(sentences)} sentences: {name}")


if __name__ == "__main__":
    main()
