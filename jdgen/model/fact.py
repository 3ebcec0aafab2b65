"""Facts in `facts/*.yaml`: each row says where it comes from, when it was checked, and how sure it is."""

from typing import Annotated, Literal

from pydantic import Field

from jdgen.model.record import Day, Line, Link, Prose, Record, Slug, one_or_many

Evidence = Literal["law", "issuer", "platform", "statistic", "study", "style"]
Confidence = Literal["V", "V2", "U"]


class Fact(Record):
    """A row with its evidence. V was read in a primary source, V2 in a secondary one, U is unconfirmed."""

    id: Slug
    source: Annotated[tuple[Link, ...], one_or_many(Link)] = Field(min_length=1)
    checked: Day
    review_by: Day
    evidence: Evidence
    confidence: Confidence
    note: Prose | None = None


class Credential(Fact):
    """A certification or designation a person can hold; never a license."""

    name: Line = Field(description="The exact name, without the letters")
    abbreviation: Line
    issuer: Line
    held_by: Prose = Field(description="Who can earn it: license, degree, experience")
    renewal: Prose | None = None
    former_names: tuple[Line, ...] = ()
    common_errors: tuple[Line, ...] = Field((), description="What advertisements get wrong")
    settings: tuple[Line, ...] = ()
    licenses: tuple[Slug, ...] = Field(
        (), description="License kinds of which a holder must have one; empty: none is demanded"
    )
    months_of_experience: int | None = Field(None, ge=0, description="Least experience in case management to earn it")


class License(Fact):
    """A kind of state license. States name most kinds differently."""

    name: Line = Field(description="Such as registered nurse (RN)")
    abbreviation: Line
    varies_by_state: bool = Field(default=False, description="Whether the title differs between states")


class Notice(Fact):
    """A sentence the law, or good practice under it, puts into a posting. {employer} and {contact} are filled in."""

    text: Prose


class CredentialTable(Record):
    """The file `facts/credentials.yaml`."""

    credentials: tuple[Credential, ...] = Field(min_length=1)


class LicenseTable(Record):
    """The file `facts/licenses.yaml`."""

    licenses: tuple[License, ...] = Field(min_length=1)


class NoticeTable(Record):
    """The file `facts/notices.yaml`."""

    notices: tuple[Notice, ...] = Field(min_length=1)
