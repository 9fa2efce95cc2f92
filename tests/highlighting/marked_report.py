"""Pieces of a report about a programme of two sentences."""

from __future__ import annotations

from manifesto_check.model import Evidence, Judgement, MeasureResult, Verdict

FIRST = "Wij bouwen veertig procent sociale huur."
SECOND = "Boetes voor buiten slapen blijven bestaan."


def quote(text: str, page: int = 1) -> Evidence:
    return Evidence(page, page, None, "Wonen", text, 0.7)


def measure(key: str, text: str, verdict: Verdict, *quotes: Evidence) -> MeasureResult:
    theme = key.split(".")[0]
    judgement = Judgement(key, verdict, 0.55, 0.9, quotes)
    return MeasureResult(key, key[:-1], theme, theme[0], text, True, judgement)
