"""Words that only the formats for platforms need."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class MachineWords:
    """The words in one language; filled in with ``str.format``."""

    reading: str
    counts: str
    programmes: str
    and_more: str
    unreadable: str
    unreadable_rule: str
    doubtful: str
    doubtful_rule: str
    condition_rule: str
    no_room: str


_WORDS = {
    Language.NL: MachineWords(
        reading="Het programma kan gelezen worden",
        counts="{covered} gedekt, {partial} deels, {absent} niet gevonden, {opposed} tegengesteld",
        programmes="{count} {count:programma|programma's}",
        and_more="En nog {count}; de samenvatting van de taak toont alles.",
        unreadable="{count} niet leesbaar",
        unreadable_rule="Een programma kan niet gelezen worden",
        doubtful="Gelezen, met een kanttekening",
        doubtful_rule="Een programma is niet helemaal gelezen, of heeft nauwelijks tekst",
        condition_rule="Het programma voldoet niet aan een voorwaarde",
        no_room=(
            "Voor {count} van deze programma's is hier geen plaats. Maak er met --format html "
            "of --format xlsx een bestand van."
        ),
    ),
    Language.EN: MachineWords(
        reading="The programme can be read",
        counts="{covered} covered, {partial} partial, {absent} not found, {opposed} opposed",
        programmes="{count} {count:programme|programmes}",
        and_more="And {count} more; the summary of the job shows all.",
        unreadable="{count} unreadable",
        unreadable_rule="A programme cannot be read",
        doubtful="Read, with a caveat",
        doubtful_rule="A programme was not wholly read, or has hardly any text",
        condition_rule="The programme does not meet a condition",
        no_room=(
            "There is no room here for {count} of these programmes. Make a file of them with "
            "--format html or --format xlsx."
        ),
    ),
}


def machine_words(language: Language) -> MachineWords:
    """Return the words in that language."""
    return _WORDS[language]
