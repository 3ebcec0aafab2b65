"""The settings of a working folder: `jdgen.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from jdgen.model.record import Line, Record, Slug, one_or_many

Paper = Literal["letter", "a4"]


class Project(Record):
    """Defaults for every command run in this folder or below. Paths start at the folder of `jdgen.yaml`."""

    employer: Line | None = Field(None, description="Path of employer.yaml")
    template: Slug = Field("posting", description="What `-t` names when nobody does")
    formats: Annotated[tuple[Line, ...], one_or_many(Line)] = Field(
        ("md", "html", "pdf"), description="What `-f` names when nobody does"
    )
    output: Line = Field("output", description="Folder for results")
    paper: Paper = Field("letter", description="Paper of the PDF")
    specializations: Line | None = Field(None, description="Your own folder; its files win over jdgen's")
    templates: Line | None = Field(None, description="Your own folder; its files win over jdgen's")
    facts: Line | None = Field(None, description="Your own folder; its files win over jdgen's")
    rules: Line | None = Field(None, description="Your own folder of rules; its files win over jdgen's")
    rules_off: Annotated[tuple[Line, ...], one_or_many(Line)] = Field(
        (), description="Rules the audit leaves out, by id or family: seo, pay.vague"
    )
    # As `Severity` of `jdgen.model.finding`, which a command that makes postings need not load.
    severity: Mapping[str, Literal["error", "warning", "info"]] = Field(
        {}, description="Another severity for rules, by id or family"
    )
