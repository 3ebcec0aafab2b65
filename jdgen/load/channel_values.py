"""`facts/channel_values.yaml`, ready to look values up in."""

from jdgen.load.facts import load_table
from jdgen.load.search import SearchPath
from jdgen.model.channel_values import ChannelValues

__all__ = ["ChannelValues", "load_channel_values"]


def load_channel_values(search: SearchPath) -> ChannelValues:
    """Return what the channels call our values; raise InputErrors for rows without source or date, and for values told twice."""
    return ChannelValues.of(load_table(search, "channel_values").values())
