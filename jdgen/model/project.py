"""The settings of a working folder: `jdgen.yaml`."""

from typing import Annotated, Literal

from jdgen.model.markers import one_or_many
from jdgen.model.record import Line, Record, Slug, field

Paper = Literal["letter", "a4"]


class Project(Record):
    """Defaults for every command run in this folder or below. Paths start at the folder of `jdgen.yaml`."""

    employer: Line | None = field(default=None, description="Path of employer.yaml")
    template: Slug = field(default="posting", description="What `-t` names when nobody does")
    formats: Annotated[tuple[Line, ...], one_or_many(Line)] = field(
        default=("md", "html", "pdf"), description="What `-f` names when nobody does"
    )
    output: Line = field(default="output", description="Folder for results")
    paper: Paper = field(default="letter", description="Paper of the PDF")
    specializations: Line | None = field(default=None, description="Your own folder; its files win over jdgen's")
    templates: Line | None = field(default=None, description="Your own folder; its files win over jdgen's")
    facts: Line | None = field(default=None, description="Your own folder; its files win over jdgen's")
    rules: Line | None = field(default=None, description="Your own folder of rules; its files win over jdgen's")
    rules_off: Annotated[tuple[Line, ...], one_or_many(Line)] = field(
        default=(), description="Rules the audit leaves out, by id or family: seo, pay.vague"
    )
    # As `Severity` of `jdgen.model.finding`, which a command that makes postings need not load.
    severity: dict[str, Literal["error", "warning", "info"]] = field(
        default_factory=dict, description="Another severity for rules, by id or family"
    )
