"""What the command line says on stderr, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.config.errors import DUTCH, ENGLISH, ConfigError, ConfigProblem
from manifesto_check.dutch import phrases as pipeline_phrases
from manifesto_check.errors import (
    ManifestoCheckError,
    Problem,
    ProgrammeError,
    ReportError,
    ReportProblem,
)
from manifesto_check.evaluation import phrases as evaluation_phrases
from manifesto_check.recommendations import phrases as list_phrases
from manifesto_check.recommendations.importing import phrases as import_phrases
from manifesto_check.reports.interface import Language
from manifesto_check.reports.problems import problem_in
from manifesto_check.scanning import phrases as scan_phrases
from manifesto_check.telling import Texts, ToldError

_PHRASES = (list_phrases, import_phrases, evaluation_phrases, pipeline_phrases, scan_phrases)
"""What tells errors in every language; what two of them say alike in Dutch, they do in English."""


@dataclass(frozen=True, slots=True)
class Messages:
    """All messages in one language; filled in with ``str.format``."""

    steps: dict[str, str]
    error: str
    warning: str
    partly_read: str
    read_by_ocr: str
    ocr_missing: str
    unreadable: str
    few_words: str
    no_reason: str
    fault: str
    fault_of: str
    unknown_format: str
    interrupted: str
    cannot_write: str
    cannot_print: str
    no_folder: str
    is_folder: str
    overwrites_input: str
    several_formats: str
    output_twice: str
    which_formats: str
    not_for_screen: str
    other_extension: str
    stdin_twice: str
    no_stdin: str
    not_a_folder: str
    one_measure: str
    unknown_id: str
    no_findings: str
    findings: str
    too_many_names: str
    highlighted: str
    nothing_to_highlight: str
    not_highlighted: str
    no_longer_encrypted: str
    problems: dict[Problem, str]
    report_problems: dict[ReportProblem, str]
    config_problems: dict[ConfigProblem, str]
    phrases: Texts


_NL = Messages(
    steps={
        "loading": "laden",
        "reading": "lezen",
        "ocr": "OCR",
        "dutch": "ontleden",
        "matching": "zoeken",
        "verdict": "oordelen",
    },
    error="fout: {message}",
    warning="let op: {message}",
    partly_read=(
        "{path}: deels gelezen; de tekst van deze {count:pagina|pagina's} is alleen een "
        "afbeelding: {pages}"
    ),
    read_by_ocr=(
        "{path}: door OCR gelezen, met kans op leesfouten; {count:pagina|pagina's}: {pages}"
    ),
    ocr_missing=(
        "{path}: OCR kan pagina's lezen die alleen een afbeelding zijn, maar hier ontbreekt "
        "{parts}; installeer manifesto-check[ocr] met pip, en tesseract met Nederlands "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    ),
    unreadable="{path}: niet leesbaar: {reason}",
    few_words=(
        "{path}: slechts {words} {words:woord|woorden} gelezen, te weinig voor een "
        "verkiezingsprogramma; 'niet gevonden' zegt hier weinig. Controleer het bestand."
    ),
    no_reason="er is geen tekst gevonden",
    fault=(
        "fout in manifesto-check zelf: {error} (in {place}; versie {version}, Python {python}). "
        "Meld deze regel met het commando dat u gaf; MANIFESTO_CHECK_DEBUG=1 toont meer."
    ),
    fault_of="{path}: {fault}",
    unknown_format=(
        "{path}: het formaat is niet af te leiden uit '{suffix}'; bekend zijn {known}. "
        "Kies een van die extensies, of geef het formaat op met --format"
    ),
    interrupted="afgebroken",
    cannot_write="{path}: kan niet geschreven worden ({reason})",
    cannot_print="de uitvoer kan niet geschreven worden ({reason})",
    no_folder="{path}: de map {folder} bestaat niet; maak die eerst",
    is_folder="{path}: dit is een map; geef bij --output een bestand op",
    overwrites_input="{path}: --output zou een bestand overschrijven dat gelezen wordt",
    several_formats="{count} formaten passen niet in één bestand; geef een map met --output-dir",
    output_twice="--output en --output-dir gaan niet samen; kies er een",
    which_formats="geef bij --output-dir ook een of meer formaten, zoals --format html",
    not_for_screen=(
        "{format} is niet om op een scherm te lezen; geef een bestand met --output, of een map "
        "met --output-dir"
    ),
    other_extension=(
        "{path}: geschreven als {format}, zoals --format zegt; de extensie hoort bij {other}"
    ),
    stdin_twice="'-' (standaardinvoer) kan maar een keer opgegeven worden",
    no_stdin="highlight leest niet van standaardinvoer; geef de PDF als bestand op",
    not_a_folder="{path}: dit is geen map; geef bij --output-dir een map op",
    one_measure="{given} heeft meer maatregelen; kies er een: {measures}",
    unknown_id="er is geen bron, thema, aanbeveling of maatregel {given} in de lijst{hint}",
    no_findings="{path}: geen opmerkingen",
    findings="{path}: {count} {count:opmerking|opmerkingen}",
    too_many_names=(
        "{names} namen voor {programmes} {programmes:programma|programma's}; geef er niet meer "
        "dan er zijn"
    ),
    highlighted="{path}: {found} van {quotes} {quotes:citaat|citaten} gemarkeerd",
    nothing_to_highlight="{path}: er is geen citaat om te markeren; de kopie is zonder markeringen",
    not_highlighted="{path}: niet teruggevonden op p. {page}, dus niet gemarkeerd: {quote}",
    no_longer_encrypted="{path}: het programma is versleuteld, de gemarkeerde kopie niet",
    problems={problem: problem_in(problem, Language.NL) for problem in Problem},
    report_problems={problem: problem.value for problem in ReportProblem},
    config_problems=DUTCH,
    phrases={said: text for kind in _PHRASES for said, text in kind.DUTCH.items()},
)

_EN = Messages(
    steps={
        "loading": "loading",
        "reading": "reading",
        "ocr": "OCR",
        "dutch": "parsing",
        "matching": "matching",
        "verdict": "judging",
    },
    error="error: {message}",
    warning="warning: {message}",
    partly_read=(
        "{path}: partly read; the text of {count:this page|these pages} is only an image: {pages}"
    ),
    read_by_ocr="{path}: read by OCR, which may misread words; {count:page|pages}: {pages}",
    ocr_missing=(
        "{path}: OCR can read pages that are only an image, but {parts} is missing here; "
        "install manifesto-check[ocr] with pip, and tesseract with Dutch "
        "(apt install tesseract-ocr tesseract-ocr-nld)"
    ),
    unreadable="{path}: unreadable: {reason}",
    few_words=(
        "{path}: only {words} {words:word was|words were} read, too few for an election "
        "programme; 'not found' says little here. Check the file."
    ),
    no_reason="no text was found",
    fault=(
        "fault of manifesto-check itself: {error} (in {place}; version {version}, "
        "Python {python}). Report this line with the command that you gave; "
        "MANIFESTO_CHECK_DEBUG=1 shows more."
    ),
    fault_of="{path}: {fault}",
    unknown_format=(
        "{path}: '{suffix}' does not tell which format is meant; known are {known}. "
        "Choose one of these extensions, or name the format with --format"
    ),
    interrupted="interrupted",
    cannot_write="{path}: cannot be written ({reason})",
    cannot_print="the output cannot be written ({reason})",
    no_folder="{path}: the folder {folder} does not exist; make it first",
    is_folder="{path}: this is a folder; give --output a file",
    overwrites_input="{path}: --output would overwrite a file that is read",
    several_formats="{count} formats do not fit in one file; give a folder with --output-dir",
    output_twice="--output and --output-dir do not go together; choose one",
    which_formats="with --output-dir name one or more formats too, such as --format html",
    not_for_screen=(
        "{format} is not for reading on a screen; give a file with --output, or a folder with "
        "--output-dir"
    ),
    other_extension=(
        "{path}: written as {format}, as --format says; the extension is that of {other}"
    ),
    stdin_twice="'-' (standard input) can be given only once",
    no_stdin="highlight does not read standard input; give the PDF as a file",
    not_a_folder="{path}: this is not a folder; give --output-dir a folder",
    one_measure="{given} has several measures; choose one: {measures}",
    unknown_id="there is no source, theme, recommendation or measure {given} in the list{hint}",
    no_findings="{path}: no findings",
    findings="{path}: {count} {count:finding|findings}",
    too_many_names=(
        "{names} names for {programmes} {programmes:programme|programmes}; give no more than "
        "there are"
    ),
    highlighted="{path}: {found} of {quotes} {quotes:quote|quotes} highlighted",
    nothing_to_highlight="{path}: there is no quote to highlight; the copy has no marks",
    not_highlighted="{path}: not found again on p. {page}, so not highlighted: {quote}",
    no_longer_encrypted="{path}: the programme is encrypted, the highlighted copy is not",
    problems={problem: problem_in(problem, Language.EN) for problem in Problem},
    report_problems={
        ReportProblem.NO_REPORT: (
            "{path}: this is no JSON report of manifesto-check ({detail}). Make it with "
            "'manifesto-check check PROGRAMME.pdf --format json --output REPORT.json'."
        ),
        ReportProblem.OTHER_VERSION: (
            "{path}: this report is of version {version}, the one on {other} of version {first}. "
            "Verdicts of two versions cannot be compared: give the programmes themselves, or "
            "make the reports again with 'manifesto-check check'."
        ),
        ReportProblem.OTHER_LIST: (
            "{path}: this report is on another list of recommendations ({list}) than the one on "
            "{other} ({first}). Give the programmes themselves, or make the reports again with "
            "the same list (--recommendations)."
        ),
        ReportProblem.SELECTED: (
            "{path}: this report does not hold all measures. Make it again without --source, "
            "--theme, --measure and --verdict; choose when comparing what you want to see."
        ),
        ReportProblem.NO_BASELINE: (
            "{path}: this earlier report does not exist. Make it with the same command, with "
            "--no-baseline and --output {path}."
        ),
        ReportProblem.BASELINE_VERSION: (
            "{path}: this earlier report is of version {version}, this is version {now}; their "
            "verdicts cannot be compared. Make it again, of the text of then: the same command "
            "with --no-baseline and --output {path}."
        ),
        ReportProblem.BASELINE_LIST: (
            "{path}: this earlier report is on another list of recommendations ({list}), or the "
            "list has changed since. Make it again, of the text of then: the same command with "
            "--no-baseline and --output {path}."
        ),
        ReportProblem.BASELINE_UNREADABLE: (
            "{path}: this earlier report holds no verdict, as {programme} could not be read. Make "
            "it again with a readable programme, --no-baseline and --output {path}."
        ),
    },
    config_problems=ENGLISH,
    phrases={said: text for kind in _PHRASES for said, text in kind.ENGLISH.items()},
)

_MESSAGES = {Language.NL: _NL, Language.EN: _EN}


def messages_in(language: Language) -> Messages:
    """Return the messages in that language."""
    return _MESSAGES[language]


def told(error: ManifestoCheckError, messages: Messages) -> str:
    """Return an error as one line: in the user's language where its problem is a known one."""
    if isinstance(error, ProgrammeError) and error.problem is not None:
        return messages.error.format(
            message=messages.problems[error.problem].format(**error.values)
        )
    if isinstance(error, ReportError):
        return messages.error.format(
            message=messages.report_problems[error.problem].format(**error.values)
        )
    if isinstance(error, ConfigError):
        return messages.error.format(
            message=messages.config_problems[error.problem].format(**error.values)
        )
    if isinstance(error, ToldError):
        return messages.error.format(message=error.told(messages.phrases))
    return messages.error.format(message=error)
