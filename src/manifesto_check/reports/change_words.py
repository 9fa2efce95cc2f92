"""What differs from an earlier report, in words that all formats share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from manifesto_check.changes.model import Change, ChangeKind, Total, totals_of
from manifesto_check.model import Evidence
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.text import number, place, printable, quoted, uncertain_limit
from manifesto_check.reports.texts import texts_in

FOLDED = (ChangeKind.REJUDGED, ChangeKind.MOVED)
"""What pages show only when opened: the text is the same. Another text may turn a promise round."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """All words of changes in one language; filled in with ``str.format``."""

    kinds: dict[ChangeKind, str]
    title: str
    since: str
    old: str
    new: str
    nothing: str
    unreadable: str
    count: str
    doubtful: str
    all_doubtful: str
    one_doubtful: str
    doubt: str
    no_doubt: str
    was: str
    now: str
    no_quote: str
    uncertain: str
    remains: str
    gone: str
    gone_quote: str
    unquoted: str
    instead: str
    still: str
    unread_now: str
    unread_then: str
    moved: str
    moved_hint: str
    coverage: str
    percentage_points: str
    same: str
    kicker: str
    measure: str
    change: str
    how: tuple[str, ...]


_NL = ChangeWords(
    kinds={
        ChangeKind.LOST: "verloren",
        ChangeKind.OPPOSED: "nu tegengesteld",
        ChangeKind.WEAKENED: "verzwakt",
        ChangeKind.GAINED: "gewonnen",
        ChangeKind.STRENGTHENED: "versterkt",
        ChangeKind.NO_LONGER_OPPOSED: "niet meer tegengesteld",
        ChangeKind.REJUDGED: "anders beoordeeld bij dezelfde tekst",
        ChangeKind.REWORDED: "andere tekst",
        ChangeKind.MOVED: "verplaatst",
    },
    title="Wat er veranderd is",
    since="Wat er veranderd is sinds {path}",
    old="toen",
    new="nu",
    nothing="Geen enkel oordeel en geen enkel citaat is veranderd.",
    unreadable=(
        "Een van de twee kon niet gelezen worden, dus er is niets vergeleken: dit zegt niets over "
        "wat er veranderd is."
    ),
    count="{count} {kind}",
    doubtful=" (waarvan {count} onzeker)",
    all_doubtful=" (alle onzeker)",
    one_doubtful=" (onzeker)",
    doubt=(
        "Onzeker: minstens een van beide oordelen heeft een zekerheid onder {limit}. Lees beide "
        "citaten na voordat u ernaar handelt."
    ),
    no_doubt="Geen van deze oordelen is onzeker: alle hebben een zekerheid van {limit} of meer.",
    was="was {verdict}",
    now="nu {verdict}",
    no_quote="geen citaat",
    uncertain="minstens een van beide oordelen is onzeker",
    remains="wat geciteerd werd staat nog in de tekst; kijk wat er omheen veranderde",
    gone="dit citaat staat niet meer in de tekst",
    gone_quote="niet meer in de tekst, toen {place}: {quote}",
    unquoted="niet meer geciteerd, en misschien weg; toen {place}: {quote}",
    instead="nu: {quote}",
    still="is nog {verdict}",
    unread_now="het kan op een pagina staan die niet gelezen kon worden",
    unread_then="het kan al op een pagina hebben gestaan die toen niet gelezen kon worden",
    moved="{old} werd {new}",
    moved_hint=(
        "Verplaatst, met dezelfde tekst en hetzelfde oordeel: {count} (--verbose toont "
        "{count:het|ze})."
    ),
    coverage="Dekking",
    percentage_points="procentpunt",
    same="gelijk",
    kicker="Wat veranderde er in het verkiezingsprogramma?",
    measure="maatregel",
    change="verandering",
    how=(
        "Vergeleken is per maatregel: het oordeel en de tekst van de citaten. Op welke pagina of "
        "regel een citaat staat doet er niet toe.",
        "Een oordeel kan fout zijn, toen en nu. Lees beide citaten na voordat u er iets uit "
        "afleidt.",
    ),
)
_EN = ChangeWords(
    kinds={
        ChangeKind.LOST: "lost",
        ChangeKind.OPPOSED: "opposed now",
        ChangeKind.WEAKENED: "weakened",
        ChangeKind.GAINED: "gained",
        ChangeKind.STRENGTHENED: "strengthened",
        ChangeKind.NO_LONGER_OPPOSED: "no longer opposed",
        ChangeKind.REJUDGED: "judged otherwise on the same text",
        ChangeKind.REWORDED: "other text",
        ChangeKind.MOVED: "moved",
    },
    title="What changed",
    since="What changed since {path}",
    old="then",
    new="now",
    nothing="No verdict and no quote has changed.",
    unreadable=(
        "One of the two could not be read, so nothing was compared: this says nothing about what "
        "changed."
    ),
    count="{count} {kind}",
    doubtful=" ({count} of them uncertain)",
    all_doubtful=" (all uncertain)",
    one_doubtful=" (uncertain)",
    doubt=(
        "Uncertain: at least one of the two verdicts has a confidence below {limit}. Read both "
        "quotes before you act on it."
    ),
    no_doubt="None of these verdicts is uncertain: all have a confidence of {limit} or more.",
    was="was {verdict}",
    now="now {verdict}",
    no_quote="no quote",
    uncertain="at least one of the two verdicts is uncertain",
    remains="what was quoted still stands in the text; look what changed around it",
    gone="this quote does not stand in the text any more",
    gone_quote="no longer in the text, then {place}: {quote}",
    unquoted="no longer quoted, and perhaps gone; then {place}: {quote}",
    instead="now: {quote}",
    still="is still {verdict}",
    unread_now="it may stand on a page that could not be read",
    unread_then="it may have stood on a page already that could not be read then",
    moved="{old} became {new}",
    moved_hint=(
        "Moved, with the same text and the same verdict: {count} (--verbose shows {count:it|them})."
    ),
    coverage="Coverage",
    percentage_points="percentage points",
    same="the same",
    kicker="What changed in the election programme?",
    measure="measure",
    change="change",
    how=(
        "Compared is by measure: the verdict and the text of the quotes. On which page or line a "
        "quote stands does not matter.",
        "A verdict can be wrong, then and now. Read both quotes before you conclude anything "
        "from it.",
    ),
)
_WORDS = {Language.NL: _NL, Language.EN: _EN}


def change_words_in(language: Language) -> ChangeWords:
    """Return the words in that language."""
    return _WORDS[language]


def counts_of(changes: Sequence[Change], options: ReportOptions) -> tuple[str, ...]:
    """Return how many measures changed how, and how many of them rest on an uncertain verdict.

    Such as ``3 verloren (waarvan 1 onzeker)`` and ``1 versterkt (onzeker)``.
    """
    words = change_words_in(options.language)
    return tuple(
        words.count.format(count=total.count, kind=words.kinds[kind]) + _doubt(total, words)
        for kind, total in totals_of(changes, options.min_confidence).items()
        if total.count
    )


def counts_line(changes: Sequence[Change], options: ReportOptions) -> str:
    """Return :func:`counts_of` on one line."""
    return ", ".join(counts_of(changes, options))


def _doubt(total: Total, words: ChangeWords) -> str:
    if not total.uncertain:
        return ""
    if total.uncertain < total.count:
        return words.doubtful.format(count=total.uncertain)
    return words.one_doubtful if total.count == 1 else words.all_doubtful


def doubt_line(changes: Sequence[Change], options: ReportOptions) -> str:
    """Return what uncertain means in the counts, or that nothing is; empty where all only moved."""
    judged = [change for change in changes if change.kind is not ChangeKind.MOVED]
    if not judged:
        return ""
    words = change_words_in(options.language)
    uncertain = any(change.is_uncertain(options.min_confidence) for change in judged)
    line = words.doubt if uncertain else words.no_doubt
    return line.format(limit=uncertain_limit(options))


def verdicts_of(change: Change, language: Language) -> str:
    """Return both verdicts, ``was gedekt, nu niet gevonden``, or the one: ``is nog gedekt``."""
    words, names = change_words_in(language), texts_in(language).verdicts
    if change.old.verdict is change.new.verdict:
        return words.still.format(verdict=names[change.new.verdict])
    was = words.was.format(verdict=names[change.old.verdict])
    return f"{was}, {words.now.format(verdict=names[change.new.verdict])}"


def notes_of(change: Change, options: ReportOptions) -> list[str]:
    """Return what a reader must know before believing that a measure changed."""
    words = change_words_in(options.language)
    notes = []
    if change.is_uncertain(options.min_confidence):
        notes.append(words.uncertain)
    if change.remains is not None and (change.is_loss or change.kind is ChangeKind.REJUDGED):
        notes.append(words.remains if change.remains else words.gone)
    if change.instead and change.instead[0]:
        notes.append(words.instead.format(quote=quoted(change.instead[0])))
    if change.unread:
        is_now = change.is_loss or change.kind is ChangeKind.REWORDED
        notes.append(words.unread_now if is_now else words.unread_then)
    return notes


def lost_line(change: Change, options: ReportOptions) -> str:
    """Return a loss on one line: verdicts, the text, the quote that was, what to know of it."""
    parts = [
        f"{printable(change.measure.id)} {verdicts_of(change, options.language)}: "
        f"{printable(change.measure.text)}"
    ]
    for quote in change.old_quotes[:1]:
        words = change_words_in(options.language)
        where = place(quote, texts_in(options.language))
        parts.append(f"{words.old} {where}: {quoted(quote.quote)}")
    return " – ".join([*parts, *notes_of(change, options)])


def changed_line(change: Change, options: ReportOptions) -> str:
    """Return a promise of which quotes are gone on one line: each, and what stands there now."""
    words, texts = change_words_in(options.language), texts_in(options.language)
    parts = [
        f"{printable(change.measure.id)} {verdicts_of(change, options.language)}: "
        f"{printable(change.measure.text)}"
    ]
    gone = words.unquoted if change.remains is None else words.gone_quote
    for quote, instead in zip_longest(change.changed_quotes, change.instead):
        if quote is not None:
            parts.append(gone.format(place=place(quote, texts), quote=quoted(quote.quote)))
        if instead:
            parts.append(words.instead.format(quote=quoted(instead)))
    return " – ".join(parts)


def moved_words(change: Change, language: Language) -> str:
    """Return where the quotes of a measure went: ``p. 4 werd p. 9``."""
    old, new = (places_of(side.evidence, language) for side in (change.old, change.new))
    return change_words_in(language).moved.format(old=old, new=new)


def places_of(quotes: Sequence[Evidence], language: Language) -> str:
    """Return where quotes stand: ``p. 4, p. 12``."""
    return ", ".join(dict.fromkeys(place(quote, texts_in(language)) for quote in quotes))


def coverage_change(old: float | None, new: float | None, language: Language) -> str:
    """Return how coverage went: ``52,1% → 48,0% (−4,1 procentpunt)``."""
    words = change_words_in(language)
    shown = [
        texts_in(language).not_counted if value is None else f"{number(value, language, 1)}%"
        for value in (old, new)
    ]
    if old is None or new is None:
        return " → ".join(shown)
    points = round(new, 1) - round(old, 1)
    if abs(points) < 0.05:
        return f"{shown[1]} ({words.same})"
    sign = "+" if points > 0 else "−"
    amount = number(abs(points), language, 1)
    return f"{' → '.join(shown)} ({sign}{amount} {words.percentage_points})"
