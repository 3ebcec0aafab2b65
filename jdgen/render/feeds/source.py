"""What the feeds for Indeed and LinkedIn share: a `source` of `job` elements, and values told in the channel's own words.

What a value is called on a channel stands in `facts/channel_values.yaml`. A value without a row keeps the posting off the channel; a
row that no source confirms makes the feed a draft, which its first line says.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jdgen.model.channel_values import Channel, ChannelValue, ChannelValues, ValueField
from jdgen.model.posting import PostingFacts
from jdgen.render.feeds.xml_text import comment

_REMOTE = {
    "remote": "remote work anywhere",
    "remote-in-one-state": "remote work in one state",
    "remote-in-some-states": "remote work in several states",
}
"""What people call how wide an area of remote work is."""


class Need(NamedTuple):
    """A value the channel has to be told, and the clause of `facts/channels.yaml` that asks for it."""

    field: ValueField
    value: str
    clause: str


def rows_for(needs: Iterable[Need], channel: Channel, values: ChannelValues) -> tuple[ChannelValue, ...]:
    """Return the rows that translate values; those without one are left out."""
    found = (values.find(channel, need.field, need.value) for need in needs)
    return tuple(row for row in found if row)


def without_counterpart(needs: Iterable[Need], channel: Channel, values: ChannelValues) -> Iterator[str]:
    """Give a phrase for each value that the channel has no word for."""
    for need in needs:
        if values.find(channel, need.field, need.value) is not None:
            continue
        if need.field == "place":
            yield f"it names no city, and nothing there stands for {_REMOTE[need.value]} ({need.clause})"
        else:
            yield f"nothing there stands for its {need.field.replace('-', ' ')} `{need.value}` ({need.clause})"


def unconfirmed(rows: Iterable[ChannelValue]) -> tuple[str, ...]:
    """Return a phrase for each row that no source confirms, each once: what makes a feed that uses it a draft."""
    notes = {row.id: f"{row.field} {row.value} as {row.token}" for row in rows if row.confidence == "U" and row.token}
    return tuple(notes[name] for name in sorted(notes))


def source_document(head: Iterable[str], jobs: Iterable[str], notes: Iterable[str]) -> Iterator[str]:
    """Give a feed in pieces: the declaration, what makes it a draft, what is said once, and job by job."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    if told := "; ".join(notes):
        yield comment(f"draft: not confirmed by the channel: {told}. See facts/channel_values.yaml")
    yield "<source>\n"
    yield from head
    yield from jobs
    yield "</source>\n"


def where_remote(facts: PostingFacts) -> str:
    """Return how wide the area of remote work is, as the table calls it."""
    states = {state for area in facts.remote_areas for state in area.states}
    if not states or any(not area.states for area in facts.remote_areas):
        return "remote"
    return "remote-in-one-state" if len(states) == 1 else "remote-in-some-states"


def place_needs(facts: PostingFacts, clause: str) -> Iterator[Need]:
    """Give what has to be told of the place where a posting names no city."""
    if facts.remote_areas and not facts.places:
        yield Need("place", where_remote(facts), clause)


def common_faults(facts: PostingFacts, *, place: str, apply: str) -> Iterator[str]:
    """Give what keeps a posting off both channels; `place` and `apply` are the clauses that ask for a place and a way to apply."""
    if facts.posted is None:
        yield "it has no day of first publication (`posted`) (c04)"
    elif isinstance(facts.closes, date) and facts.closes < facts.posted:
        yield f"it closes on {facts.closes}, before it is posted on {facts.posted} (c04)"
    if not facts.location:
        yield f"it has no place (`location`) ({place})"
    elif not facts.places and facts.workplace != "remote":
        stated = f"`workplace` says {facts.workplace}" if facts.workplace else "`workplace` is missing"
        yield f"its only location is an area for remote work, and {stated} (c06)"
    if not facts.apply:
        yield f"it does not say how to apply (`apply`) ({apply})"


def write_day(day: date, form: str | None) -> str:
    """Return a day in the form a row names."""
    match form:
        case "MM/DD/YYYY":
            return f"{day.month:02}/{day.day:02}/{day.year}"
        case "M/D/YYYY":
            return f"{day.month}/{day.day}/{day.year}"
        case _:
            return day.isoformat()
