"""What the tool calls sentences that were written to oppose a measure, and traps beside them.

    python scripts/score_opposing_sentences.py

A language model wrote them for 38 measures, twice and apart from each other, without reading a
programme (``benchmarks/opposing_sentences.jsonl``). Each programme that is made of them holds one
sentence for each measure, so that a verdict rests on that sentence alone. Prints a Markdown table.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from manifesto_check.checking import Checker
from manifesto_check.model import Block, BlockKind, Page, Programme, Verdict
from manifesto_check.recommendations import load_recommendations

SENTENCES = Path(__file__).resolve().parents[1] / "benchmarks/opposing_sentences.jsonl"
KINDS = {"opposes": "opposes", "trap": "seems to oppose"}

Sentences = dict[str, str]
"""By the id of the measure that each is about."""


def main() -> None:
    """Check all and print how often they got each verdict."""
    checker = Checker(load_recommendations())
    counts: Counter[tuple[str, Verdict]] = Counter()
    for kind, sentences in programmes():
        report = checker.check(_programme(sentences))
        for measure in report.measures:
            if measure.id in sentences:
                counts[kind, measure.judgement.verdict] += 1
    print(f"| sentence | number | {' | '.join(f'tool: {verdict}' for verdict in Verdict)} |")
    print(f"| --- | --- |{' --- |' * len(Verdict)}")
    for kind, name in KINDS.items():
        row = [counts[kind, verdict] for verdict in Verdict]
        print(f"| {name} | {sum(row):,} | {' | '.join(map(str, row))} |")


def programmes() -> Iterator[tuple[str, Sentences]]:
    """Yield the sentences by kind, one for each measure at a time."""
    by_measure: defaultdict[tuple[str, int], defaultdict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_measure[row["kind"], row["writer"]][row["measure"]].append(row["text"])
    for (kind, _), texts in by_measure.items():
        for together in zip_longest(*texts.values()):
            pairs = zip(texts, together, strict=True)
            yield kind, {measure: text for measure, text in pairs if text is not None}


def _programme(sentences: Sentences) -> Programme:
    blocks = (Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in sentences.values())
    return Programme("", "", (Page(1),), tuple(blocks))


if __name__ == "__main__":
    main()
