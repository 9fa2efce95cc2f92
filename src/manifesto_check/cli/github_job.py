"""The summary of a job on GitHub, in the file that GitHub names to the step."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from manifesto_check.cli.messages import Messages
from manifesto_check.errors import UsageError
from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions


def summarise_job(
    reports: Sequence[Report],
    options: ReportOptions,
    messages: Messages,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Append the summary of reports to ``GITHUB_STEP_SUMMARY``; elsewhere do nothing.

    Raises:
        UsageError: the file cannot be written.
    """
    name = environment.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    from manifesto_check.reports.machine.job_summary import LIMIT, job_summary

    file = Path(name)
    try:
        there = file.stat().st_size if file.exists() else 0
        shown = replace(options, link_root=link_root(environment))
        data = job_summary(reports, shown, max(LIMIT - there, 0))
        with file.open("ab") as stream:
            stream.write(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(messages.cannot_write.format(path=file, reason=reason)) from None


def link_root(environment: Mapping[str, str]) -> str:
    """Return what a link to a file of the repository begins with: a summary stands elsewhere.

    Empty where this is not a job of GitHub, or the working directory not in its repository.
    """
    server = environment.get("GITHUB_SERVER_URL")
    repository = environment.get("GITHUB_REPOSITORY")
    commit = environment.get("GITHUB_SHA")
    workspace = environment.get("GITHUB_WORKSPACE")
    if not (server and repository and commit and workspace):
        return ""
    try:
        folder = Path.cwd().resolve().relative_to(Path(workspace).resolve()).as_posix()
    except ValueError:
        return ""
    below = "" if folder == "." else f"{quote(folder)}/"
    return f"{server}/{repository}/blob/{commit}/{below}"
