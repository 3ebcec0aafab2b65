"""The only place that asks what day it is."""

import os
from datetime import UTC, date, datetime

from jdgen.errors import UsageError


def day_of_posting(given: date | None) -> date:
    """Return the day given, else that of SOURCE_DATE_EPOCH (seconds since 1970, UTC), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if given or not epoch:
        return given or today()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, expected seconds since 1970",
            hint="set it to a number such as 1795305600, or unset it",
        ) from error


def today() -> date:
    """Return the day it is, whatever day a posting is made or judged for."""
    return datetime.now().astimezone().date()
