"""What ``recommendations suggest`` says and asks, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.suggesting.suggest import Proposal


@dataclass(frozen=True, slots=True)
class SuggestTexts:
    """All sentences in one language; filled in with ``str.format``."""

    no_folder: str
    no_programmes: str
    none_readable: str
    few_programmes: str
    uncomment: str
    nothing: str
    proposed: str
    written: str
    written_comments: str
    how: str
    question: str
    how_word: str
    question_word: str
    yes: str
    no: str
    choose: str
    all: str
    stop: str
    seen: str
    needed: str
    helps: str
    words: str
    letters: str
    theme: str
    more: str
    few: int = 5

    @property
    def answers(self) -> tuple[str, ...]:
        """The letters to answer with."""
        return (self.yes, self.no, self.choose, self.all, self.stop)

    def described(self, proposal: Proposal) -> str:
        """Return a proposal on one line."""
        parts = [self.helps if proposal.optional else self.needed]
        if proposal.from_theme:
            parts = [self.theme]
        if not proposal.is_new:
            parts = [self.more]
        words = [*proposal.terms, *(self.seen.format(*pair) for pair in proposal.synonyms)]
        if words:
            parts.append(self.words.format(words=", ".join(words)))
        if proposal.parts:
            shown = ", ".join(f"...{part}..." for part in proposal.parts)
            parts.append(self.letters.format(parts=shown))
        return f"{proposal.name}: {'; '.join(parts)}"


_NL = SuggestTexts(
    no_folder="{path}: deze map bestaat niet; geef bij --programmes een map met programma's",
    no_programmes="{path}: in deze map staat geen programma (PDF, Word, OpenDocument, Markdown, "
    "HTML of tekst)",
    none_readable="{path}: geen van de programma's in deze map kon gelezen worden",
    few_programmes="let op: maar {count} {count:programma|programma's} gelezen; van tien of meer "
    "worden de voorgestelde woorden beter",
    uncomment="Voorstel van suggest. Wis '# ' voor wat u wilt houden, en wis de rest:",
    nothing="Geen voorstellen: de begrippen van deze lijst hebben al wat suggest kan bedenken.",
    proposed="{count} {count:voorstel|voorstellen} voor {measures} "
    "{measures:maatregel|maatregelen}, met {synonyms} {synonyms:woord|woorden} uit de programma's",
    written="{path}: geschreven. Kijk na wat erin kwam, en voeg voorbeeldzinnen (examples) toe: "
    "die helpen het meest.",
    written_comments="{path}: geschreven, de voorstellen als commentaar. Wis de # voor wat u wilt "
    "houden.",
    how="Antwoord met j (ja), n (nee), k (woorden kiezen), a (deze en alle volgende) of s (stop; "
    "wat u koos, blijft).",
    question="    [j/n/k/a/s]",
    how_word="Antwoord met j (ja) of n (nee).",
    question_word="    {word} [j/n]",
    yes="j",
    no="n",
    choose="k",
    all="a",
    stop="s",
    seen="{0} (in {1} zinnen van de programma's)",
    needed="moet erbij staan",
    helps="helpt, maar hoeft er niet bij te staan",
    words="woorden: {words}",
    letters="letters in een woord: {parts}",
    theme="uit de titel van het thema; moet erbij staan",
    more="nieuwe woorden voor dit begrip",
)

_EN = SuggestTexts(
    no_folder="{path}: this folder does not exist; give --programmes a folder with programmes",
    no_programmes="{path}: there is no programme in this folder (PDF, Word, OpenDocument, "
    "Markdown, HTML or text)",
    none_readable="{path}: none of the programmes in this folder could be read",
    few_programmes="warning: only {count} {count:programme was|programmes were} read; from ten on "
    "the proposed words are better",
    uncomment="Proposed by suggest. Delete '# ' before what you want to keep, and delete the rest:",
    nothing="No proposals: the concepts of this list have all that suggest can think of.",
    proposed="{count} {count:proposal|proposals} for {measures} {measures:measure|measures}, with "
    "{synonyms} {synonyms:word|words} of the programmes",
    written="{path}: written. Look at what came in, and add example sentences (examples): they "
    "help most.",
    written_comments="{path}: written, the proposals as comments. Delete the # of what you want to "
    "keep.",
    how="Answer y (yes), n (no), c (choose words), a (this and all that follow) or s (stop; what "
    "you took stays).",
    question="    [y/n/c/a/s]",
    how_word="Answer y (yes) or n (no).",
    question_word="    {word} [y/n]",
    yes="y",
    no="n",
    choose="c",
    all="a",
    stop="s",
    seen="{0} (in {1} sentences of the programmes)",
    needed="must be there",
    helps="helps, but need not be there",
    words="words: {words}",
    letters="letters in a word: {parts}",
    theme="from the title of the theme; must be there",
    more="new words for this concept",
)

_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def suggest_texts_in(language: Language) -> SuggestTexts:
    """Return the sentences in that language."""
    return _TEXTS[language]
