"""Facts in `facts/*.yaml`: each row says where it comes from, when it was checked, and how sure it is."""

from typing import Annotated, Literal

from jdgen.model.markers import Limits, one_or_many
from jdgen.model.record import Day, Line, Link, Prose, Record, Slug, field

Soc = Annotated[str, Limits(pattern=r"^\d{2}-\d{4}$")]
"""A Standard Occupational Classification code such as 29-1141."""

Evidence = Literal["law", "issuer", "platform", "statistic", "study", "style"]
Confidence = Literal["V", "V2", "U"]


class Fact(Record):
    """A row with its evidence. V was read in a primary source, V2 in a secondary one, U is unconfirmed."""

    id: Slug
    source: Annotated[tuple[Link, ...], one_or_many(Link)] = field(min_length=1)
    checked: Day
    review_by: Day
    evidence: Evidence
    confidence: Confidence
    note: Prose | None = None


class Credential(Fact):
    """A certification or designation a person can hold; never a license."""

    name: Line = field(description="The exact name, without the letters")
    abbreviation: Line
    issuer: Line
    held_by: Prose = field(description="Who can earn it: license, degree, experience")
    renewal: Prose | None = None
    former_names: tuple[Line, ...] = ()
    common_errors: tuple[Line, ...] = field(default=(), description="What advertisements get wrong")
    settings: tuple[Line, ...] = ()
    licenses: tuple[Slug, ...] = field(
        default=(), description="License kinds of which a holder must have one; empty: none is demanded"
    )
    roles: tuple[Slug, ...] = field(
        default=(), description="Kinds of license a role has to involve before this may be asked; empty: any role"
    )
    family: Slug | None = field(
        default=None, description="One name for several versions: acm is ACM-RN or ACM-SW by the role"
    )
    months_of_experience: int | None = field(
        default=None, ge=0, description="Least experience in case management to earn it"
    )

    @property
    def held_with(self) -> frozenset[str]:
        """The kinds of license of which a holder has one; empty where none is needed."""
        return frozenset(self.roles or self.licenses)

    def fits(self, license_kinds: frozenset[str]) -> bool:
        """Say whether somebody in a role that involves these kinds of license could hold it at all."""
        return not self.roles or not license_kinds.isdisjoint(self.roles)


class License(Fact):
    """A kind of state license. States name most kinds differently."""

    name: Line = field(description="What lists call it, such as clinical social work")
    holder: Line = field(description="Who holds it, as a posting says: clinical social worker, registered nurse (RN)")
    abbreviation: Line
    varies_by_state: bool = field(default=False, description="Whether the title differs between states")
    soc: Soc | None = field(default=None, description="Occupation its holders are counted under, where there is one")


class Notice(Fact):
    """A sentence the law, or good practice under it, puts into a posting. {employer} and {contact} are filled in."""

    text: Prose


class Verification(Fact):
    """Something to check about a person before a start, and where."""

    name: Line = field(description="Such as OIG exclusion list")
    how: Prose = field(description="Who checks what, where, and when in hiring")
    link: Link | None = field(default=None, description="The page to check it on")


class VerificationTable(Record):
    """The file `facts/verifications.yaml`."""

    verifications: tuple[Verification, ...] = field(min_length=1)


class CredentialTable(Record):
    """The file `facts/credentials.yaml`."""

    credentials: tuple[Credential, ...] = field(min_length=1)


class LicenseTable(Record):
    """The file `facts/licenses.yaml`."""

    licenses: tuple[License, ...] = field(min_length=1)


class NoticeTable(Record):
    """The file `facts/notices.yaml`."""

    notices: tuple[Notice, ...] = field(min_length=1)
