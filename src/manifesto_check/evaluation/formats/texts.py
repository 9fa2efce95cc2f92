"""The words of an evaluation, per language; filled in with ``str.format``."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.reports.interface import Language


@dataclass(frozen=True, slots=True)
class EvaluationTexts:
    """All words that an evaluation needs in one language.

    ``labels`` and ``meanings`` have the names of the figures as keys.
    """

    title: str
    compared: str
    left_one_out: str
    shipped: str
    in_sample: str
    out_of_sample: str
    text_only: str
    left_out: str
    unfilled: str
    figures: str
    figure: str
    value: str
    interval: str
    meaning: str
    how_intervals: str
    labels: dict[str, str]
    meanings: dict[str, str]
    baselines: str
    method: str
    this_tool: str
    methods: dict[str, str]
    how_baselines: str
    confusion: str
    reader_says: str
    how_confusion: str
    samples: str
    levels: str
    sources: str
    themes: str
    programmes: str
    part: str
    parts: dict[str, str]
    confidence: str
    p_found: str
    calibration: str
    bin: str
    cases: str
    said: str
    right: str
    found: str
    errors: str
    how_errors: str
    error: str
    reader: str
    tool: str
    no_quote: str
    page: str
    line: str


_NL = EvaluationTexts(
    title="Hoe goed de oordelen zijn",
    compared="Vergeleken met een lezer: {pairs} oordelen. Programma's: {programmes}.",
    left_one_out=(
        "Elk programma is beoordeeld door een model dat op de andere is getraind, met een lijst "
        "zonder de termen die alleen dat programma gebruikt."
    ),
    shipped="Beoordeeld door het model dat bij deze versie hoort.",
    in_sample="Dat model is hierop getraind, zodat de cijfers erover te gunstig zijn: {names}.",
    out_of_sample="Niet op getraind: {names}.",
    text_only="Van elke maatregel is alleen de tekst gebruikt, zonder begrippen en voorbeelden.",
    left_out="Weggelaten, omdat ze niet gelezen konden worden: {names}.",
    unfilled="{name}: regels die nog niet ingevuld zijn en niet meetellen: {count}.",
    figures="Cijfers",
    figure="cijfer",
    value="waarde",
    interval="95%",
    meaning="betekenis",
    how_intervals=(
        "95%: bootstrap, {draws} trekkingen van hele programma's. Andere lezers of opnieuw "
        "trainen zouden de cijfers ook anders maken; dat zit er niet in."
    ),
    labels={
        "pairs": "n",
        "adopted": "aandeel",
        "found_f1": "F1",
        "found_precision": "prec.",
        "found_recall": "recall",
        "specificity": "spec.",
        "auc": "AUC",
        "grounded_f1": "F1 citaat",
        "kappa": "kappa",
        "weighted": "gewogen kappa",
        "macro_f1": "macro F1",
        "opposed_right": "tegen: goed",
        "opposed_false": "tegen: fout",
        "opposed_missed": "tegen: gemist",
        "theme_mae": "thema fout",
        "confidence_auroc": "AUROC zekerheid",
        "confidence_error": "ijkfout zekerheid",
        "p_found_error": "ijkfout p_found",
    },
    meanings={
        "pairs": "oordelen die vergeleken zijn",
        "adopted": "deel daarvan dat de lezer gedekt of deels noemt",
        "found_f1": "van gevonden (gedekt of deels): harmonisch gemiddelde van de twee hieronder",
        "found_precision": "van wat gevonden heet, het deel dat klopt",
        "found_recall": "van wat er staat, het deel dat gevonden is",
        "specificity": "van wat er niet staat, het deel dat niet gevonden heet",
        "auc": "kans dat wat er staat een hogere p_found heeft dan wat er niet staat",
        "grounded_f1": "F1, waarbij een vondst alleen telt met een goed citaat bij de eerste drie",
        "kappa": "overeenkomst over de vier oordelen, boven toeval (Cohen)",
        "weighted": "dezelfde; een oordeel dat er dicht bij zit is minder fout (kwadratisch)",
        "macro_f1": "gemiddelde F1 van de vier oordelen, hoe zeldzaam ook",
        "opposed_right": "tegengesteld: goed oordeel met een goed citaat",
        "opposed_false": "tegengesteld: ten onrechte, of met een fout citaat",
        "opposed_missed": "tegengesteld: niet herkend",
        "theme_mae": "gemiddelde fout in de dekking van een thema, in procentpunten",
        "confidence_auroc": "hoe goed de zekerheid goede van foute oordelen scheidt",
        "confidence_error": "hoe ver de zekerheid ernaast zit (expected calibration error)",
        "p_found_error": "hoe ver p_found ernaast zit",
    },
    baselines="Vergeleken met eenvoudiger manieren",
    method="manier",
    this_tool="manifesto-check",
    methods={
        "token_set_ratio": "gedeelde woorden (rapidfuzz)",
        "bm25": "gedeelde lemma's (BM25)",
        "use_cosine": "gelijkenis in betekenis (USE)",
        "no_reading": "niet lezen: hoe vaak de andere programma's het willen",
    },
    how_baselines=(
        "De drempels van deze manieren zijn op deze programma's zelf gekozen, in hun voordeel."
    ),
    confusion="Welke oordelen verward worden",
    reader_says="lezer",
    how_confusion="Rijen: de lezer. Kolommen: manifesto-check.",
    samples="Wel en niet op getraind",
    levels="Per bestuurslaag",
    sources="Per bron",
    themes="Per thema",
    programmes="Per programma",
    part="deel",
    parts={
        "municipal": "gemeente",
        "national": "landelijk",
        "provincial": "provincie",
        "in_sample": "getraind op",
        "out_of_sample": "niet op getraind",
    },
    confidence="Zekerheid: de kans dat het oordeel klopt",
    p_found="p_found: de kans dat de maatregel er minstens deels in staat",
    calibration="Verwachte ijkfout {error}; AUROC {auroc}; het komt uit bij {share}.",
    bin="van – tot",
    cases="n",
    said="gezegd",
    right="klopt",
    found="staat erin",
    errors="Zekerste fouten",
    how_errors="{shown} van de {wrong} foute oordelen.",
    error="lezer: {want} · manifesto-check: {got}, zekerheid {confidence}",
    reader="lezer",
    tool="manifesto-check",
    no_quote="geen citaat",
    page="p. {page}",
    line="regel {line}",
)

_EN = EvaluationTexts(
    title="How right the verdicts are",
    compared="Compared with a reader: {pairs} verdicts. Programmes: {programmes}.",
    left_one_out=(
        "Each programme was judged by a model that was trained on the others, with a list "
        "without the terms that it alone uses."
    ),
    shipped="Judged by the model that comes with this version.",
    in_sample="That model was trained on these, so their figures are too favourable: {names}.",
    out_of_sample="Not trained on: {names}.",
    text_only="Only the text of each measure was used, without concepts and examples.",
    left_out="Left out, because they could not be read: {names}.",
    unfilled="{name}: lines that are not filled in yet and do not count: {count}.",
    figures="Figures",
    figure="figure",
    value="value",
    interval="95%",
    meaning="meaning",
    how_intervals=(
        "95%: bootstrap, {draws} draws of whole programmes. Other readers or another training "
        "would change the figures too; that is not in it."
    ),
    labels={
        "pairs": "n",
        "adopted": "adopted",
        "found_f1": "F1",
        "found_precision": "prec.",
        "found_recall": "recall",
        "specificity": "spec.",
        "auc": "AUC",
        "grounded_f1": "grounded F1",
        "kappa": "kappa",
        "weighted": "weighted kappa",
        "macro_f1": "macro F1",
        "opposed_right": "opposed: right",
        "opposed_false": "opposed: false",
        "opposed_missed": "opposed: missed",
        "theme_mae": "theme error",
        "confidence_auroc": "confidence AUROC",
        "confidence_error": "confidence ECE",
        "p_found_error": "p_found ECE",
    },
    meanings={
        "pairs": "verdicts that were compared",
        "adopted": "share of them that the reader calls covered or partial",
        "found_f1": "of found (covered or partial): harmonic mean of the two below",
        "found_precision": "of what is called found, the share that is there",
        "found_recall": "of what is there, the share that is found",
        "specificity": "of what is not there, the share that is not called found",
        "auc": "chance that what is there has a higher p_found than what is not",
        "grounded_f1": "F1 where a hit counts only with a right quote among the first three",
        "kappa": "agreement on the four verdicts, beyond chance (Cohen)",
        "weighted": "the same, where a verdict that is close is less wrong (quadratic)",
        "macro_f1": "mean F1 of the four verdicts, however rare",
        "opposed_right": "opposed: right verdict with a right quote",
        "opposed_false": "opposed: wrongly said, or with a wrong quote",
        "opposed_missed": "opposed: not recognised",
        "theme_mae": "mean error of a theme's coverage, in percentage points",
        "confidence_auroc": "how well confidence tells right verdicts from wrong ones",
        "confidence_error": "how far confidence is off (expected calibration error)",
        "p_found_error": "how far p_found is off",
    },
    baselines="Beside simpler ways",
    method="way",
    this_tool="manifesto-check",
    methods={
        "token_set_ratio": "shared words (rapidfuzz)",
        "bm25": "shared lemmas (BM25)",
        "use_cosine": "likeness in meaning (USE)",
        "no_reading": "no reading: how often the other programmes want it",
    },
    how_baselines=(
        "The thresholds of these ways were chosen on these very programmes, in their favour."
    ),
    confusion="Which verdicts are mixed up",
    reader_says="reader",
    how_confusion="Rows: the reader. Columns: manifesto-check.",
    samples="Trained on and not",
    levels="Per level of government",
    sources="Per source",
    themes="Per theme",
    programmes="Per programme",
    part="part",
    parts={
        "municipal": "municipal",
        "national": "national",
        "provincial": "provincial",
        "in_sample": "trained on",
        "out_of_sample": "not trained on",
    },
    confidence="Confidence: the chance that the verdict is right",
    p_found="p_found: the chance that the measure is at least partly there",
    calibration="Expected calibration error {error}; AUROC {auroc}; it comes true for {share}.",
    bin="from – to",
    cases="n",
    said="said",
    right="right",
    found="there",
    errors="Surest errors",
    how_errors="{shown} of the {wrong} wrong verdicts.",
    error="reader: {want} · manifesto-check: {got}, confidence {confidence}",
    reader="reader",
    tool="manifesto-check",
    no_quote="no quote",
    page="p. {page}",
    line="line {line}",
)

_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def evaluation_texts(language: Language) -> EvaluationTexts:
    """Return the words in that language."""
    return _TEXTS[language]
