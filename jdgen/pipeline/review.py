"""Which fact rows are due for another look."""

from datetime import date

from jdgen.load.facts import TABLES, load_table
from jdgen.load.search import SearchPath


def overdue(search: SearchPath, today: date) -> tuple[str, ...]:
    """Return a sentence for each row past its day of review; raise InputErrors for rows without source or date."""
    return tuple(
        f"{search.require('facts', table)}: `{row.id}` was to be looked at again by {row.review_by.isoformat()}"
        for table in TABLES
        for row in load_table(search, table).values()
        if row.review_by < today
    )
