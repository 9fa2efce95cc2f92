import pytest

from manifesto_check.reports.registry import (
    EXTENSIONS,
    ExplanationFormatName,
    FormatName,
    explanation_format,
    report_format,
)


@pytest.mark.parametrize("name", FormatName)
def test_every_format_has_its_own_name_and_extension(name: FormatName) -> None:
    chosen = report_format(name)
    assert chosen.name == name
    assert EXTENSIONS[chosen.extension] is name


@pytest.mark.parametrize("name", ExplanationFormatName)
def test_every_explanation_format_can_be_loaded(name: ExplanationFormatName) -> None:
    assert callable(explanation_format(name).explain)


def test_extensions_tell_formats_apart() -> None:
    extensions = [report_format(name).extension for name in FormatName]
    assert sorted(extensions) == sorted(EXTENSIONS)
