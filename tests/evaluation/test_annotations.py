import json

import pytest

from manifesto_check.errors import UsageError
from manifesto_check.evaluation.annotations import overlaps, read_annotations, words
from manifesto_check.model import Verdict


def test_words_join_a_hyphen_at_the_end_of_a_line() -> None:
    assert words("Een huis-\nvesting voor\u00ad iedereen") == ["een", "huisvesting", "vooriedereen"]


@pytest.mark.parametrize(
    ("quote", "annotated", "expected"),
    [
        ("Wij bouwen meer sociale huurwoningen", "wij bouwen meer sociale huurwoningen.", True),
        ("Wij bouwen meer", "Wij bouwen meer sociale huurwoningen in elke wijk", True),
        ("Wij bouwen", "Wij bouwen meer sociale huurwoningen in elke wijk van de stad", False),
        ("Meer groen", "Wij bouwen sociale huurwoningen", False),
        ("", "Wij bouwen", False),
    ],
)
def test_quotes_overlap_when_they_share_enough_words(
    quote: str, annotated: str, expected: bool
) -> None:
    assert overlaps(quote, annotated) is expected


def test_annotations_are_read_by_measure(tmp_path) -> None:
    line = {"measure": "A1", "label": -1, "evidence": [{"page": 3, "quote": "Nooit."}], "note": ""}
    path = tmp_path / "party.jsonl"
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    annotation = read_annotations(path)["A1"]
    assert annotation.verdict is Verdict.OPPOSED
    assert annotation.evidence[0].page == 3


@pytest.mark.parametrize(
    "line", ["{", '{"measure": "A1"}', '{"measure":"A1","label":7,"evidence":[]}']
)
def test_a_wrong_line_is_named(tmp_path, line: str) -> None:
    path = tmp_path / "party.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"party\.jsonl:2"):
        read_annotations(path)
