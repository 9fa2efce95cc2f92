"""What the command line says of conditions, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class ConditionTexts:
    """All texts in one language; filled in with ``str.format``."""

    percentage_form: str
    percentage: str
    verdict: str
    reasons: str
    one_reason: str
    no_ignore: str
    reason_form: str
    no_baseline: str
    nothing_left: str
    theme_not_counted: str
    unmet: str
    unmet_more: str
    not_judged: str
    not_compared: str
    missing: str
    none_compared: str
    compare_again: str
    report_again: str
    store_again: str
    no_baseline_given: str
    changed_quotes: str
    unquoted: str
    and_more: str
    changed: str
    several_reports: str


_NL = ConditionTexts(
    percentage_form="{option} {given}: geef het nummer en een percentage, zoals {example}=60",
    percentage="{option} {given}: het percentage moet een getal van 0 tot 100 zijn",
    verdict="--require {given}: na = komt partial of covered, zoals V1.3=covered",
    reasons="geef bij elke --ignore een --reason, of een voor alle: {ignored} en {reasons} gegeven",
    one_reason="--reason mag niet leeg zijn: het staat in elk rapport",
    no_ignore="--reason hoort bij --ignore; bij --not-applicable staat de reden achter het =",
    reason_form="--not-applicable {given}: geef ook een reden, zoals V5.3b='geen raamprostitutie'",
    no_baseline=(
        "{option} heeft een eerder rapport nodig; geef het met --baseline, en maak het met "
        "'manifesto-check check PROGRAMMA --output RAPPORT.json'"
    ),
    nothing_left=(
        "{origin}: hiervan telt geen enkele maatregel mee; haal de voorwaarde weg, of wat er "
        "overgeslagen wordt"
    ),
    theme_not_counted=(
        "{origin}: de maatregelen van {id} tellen niet mee in de dekking, dus die kan niet "
        "gevraagd worden; gebruik --require"
    ),
    unmet="voorwaarde niet gehaald: {path}: {line} ({option})",
    unmet_more="voorwaarden niet gehaald: nog {count} {count:programma|programma's}",
    not_judged="{path}: kon niet gelezen worden, dus de voorwaarden zijn niet beoordeeld",
    not_compared=(
        "{baseline}: hierin {count:staat|staan} {count} van {total} "
        "{total:programma|programma's} niet, en daarvan is niets vergeleken: {names}"
    ),
    missing="{baseline}: hierin {count:staat|staan} ook, en nu niet gegeven: {names}",
    none_compared=(
        "voorwaarde niet gehaald: geen enkel programma staat in {baseline}, dus er is niets "
        "vergeleken ({option})"
    ),
    compare_again=(
        "geef een hernoemd programma zijn oude naam terug, of maak het eerdere rapport opnieuw "
        "van alle programma's: {again}"
    ),
    report_again="manifesto-check check PROGRAMMA... --no-baseline --output {baseline}",
    store_again="manifesto-check scan PROGRAMMA... --no-baseline --store {baseline}",
    no_baseline_given=(
        "let op: {options} wordt niet beoordeeld, want --no-baseline is gegeven: er wordt niets "
        "vergeleken"
    ),
    changed_quotes=(
        "let op: {path}: {count} {count:citaat staat|citaten staan} niet meer in de tekst, zonder "
        "zwakker oordeel, bij {measures}; met --fail-on-changed-quote is dat een fout"
    ),
    unquoted=(
        "let op: {path}: {count} {count:citaat wordt|citaten worden} niet meer geciteerd, zonder "
        "zwakker oordeel, bij {measures}, en {count:is|zijn} misschien weg; gebruik "
        "--fail-on-changed-quote"
    ),
    and_more="en nog {count}",
    changed="{path}: sinds {baseline}: {counts}",
    several_reports="{path}: hierin staan {count} rapporten; geef een rapport over een programma",
)
_EN = ConditionTexts(
    percentage_form="{option} {given}: give the id and a percentage, as {example}=60",
    percentage="{option} {given}: the percentage must be a number from 0 to 100",
    verdict="--require {given}: = is followed by partial or covered, as V1.3=covered",
    reasons="give a --reason with each --ignore, or one for all: {ignored} and {reasons} given",
    one_reason="--reason must not be empty: every report shows it",
    no_ignore="--reason belongs to --ignore; that of --not-applicable stands behind its =",
    reason_form="--not-applicable {given}: give a reason too, as V5.3b='no window prostitution'",
    no_baseline=(
        "{option} needs an earlier report; give it with --baseline, and make it with "
        "'manifesto-check check PROGRAMME --output REPORT.json'"
    ),
    nothing_left=(
        "{origin}: no measure of it counts; take the condition away, or what is left out of it"
    ),
    theme_not_counted=(
        "{origin}: the measures of {id} do not count in coverage, so that none can be asked; use "
        "--require"
    ),
    unmet="condition not met: {path}: {line} ({option})",
    unmet_more="conditions not met: {count} more {count:programme|programmes}",
    not_judged="{path}: could not be read, so the conditions were not judged",
    not_compared=(
        "{baseline}: {count} of {total} {total:programme|programmes} {count:is|are} not in it, and "
        "nothing of {count:it|them} was compared: {names}"
    ),
    missing="{baseline}: also in it, and not given now: {names}",
    none_compared=(
        "condition not met: no programme is in {baseline}, so that nothing was compared ({option})"
    ),
    compare_again=(
        "give a renamed programme its old name back, or make the earlier report again of all "
        "programmes: {again}"
    ),
    report_again="manifesto-check check PROGRAMME... --no-baseline --output {baseline}",
    store_again="manifesto-check scan PROGRAMME... --no-baseline --store {baseline}",
    no_baseline_given=(
        "warning: {options} is not judged, as --no-baseline was given: nothing is compared"
    ),
    changed_quotes=(
        "warning: {path}: {count} {count:quote|quotes} no longer in the text, without a weaker "
        "verdict, of {measures}; --fail-on-changed-quote makes that an error"
    ),
    unquoted=(
        "warning: {path}: {count} {count:quote is|quotes are} no longer quoted, without a weaker "
        "verdict, of {measures}, and perhaps gone; use --fail-on-changed-quote"
    ),
    and_more="and {count} more",
    changed="{path}: since {baseline}: {counts}",
    several_reports="{path}: this holds {count} reports; give a report on one programme",
)
_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def condition_texts_in(language: Language) -> ConditionTexts:
    """Return the texts in that language."""
    return _TEXTS[language]
