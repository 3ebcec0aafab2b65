"""What a channel calls our values: the rows of `facts/channel_values.yaml`, and how a renderer finds one.

A value without a row has no counterpart on the channel. A row without a token says that the channel is told nothing of the value.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from jdgen.model import record
from jdgen.model.fact import Fact
from jdgen.model.markers import refusal
from jdgen.model.record import Line, Record, Slug
from jdgen.text.problem import Problem, quoted

Channel = Literal["google", "indeed", "linkedin"]
ValueField = Literal[
    "employment", "workplace", "pay-unit", "pay-amount", "education", "level", "place", "date", "address"
]

DATE_FORMS = ("YYYY-MM-DD", "MM/DD/YYYY", "M/D/YYYY")
"""The ways to write a day that a feed knows."""


class ChannelValue(Fact):
    """What one channel calls one of our values, or how it writes one."""

    channel: Channel
    field: ValueField
    value: Slug = record.field(description="Ours, such as per-diem")
    token: Line | None = record.field(
        default=None, description="The channel's, letter by letter; none where it is told nothing"
    )

    def __post_init__(self) -> None:
        """Refuse a form of dates that feeds cannot write."""
        if self.field == "date" and self.token not in DATE_FORMS:
            message = f"{quoted(self.token or '')} is no form of a date that feeds can write"
            raise refusal(Problem("date-form", message, f"write one of {', '.join(DATE_FORMS)}"))

    @property
    def name(self) -> str:
        """What lists say of the row: "linkedin employment: per-diem as TEMPORARY"."""
        told = f"as {self.token}" if self.token else "left out"
        return f"{self.channel} {self.field}: {self.value} {told}"


class ChannelValueTable(Record):
    """The file `facts/channel_values.yaml`."""

    channel_values: tuple[ChannelValue, ...] = record.field(min_length=1)


class ChannelValues(NamedTuple):
    """The rows by channel, field and value."""

    rows: Mapping[tuple[str, str, str], ChannelValue]

    @classmethod
    def of(cls, rows: Iterable[ChannelValue]) -> "ChannelValues":
        """Return the rows to look values up in."""
        return cls({(row.channel, row.field, row.value): row for row in rows})

    def find(self, channel: Channel, field: ValueField, value: str) -> ChannelValue | None:
        """Return the row of a value, or None where the channel has no counterpart."""
        return self.rows.get((channel, field, value))

    def token(self, channel: Channel, field: ValueField, value: str) -> str | None:
        """Return what the channel calls a value; None where it has no word for it or is told nothing."""
        row = self.find(channel, field, value)
        return row.token if row else None
