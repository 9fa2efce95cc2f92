"""What counts as a change: the verdict and the text of quotes, never their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_reports import IDS, QUOTES, A, C, P, X, judgement, programme, quote, report, unreadable

from manifesto_check.changes.comparing import changes_between
from manifesto_check.changes.model import LOSSES, Change, ChangeKind
from manifesto_check.changes.quotes import ProgrammeText, letters, same_quote
from manifesto_check.model import Judgement, Programme, Verdict

Kind = ChangeKind


def only(
    old: Verdict | Judgement, new: Verdict | Judgement, text: Programme | None = None
) -> Change | None:
    found = changes_between(report({"V1.1a": old}), report({"V1.1a": new}), text, 0.6)
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (C, A, Kind.LOST), (P, A, Kind.LOST), (C, X, Kind.LOST), (P, X, Kind.LOST),
        (A, X, Kind.OPPOSED), (C, P, Kind.WEAKENED), (A, P, Kind.GAINED), (A, C, Kind.GAINED),
        (X, C, Kind.GAINED), (P, C, Kind.STRENGTHENED), (X, A, Kind.NO_LONGER_OPPOSED),
    ],
)  # fmt: skip
def test_another_verdict_is_a_change(old: Verdict, new: Verdict, kind: ChangeKind) -> None:
    change = only(old, new)
    assert change is not None
    assert change.kind is kind
    assert change.is_loss is (kind in LOSSES)
    assert (change.old.verdict, change.new.verdict) == (old, new)


@given(first=st.lists(st.sampled_from(list(Verdict)), min_size=5, max_size=5))
def test_the_same_verdicts_and_quotes_are_no_change(first: list[Verdict]) -> None:
    given_verdicts = dict(zip(IDS, first, strict=True))
    assert changes_between(report(given_verdicts), report(given_verdicts)) == ()


@given(
    page=st.integers(1, 99),
    line=st.none() | st.integers(1, 999),
    section=st.sampled_from(["Wonen", "Zorg"]),
)
def test_the_same_text_elsewhere_has_only_moved(page: int, line: int | None, section: str) -> None:
    from dataclasses import replace

    moved = replace(quote(QUOTES["V1.1a"], page, section), line=line)
    change = only(C, judgement("V1.1a", C, 0.9, moved))
    if moved == quote(QUOTES["V1.1a"]):
        assert change is None
    else:
        assert change is not None
        assert change.kind is Kind.MOVED
        assert not change.is_loss


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wij bouwen hui-zen.", "wij  bouwen “huizen”", True),
        (
            "De gemeente bouwt honderd woningen",
            "- De gemeente bouwt honderd woningen per jaar",
            True,
        ),
        ("Wonen", "Wonen is een recht", False),
        ("Wij bouwen 100 huizen", "Wij bouwen 200 huizen", False),
    ],
)
def test_quotes_are_the_same_by_their_letters(one: str, other: str, same: bool) -> None:
    assert same_quote(one, other) is same
    assert same_quote(other, one) is same


@given(text=st.text())
def test_letters_hold_neither_space_nor_case(text: str) -> None:
    assert letters(f" {text} ") == letters(text)
    assert not any(char.isspace() for char in letters(text))


def test_text_that_is_gone_under_the_same_verdict_is_shown() -> None:
    old = judgement("V1.1a", C, 0.9, quote("Dit stond er vroeger wel in."), quote(QUOTES["V1.1a"]))
    change = only(old, C, programme(*QUOTES.values()))
    assert change is not None
    assert change.kind is Kind.REWORDED
    assert [q.quote for q in change.gone] == ["Dit stond er vroeger wel in."]
    assert change.old_quotes[0].quote == "Dit stond er vroeger wel in."


def test_a_quote_that_gave_way_to_another_of_the_same_text_is_no_change() -> None:
    old = judgement("V1.1a", C, 0.9, quote("Dit staat er nog steeds in."))
    text = programme("Dit staat er nog\u00ad steeds in.", *QUOTES.values())
    assert only(old, C, text) is None
    change = only(old, C)  # of a report alone nobody knows
    assert change is not None
    assert change.kind is Kind.REWORDED


@pytest.mark.parametrize(
    ("sure", "new", "texts", "kind", "remains"),
    [
        (0.9, A, ("Weg.",), Kind.LOST, False),
        (0.5, A, ("Weg.",), Kind.LOST, False),
        (0.9, A, QUOTES.values(), Kind.LOST, True),
        (0.5, A, QUOTES.values(), Kind.REJUDGED, True),
        (0.5, P, QUOTES.values(), Kind.REJUDGED, True),
        (0.5, X, QUOTES.values(), Kind.LOST, True),
    ],
)
def test_a_verdict_that_wavers_over_the_same_text_is_no_loss(
    sure: float, new: Verdict, texts: list[str], kind: ChangeKind, remains: bool
) -> None:
    change = only(judgement("V1.1a", C, sure), new, programme(*texts))
    assert change is not None
    assert (change.kind, change.remains) == (kind, remains)


def test_unread_pages_may_explain_it() -> None:
    new = report({"V1.1a": A, "V1.1b": X}, partly=True)
    found = {c.measure.id: c.unread for c in changes_between(report(), new)}
    assert found == {"V1.1a": True, "V1.1b": True}
    old = report({"V1.1a": A}, partly=True)
    assert [c.unread for c in changes_between(old, report())] == [True]
    assert [c.unread for c in changes_between(report({"V1.1a": A}), report())] == [False]


def test_the_gravest_come_first() -> None:
    old = report({"V1.1a": A, "V1.1b": C, "V2.1a": C})
    new = report({"V1.1a": C, "V1.1b": P, "V2.1a": A})
    kinds = [change.kind for change in changes_between(old, new)]
    assert kinds == [Kind.LOST, Kind.WEAKENED, Kind.GAINED]


def test_of_what_could_not_be_read_nothing_changed() -> None:
    assert changes_between(unreadable(), report()) == ()
    assert changes_between(report(), unreadable()) == ()


def test_what_is_new_is_quoted_first() -> None:
    old = judgement("V1.1a", P, 0.9, quote(QUOTES["V1.1a"]))
    fresh = quote("Dit is er nieuw bij gekomen.")
    change = only(old, judgement("V1.1a", C, 0.9, quote(QUOTES["V1.1a"]), fresh))
    assert change is not None
    assert change.new_quotes[0] == fresh


SENTENCE = "De kredietbank koopt schulden op."


@pytest.mark.parametrize(
    ("texts", "holds"),
    [
        ((SENTENCE,), True),
        (("Wij helpen. De krediet\u00adbank koopt schulden op! Daarna helpen wij verder.",), True),
        (("Hulp", SENTENCE.removesuffix("."), "Daarna"), True),
        (("De kredietbank koopt niet langer schulden op.",), False),
        (("De kredietbank koopt schulden op, maar nu niet meer.",), False),
        (("Het is uit met wat hier stond: de kredietbank koopt schulden op.",), True),
        (("Wij willen niet dat de kredietbank koopt schulden op.",), False),
        (("Niet dat de kredietbank koopt schulden op.", SENTENCE), True),
        (("ﬁjn ½ e\u0301 ß İ. De kredietbank koopt schulden op.",), True),
    ],
)
def test_a_sentence_stands_in_a_text_as_a_whole(texts: tuple[str, ...], holds: bool) -> None:
    assert ProgrammeText(programme(*texts)).holds(SENTENCE) is holds


def test_what_has_no_stop_may_not_be_longer_either() -> None:
    bullet = "gratis zwemles voor kinderen"
    assert ProgrammeText(programme("Wij geven:", bullet, "meer")).holds(bullet)
    assert ProgrammeText(programme(f"Wij geven: {bullet}; en meer.")).holds(bullet)
    assert not ProgrammeText(programme(f"{bullet} niet meer")).holds(bullet)
    assert not ProgrammeText(programme(f"nooit meer {bullet}")).holds(bullet)


def test_a_quote_that_was_cut_out_of_a_long_passage_begins_and_ends_anywhere() -> None:
    words = " ".join(f"woord{number}" for number in range(80))
    cut = " ".join(words.split()[5:65])
    assert ProgrammeText(programme(words)).holds(cut)


@given(sentences=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8))
def test_a_block_of_a_text_is_always_held_by_it(sentences: list[str]) -> None:
    text = ProgrammeText(programme(*sentences))
    assert all(text.holds(sentence) for sentence in sentences)


def test_the_sentence_most_like_what_is_gone_is_found() -> None:
    text = ProgrammeText(
        programme(
            "Wij helpen snel. De kredietbank koopt niet langer schulden op. Dat is nieuw.", "Iets."
        )
    )
    assert text.nearest(SENTENCE) == "De kredietbank koopt niet langer schulden op."
    both = f"Wij helpen snel. {SENTENCE}"  # only the second sentence of it is gone
    assert text.nearest(both) == "De kredietbank koopt niet langer schulden op."
    assert text.nearest("Er komen tweehonderd bomen in het park.") == ""
