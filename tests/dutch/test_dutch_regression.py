"""The language cases of ``regression/*.yaml``: extend those files, not this one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from manifesto_check.dutch.clauses import clause_words
from manifesto_check.dutch.compounds import compound_parts
from manifesto_check.dutch.figures import figures_in
from manifesto_check.dutch.language import junk_share, share_of_dutch
from manifesto_check.dutch.lemmas import lemma_of
from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.dutch.stance import scopes_in, stances_of
from manifesto_check.dutch.wished import is_grown

REGRESSION = Path(__file__).parent / "regression"


def cases(name: str) -> Any:
    return yaml.safe_load((REGRESSION / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def nlp():
    return dutch_pipeline()


@pytest.mark.parametrize("case", cases("sentences")["cases"], ids=str)
def test_sentences(nlp, case):
    expected = case["sentences"] if isinstance(case, dict) else case
    text = case["text"] if isinstance(case, dict) else " ".join(case)
    assert [sentence.text for sentence in nlp(text).sents] == expected


@pytest.mark.parametrize(("word", "lemma"), cases("lemmas")["words"].items())
def test_lemma_of_a_word(word, lemma):
    assert lemma_of(word) == lemma


@pytest.mark.parametrize("case", cases("lemmas")["sentences"], ids=lambda case: case["text"])
def test_lemma_in_a_sentence(nlp, case):
    token = next(token for token in nlp(case["text"]) if token.text == case["word"])
    assert token.lemma_ == case["lemma"]


@pytest.mark.parametrize(("word", "parts"), cases("compounds")["words"].items())
def test_compound_parts(word, parts):
    assert compound_parts(word) == tuple(parts.split())


@pytest.mark.parametrize("case", cases("rejected")["cases"], ids=lambda case: case["text"])
def test_the_thing_that_is_turned_down(nlp, case):
    doc = nlp(case["text"])
    things = frozenset().union(*(scope.thing for scope in doc._.stances))
    small = clause_words("before_noun") | clause_words("determiners")
    named = [doc[i] for i in sorted(things) if doc[i].text[0].isalnum()]
    words = [token.text for token in named if token.lower_ not in small]
    assert words == case["thing"].split()


@pytest.mark.parametrize(
    "case", cases("stance")["cases"], ids=lambda c: f"{c['text']} {c['about']}"
)
def test_stance(nlp, case, request):
    if case.get("not_yet"):
        request.applymarker(pytest.mark.xfail(reason="the rules do not cover it yet", strict=True))
    doc = nlp(case["text"])
    about = {word.lower() for word in case["about"].split()}
    tokens = [token.i for token in doc if token.lower_ in about]
    assert tokens, "the words in question do not stand in the sentence"
    expected = {case["stance"]} - {"none"}
    assert stances_of(tokens, scopes_in(doc[tokens[0]].sent)) == expected


@pytest.mark.parametrize("case", cases("language")["texts"], ids=lambda case: case["language"])
def test_language(case):
    dutch = share_of_dutch(case["text"].split()) >= 0.5
    assert dutch == (case["language"] == "nl")


@pytest.mark.parametrize("case", cases("language")["junk"], ids=lambda case: case["text"][:20])
def test_junk(case):
    share = junk_share(case["text"].split())
    assert case.get("at_least", 0) <= share <= case.get("at_most", 1)


@pytest.mark.parametrize("case", cases("figures")["cases"], ids=lambda case: case["text"])
def test_figures(case):
    found = [(f.value, f.bound, f.is_condition) for f in figures_in(case["text"], case["unit"])]
    expected = [(value, bound, bool(rest)) for value, bound, *rest in case["figures"]]
    assert found == [(pytest.approx(v, abs=0.001), bound, rest) for v, bound, rest in expected]


@pytest.mark.parametrize("case", cases("grown")["cases"], ids=lambda case: case["text"])
def test_whether_more_of_a_thing_itself_is_wanted(nlp, case):
    doc = nlp(case["text"])
    (word,) = [token.i for token in doc if token.text == case["word"]]
    assert any(is_grown(word, scope, doc) for scope in doc._.stances) == case["grown"]
