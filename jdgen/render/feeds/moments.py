"""Days where a feed needs a time: noon of Greenwich, which is the same day in every place of the United States, from Hawaii to Guam."""

from datetime import UTC, date, datetime
from email.utils import format_datetime


def mail_moment(day: date) -> str:
    """Return the day as RSS and XML feeds write it (RFC 822): `Sun, 22 Nov 2026 12:00:00 GMT`."""
    return format_datetime(_noon(day), usegmt=True)


def internet_moment(day: date) -> str:
    """Return the day as JSON Feed writes it (RFC 3339): `2026-11-22T12:00:00Z`."""
    return f"{_noon(day):%Y-%m-%dT%H:%M:%SZ}"


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
