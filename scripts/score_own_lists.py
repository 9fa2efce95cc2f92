"""How a list of one's own is judged: sentences for its measures, against them and beside them.

    python scripts/score_own_lists.py [--sentences]

A language model wrote 140 measures of the kind that users bring, with sentences of parties that
adopt, oppose or only touch on each, without reading a programme or this package
(``benchmarks/own_lists.jsonl``). Those that were read while the rules were made are told apart
from the others. Prints a Markdown table; a verdict counts where it rests on the measure's own
sentence. The list holds texts alone; with ``--sentences`` also the other sentences of each
measure, all but the one that is judged, as examples, near examples and those of opponents.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from manifesto_check.checking import Checker
from manifesto_check.model import Block, BlockKind, MeasureResult, Page, Programme, Verdict
from manifesto_check.recommendations.loading import parse_recommendations

MEASURES = Path(__file__).resolve().parents[1] / "benchmarks/own_lists.jsonl"
KINDS = {"for": "for the measure", "against": "against it", "beside": "beside it"}
KEYS = {"for": "examples", "against": "opposed_by", "beside": "absent_examples"}
PARTS = {True: "read", False: "not read"}

Row = dict[str, Any]


def main() -> None:
    """Check all and print how often they got each verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", action="store_true", help="list the other sentences too")
    with_sentences = parser.parse_args().sentences
    rows = [json.loads(line) for line in MEASURES.read_text(encoding="utf-8").splitlines()]
    print(f"| sentences | measures | number | {' | '.join(f'tool: {v}' for v in Verdict)} |")
    print(f"| --- | --- | --- |{' --- |' * len(Verdict)}")
    for is_read, part in PARTS.items():
        chosen = [row for row in rows if row["read"] == is_read]
        for kind, name in KINDS.items():
            counts = Counter(verdict for verdict in _verdicts(chosen, kind, with_sentences))
            cells = [counts[verdict] for verdict in Verdict]
            print(f"| {name} | {part} | {sum(cells)} | {' | '.join(map(str, cells))} |")


def _verdicts(rows: list[Row], kind: str, with_sentences: bool) -> Iterator[Verdict]:
    """Yield the verdict on each sentence; each programme holds one for every measure."""
    for sentences in zip(*(row[kind] for row in rows), strict=True):
        data = _list(rows, set(sentences) if with_sentences else None)
        report = Checker(parse_recommendations(data, "own.yaml")).check(_programme(sentences))
        for measure, sentence in zip(report.measures, sentences, strict=True):
            yield _verdict(measure, sentence)


def _verdict(measure: MeasureResult, sentence: str) -> Verdict:
    judgement = measure.judgement
    is_own = any(sentence in e.quote or e.quote in sentence for e in judgement.evidence)
    return judgement.verdict if is_own else Verdict.ABSENT


def _programme(sentences: Iterable[str]) -> Programme:
    blocks = (Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in sentences)
    return Programme("own.md", "", (Page(1),), tuple(blocks))


def _list(rows: list[Row], judged: set[str] | None) -> bytes:
    """Return the measures as a list: texts, and all sentences but those ``judged``, if any."""
    measures = [
        {"id": f"A1.{n}a", "text": row["measure"]}
        | ({} if judged is None else {k: sorted({*row[s]} - judged) for s, k in KEYS.items()})
        for n, row in enumerate(rows, 1)
    ]
    recommendations = [{"id": m["id"][:-1], "measures": [m]} for m in measures]
    theme = {"id": "A1", "title": "Wensen", "recommendations": recommendations}
    source = {"id": "A", "title": "Eigen lijst", "themes": [theme]}
    return json.dumps({"schema_version": 1, "sources": [source]}, ensure_ascii=False).encode()


if __name__ == "__main__":
    main()
