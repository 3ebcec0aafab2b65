"""Facts about the labor market and where postings go: wages, outlook, occupations, channels."""

from decimal import Decimal
from typing import Literal

from jdgen.model.fact import Fact, Soc
from jdgen.model.record import Line, Prose, Record, field
from jdgen.model.specialization import OnetCode


class Wage(Fact):
    """National wage percentiles of one occupation (BLS OEWS), in dollars a year."""

    soc: Soc
    title: Line
    period: Line = field(description="Such as May 2025")
    employment: int = field(ge=0)
    p10: int
    p25: int
    median: int
    p75: int
    p90: int
    hourly_median: Decimal | None = None
    also_for: tuple[Soc, ...] = field(default=(), description="Codes that BLS publishes only together with this one")


class Outlook(Fact):
    """National employment projection of one occupation (BLS)."""

    soc: Soc
    title: Line
    period: Line = field(description="Such as 2024-34")
    employment: int = field(ge=0)
    projected: int = field(ge=0)
    growth_percent: int
    openings_per_year: int | None = None
    typical_education: Line | None = None


class OnetOccupation(Fact):
    """An O*NET-SOC occupation that case-manager titles are filed under."""

    code: OnetCode
    title: Line
    job_zone: int | None = field(default=None, ge=1, le=5)
    alternate_titles: tuple[Line, ...] = ()


class ChannelRule(Fact):
    """One clause of what a channel asks of a posting."""

    channel: Literal["google", "indeed", "linkedin", "all"]
    level: Literal["must", "should"]
    rule: Prose


class WageTable(Record):
    """The file `facts/wages.yaml`."""

    wages: tuple[Wage, ...] = field(min_length=1)


class OutlookTable(Record):
    """The file `facts/outlook.yaml`."""

    outlook: tuple[Outlook, ...] = field(min_length=1)


class OccupationTable(Record):
    """The file `facts/occupations.yaml`."""

    occupations: tuple[OnetOccupation, ...] = field(min_length=1)


class ChannelTable(Record):
    """The file `facts/channels.yaml`."""

    channels: tuple[ChannelRule, ...] = field(min_length=1)
