"""What is said of a Dutch pipeline that cannot be had, in Dutch and in English."""

from __future__ import annotations

from enum import unique

from manifesto_check.telling import Said, Texts


@unique
class PipelinePhrase(Said):
    """A message, as its Dutch text."""

    NOT_INSTALLED = (
        "het spaCy-model '{model}' (dutch-model) is niet geïnstalleerd; installeer het met "
        "'python -m spacy download {model}', of laat --dutch-model weg"
    )


ENGLISH: Texts = {
    PipelinePhrase.NOT_INSTALLED: (
        "the spaCy model '{model}' (dutch-model) is not installed; install it with "
        "'python -m spacy download {model}', or leave --dutch-model out"
    ),
}
DUTCH: Texts = {phrase: phrase.value for phrase in PipelinePhrase}
