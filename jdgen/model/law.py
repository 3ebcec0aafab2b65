"""Facts that depend on the place: license titles, compacts, and what the law asks of an advertisement."""

from typing import Annotated, Literal

from jdgen.model.fact import Fact
from jdgen.model.markers import shown_as, typed
from jdgen.model.record import Day, Line, Prose, Record, Slug, field
from jdgen.text.states import parse_state

_STATE = r"^[A-Z]{2}$"
State = Annotated[str, typed(parse_state), shown_as("The two letters of a state such as ME", pattern=_STATE)]
"""A postal abbreviation: the 50 states, DC and the territories."""

AdItem = Literal["pay", "benefits", "other-compensation", "deadline", "how-to-apply", "job-description", "commission"]
"""What a pay-transparency law can ask an advertisement to hold."""

LawTopic = Literal["salary-history", "fair-chance", "driving", "employment-status", "age", "notice"]
"""What a rule about advertisements and applications is about, pay apart."""


class LicenseTitle(Fact):
    """What some states call one kind of license. Each state stands in at most one row of a kind."""

    license: Slug = field(description="The kind, an id of facts/licenses.yaml")
    title: Line = field(description="The letters, such as LICSW")
    name: Line = field(description="The words, such as Licensed Independent Clinical Social Worker")
    states: tuple[State, ...] = field(min_length=1)


class Member(Record):
    """A state in a compact. `operational` is the day from which its people can use it, when that day is known."""

    state: State
    status: Literal["operational", "partial", "enacted"]
    operational: Day | None = None


class Compact(Fact):
    """An agreement of states to honor each other's licenses."""

    name: Line
    licenses: tuple[Slug, ...] = field(min_length=1, description="Kinds of license it covers")
    issuing: bool = field(description="Whether multistate licenses or privileges are issued yet")
    grants: Literal["license", "privilege"] = field(
        default="license", description="A multistate license, or a privilege that is bought for each state"
    )
    members: tuple[Member, ...] = field(min_length=1)

    def member(self, state: str) -> Member | None:
        """Return a state's membership, or None where it has not enacted the compact."""
        return next((member for member in self.members if member.state == state), None)

    def operational_in(self, state: str) -> bool:
        """Say whether a multistate license can be used in a state today."""
        member = self.member(state)
        return self.issuing and member is not None and member.status == "operational"


class Jurisdiction(Record):
    """Where a rule holds: a state, or a city or county in it."""

    state: State
    locality: Line | None = field(default=None, description="City or county; left out for the whole state")


class PayLaw(Fact):
    """What a place asks of the pay in an advertisement."""

    name: Line = field(description="What the law is called")
    citation: Line
    jurisdiction: Jurisdiction
    also_in: tuple[Line, ...] = field(
        default=(), description="Other names that addresses in the place use, such as boroughs"
    )
    effective_from: Day
    effective_to: Day | None = None
    min_employees: int = field(ge=1)
    counted: Line = field(description="Which employees count towards that number")
    must_hold: tuple[AdItem, ...] = field(min_length=1, description="What the advertisement itself must hold")
    open_ended: bool = field(description="Whether a range without one end is allowed")
    link_allowed: bool = field(default=False, description="Whether a link to a public page satisfies it")
    remote: Prose = field(description="When remote work falls under it")
    penalty: Prose | None = None


class County(Fact):
    """A county with a law of its own, and the places whose addresses name no county."""

    state: State
    county: Line = field(description="Its name as the laws' `jurisdiction` says it, such as Westchester County")
    places: tuple[Line, ...] = field(min_length=1, description="Cities, towns, villages and post offices in it")


class AdRule(Fact):
    """Another rule about advertisements or applications, in a state or city, or everywhere."""

    topic: LawTopic | Slug
    name: Line
    citation: Line
    jurisdiction: Jurisdiction | None = field(default=None, description="Left out: federal")
    effective_from: Day | None = None
    min_employees: int | None = field(default=None, ge=1)
    rule: Prose = field(description="What an advertisement or application may or may not do")


class LicenseTitleTable(Record):
    """The file `facts/license_titles.yaml`."""

    license_titles: tuple[LicenseTitle, ...] = field(min_length=1)


class CompactTable(Record):
    """The file `facts/compacts.yaml`."""

    compacts: tuple[Compact, ...] = field(min_length=1)


class PayLawTable(Record):
    """The file `facts/pay_laws.yaml`."""

    pay_laws: tuple[PayLaw, ...] = field(min_length=1)


class CountyTable(Record):
    """The file `facts/counties.yaml`."""

    counties: tuple[County, ...] = field(min_length=1)


class AdRuleTable(Record):
    """The file `facts/ad_rules.yaml`."""

    ad_rules: tuple[AdRule, ...] = field(min_length=1)
