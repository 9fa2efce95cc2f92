"""The format of a recommendations file (``schema_version: 1``), as pydantic models.

The models hold what can be said of one place in the file; what concerns
several places (double ids, names that must exist) is in ``checks``. Their
descriptions are Dutch, since editors show them to those who write a list.

Importing this module imports pydantic (about 0.1 s): only ``loading`` does, when needed.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

SCHEMA_ID = "urn:manifesto-check:recommendations:1"
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
# C0 and C1 controls but tab and line ends, the signs that turn the reading
# direction, surrogates and non-characters: unseen by readers, harmful in a terminal.
_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f"
    "\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufffe\\uffff]"
)


def _no_control(value: str) -> str:
    found = _CONTROL.search(value)
    if found:
        raise PydanticCustomError("control", "{code}", {"code": f"U+{ord(found.group()):04X}"})
    return value


def _text(limit: int) -> Any:
    """Return the constraints of a text of at most ``limit`` characters that is not blank."""
    return (
        StringConstraints(max_length=limit, pattern=r"\S"),
        AfterValidator(_no_control),
    )


Id = Annotated[str, StringConstraints(max_length=40, pattern=ID_PATTERN)]
Text = Annotated[str, *_text(2000)]
Title = Annotated[str, *_text(300)]
Name = Annotated[str, *_text(100)]
Ids = Annotated[list[Id], Field(min_length=1)]
Texts = Annotated[list[Text], Field(min_length=1)]
Names = Annotated[list[Name], Field(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, regex_engine="rust-regex")


ConceptWants = Literal["more", "less", "none"] | None
_WANTS = (
    "Wat de maatregel hiervan wil: more, less, of none voor wat alleen een groep, "
    "instantie of plaats noemt. Zonder deze sleutel geldt die van de maatregel."
)


class ConceptModel(_Model):
    """Een begrip: woorden die voor een maatregel bij elkaar moeten komen."""

    model_config = ConfigDict(
        title="Begrip",
        json_schema_extra={"anyOf": [{"required": ["terms"]}, {"required": ["parts"]}]},
    )

    name: Name = Field(description="Korte naam, uniek in de woordenlijst.")
    terms: Names = Field(
        default=[],
        description="Woorden of woordgroepen in hun woordenboekvorm; één ervan is genoeg. "
        "Een woord past ook als laatste deel van een samenstelling (opvang: daklozenopvang).",
    )
    parts: Names = Field(
        default=[],
        description="Letters die overal in een woord mogen staan "
        "(schuldhulp: schuldhulpverleningstraject).",
    )
    optional: bool = Field(
        default=False, description="Versterkt een vondst, maar hoeft er niet bij te staan."
    )
    wants: ConceptWants = Field(default=None, description=_WANTS)
    thesaurus: bool = Field(
        default=True,
        description="Of een begrip met weinig woorden die van de thesaurus erbij krijgt.",
    )

    @model_validator(mode="after")
    def _has_words(self) -> ConceptModel:
        if not self.terms and not self.parts:
            raise PydanticCustomError("no_words", "terms or parts")
        return self


class ConceptUse(_Model):
    """Een begrip uit de woordenlijst (vocabulary), met een eigen waarde voor optional."""

    model_config = ConfigDict(title="Begrip uit de woordenlijst")

    use: Name = Field(description="De naam van het begrip in vocabulary.")
    optional: bool = Field(
        default=False,
        description="Vervangt de waarde uit de woordenlijst; zonder deze sleutel geldt die.",
    )
    wants: ConceptWants = Field(default=None, description=_WANTS)


class FigureModel(_Model):
    """Een getal dat de maatregel noemt, en welke kant ervan telt."""

    model_config = ConfigDict(title="Getal")

    value: float = Field(allow_inf_nan=False, description="Het getal, met een punt: 0.5.")
    unit: Name = Field(description="De eenheid: %, euro, plekken, dagen ...")
    direction: Literal["at_least", "at_most"] = Field(
        description="at_least: dit getal of meer voldoet; at_most: dit getal of minder."
    )
    of: Title = Field(default="", description="Waarvan of waarvoor, bijvoorbeeld: sociale huur.")


def _concept_kind(value: Any) -> str | None:
    """Tell a name, a use of a name and a concept that is written out apart."""
    if isinstance(value, str):
        return "concept-name"
    if isinstance(value, dict):
        return "concept-use" if "use" in value else "concept-full"
    return None


ConceptEntry = Annotated[
    Annotated[Name, Tag("concept-name")]
    | Annotated[ConceptUse, Tag("concept-use")]
    | Annotated[ConceptModel, Tag("concept-full")],
    Discriminator(_concept_kind),
]


class MeasureModel(_Model):
    """Een maatregel: het kleinste voorstel dat een programma kan overnemen of weglaten."""

    model_config = ConfigDict(title="Maatregel")

    id: Id = Field(description="Uniek in het hele bestand.")
    text: Text = Field(description="De maatregel in één zin.")
    wants: Literal["more", "less"] | None = Field(
        default=None,
        description="Of de maatregel meer of minder wil van wat de begrippen noemen. Zonder deze "
        "sleutel blijkt dat uit text.",
    )
    concepts: list[ConceptEntry] = Field(
        default=[],
        description="De begrippen die bij elkaar moeten komen: namen uit vocabulary of "
        "uitgeschreven. Zonder begrippen worden ze afgeleid uit de tekst.",
    )
    examples: Texts = Field(default=[], description="Zinnen zoals een programma het zegt.")
    partial_examples: Texts = Field(
        default=[],
        description="Zinnen die de maatregel maar deels overnemen: een deel, zwakker of vager.",
    )
    absent_examples: Texts = Field(
        default=[],
        description="Zinnen die er dichtbij komen en het toch niet voorstellen.",
    )
    opposed_by: Texts = Field(
        default=[], description="Zinnen zoals een programma het tegendeel zegt."
    )
    opposite_terms: Names = Field(
        default=[],
        description="Woorden of woordgroepen voor het tegendeel, in hun woordenboekvorm: wie dat "
        "wil, is tegen de maatregel.",
    )
    needed_terms: Names = Field(
        default=[],
        description="Woorden of woordgroepen voor wat de maatregel niet kan missen, in hun "
        "woordenboekvorm: wie juist daarvan minder wil, is tegen de maatregel.",
    )
    figures: list[FigureModel] = Field(
        default=[], min_length=1, description="De getallen in de maatregel."
    )
    related: Ids = Field(default=[], description="Maatregelen die bijna hetzelfde vragen.")
    conflicts: Ids = Field(default=[], description="Maatregelen die het tegendeel vragen.")


class RecommendationModel(_Model):
    """Een genummerd punt van het document, met zijn maatregelen."""

    model_config = ConfigDict(title="Aanbeveling")

    id: Id = Field(description="Uniek in het hele bestand.")
    measures: list[MeasureModel] = Field(min_length=1, description="De maatregelen.")


class ThemeModel(_Model):
    """Een hoofdstuk van het document."""

    model_config = ConfigDict(title="Thema")

    id: Id = Field(description="Uniek in het hele bestand.")
    title: Title = Field(description="De titel van het thema.")
    title_only: bool = Field(
        default=False,
        description="Het document noemt deze punten alleen: wel gemeld, niet meegeteld.",
    )
    recommendations: list[RecommendationModel] = Field(
        min_length=1, description="De aanbevelingen."
    )


class SourceModel(_Model):
    """Een document waar aanbevelingen uit komen."""

    model_config = ConfigDict(title="Bron")

    id: Id = Field(description="Uniek in het hele bestand.")
    title: Title = Field(description="De titel van het document.")
    publisher: Title = Field(default="", description="De uitgever.")
    file: Title = Field(default="", description="De bestandsnaam van het document.")
    themes: list[ThemeModel] = Field(min_length=1, description="De thema's.")


class NotMeantModel(_Model):
    """Woorden van programma's waar een woord van de lijst in staat, en die iets anders zijn."""

    model_config = ConfigDict(title="Niet bedoeld")

    word: Name = Field(description="Het woord van de lijst, of het begin of eind ervan: tekort.")
    inside: Names = Field(
        description="De woorden waar het in staat en die iets anders zijn, zonder uitgang: "
        "lerarentekort."
    )


class FileModel(_Model):
    """Een lijst met aanbevelingen waar manifesto-check programma's tegen legt."""

    model_config = ConfigDict(title="Aanbevelingenlijst van manifesto-check")

    schema_version: Literal[1] = Field(description="De versie van deze vorm: 1.")
    vocabulary: list[ConceptModel] = Field(
        default=[], min_length=1, description="Begrippen met een naam, die maatregelen delen."
    )
    not_meant: list[NotMeantModel] = Field(
        default=[],
        min_length=1,
        description="Woorden van programma's die niet gelden voor een woord dat erin staat.",
    )
    sources: list[SourceModel] = Field(min_length=1, description="De documenten.")


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat the key, and empty defaults that are no valid value."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> dict[str, Any]:
        result = super().default_schema(schema)
        if result.get("default") in ([], ""):
            del result["default"]
        return result


def json_schema() -> dict[str, Any]:
    """Return the format as a JSON Schema (draft 2020-12), for editors and validators.

    What it cannot say (unique ids, names that must exist) only loading checks.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **FileModel.model_json_schema(schema_generator=_Generator),
    }
