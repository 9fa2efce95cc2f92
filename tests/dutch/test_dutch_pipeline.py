"""The pipeline as a whole: its components, the options, and text that is odd."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from manifesto_check.dutch.pipeline import COMPONENTS, dutch_pipeline
from manifesto_check.dutch.stance import Stance, scopes_in, sentence_stances, stances_of
from manifesto_check.errors import UsageError


@pytest.fixture(scope="module")
def nlp():
    return dutch_pipeline()


def test_components_declare_what_they_need_and_set(nlp):
    analysis = nlp.analyze_pipes()
    assert tuple(nlp.pipe_names) == COMPONENTS
    assert not any(analysis["problems"].values())
    assert analysis["summary"]["manifesto_stance"]["assigns"] == ["doc._.stances"]


def test_model_that_is_not_installed():
    with pytest.raises(UsageError, match=r"nl_core_news_md.*niet geïnstalleerd.*spacy download"):
        dutch_pipeline("nl_core_news_md")


def test_trained_pipeline_keeps_only_what_is_needed(tmp_path):
    trained = spacy.blank("nl")
    trained.add_pipe("senter")
    trained.add_pipe("attribute_ruler")
    trained.initialize()
    trained.to_disk(tmp_path / "model")
    nlp = dutch_pipeline(str(tmp_path / "model"))
    assert tuple(nlp.pipe_names) == COMPONENTS
    doc = nlp("We schaffen de boetes af. Er komt o.a. een loket.")
    assert [s.text for s in doc.sents] == ["We schaffen de boetes af.", "Er komt o.a. een loket."]
    assert doc[1].lemma_ == "afschaffen"


def test_every_token_has_a_lemma_and_a_sentence(nlp):
    doc = nlp("De gemeente bouwt woningen. Dat is nodig.")
    assert all(token.lemma_ for token in doc)
    assert [token.is_sent_start for token in doc].count(True) == 2
    assert doc.has_annotation("SENT_START", require_complete=True)


def test_a_heading_is_one_sentence(nlp):
    assert [s.text for s in nlp("Wonen").sents] == ["Wonen"]


def test_stances_of_a_sentence(nlp):
    doc = nlp("We willen minder regels. Helaas is de opvang vol.")
    first, second = doc.sents
    assert sentence_stances(first) == {Stance.WANTS, Stance.WANTS_LESS}
    assert sentence_stances(second) == {Stance.DESCRIBES}


def test_scopes_stay_inside_their_sentence(nlp):
    doc = nlp("Wij zijn tegen boetes. Bedelen op straat komt voor.")
    first, second = doc.sents
    assert stances_of([token.i for token in first], scopes_in(first)) == {Stance.REJECTS}
    assert all(scope.end <= first.end for scope in doc._.stances if scope.trigger_start < first.end)
    assert Stance.REJECTS not in stances_of([token.i for token in second], scopes_in(second))


def test_the_more_telling_stance_counts(nlp):
    doc = nlp("We willen onderzoeken of een loket helpt.")
    (sentence,) = doc.sents
    place = next(token.i for token in doc if token.text == "loket")
    assert stances_of([place], scopes_in(sentence)) == {Stance.EXPLORES}


def test_same_text_same_result(nlp):
    text = "We breiden de nachtopvang uit. Er komen geen boetes meer voor slapen op straat."
    first, second = nlp(text), dutch_pipeline()(text)
    assert first._.stances == second._.stances
    assert [t.lemma_ for t in first] == [t.lemma_ for t in second]


def test_batches_give_the_same_as_single_texts(nlp):
    texts = ["We stoppen met boetes.", "", "Wonen", "Er komt een loket. Dat helpt."]
    for doc, text in zip(nlp.pipe(texts), texts, strict=True):
        assert doc._.stances == nlp(text)._.stances


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aAbe. ,;:!?…–-'\"()•10\n\u00ad€éwijniet", max_size=200))
def test_any_text_is_cut_into_its_own_parts(nlp, text):
    doc = nlp(text)
    assert "".join(s.text_with_ws for s in doc.sents) == text
    for scope in doc._.stances:
        assert 0 <= scope.start <= scope.trigger_start < scope.trigger_end <= scope.end <= len(doc)


def test_help_does_not_pay_for_spacy():
    code = "import sys, manifesto_check.dutch.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


LETTERS = [chr(code) for code in range(256) if chr(code).isalpha() and chr(code) not in "ªµº"]


@given(st.text(alphabet=LETTERS, min_size=1))
def test_no_rule_of_spacy_cuts_a_word_of_letters(nlp, word):
    tokenizer = nlp.tokenizer
    assert tokenizer.token_match(word)
    assert not tokenizer.prefix_search(word)
    assert not tokenizer.suffix_search(word)
    assert not list(tokenizer.infix_finditer(word))
    assert not tokenizer.url_match(word)


@pytest.mark.parametrize("text", ["woning.", "m²", "co-op", "'s", "5km", ""])
def test_other_text_is_left_to_its_rules(nlp, text):
    assert not nlp.tokenizer.token_match(text)
