from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest

from jdgen.render.feeds.moments import internet_moment, mail_moment

DAY = date(2026, 11, 2)


def test_a_day_is_written_as_each_kind_of_feed_wants_it() -> None:
    assert mail_moment(DAY) == "Mon, 02 Nov 2026 12:00:00 GMT"
    assert internet_moment(DAY) == "2026-11-02T12:00:00Z"


@pytest.mark.parametrize("place", ["Pacific/Honolulu", "America/Anchorage", "America/New_York", "Pacific/Guam"])
def test_it_is_the_same_day_all_over_the_country(place: str) -> None:
    for moment in (parsedate_to_datetime(mail_moment(DAY)), datetime.fromisoformat(internet_moment(DAY))):
        assert moment.astimezone(ZoneInfo(place)).date() == DAY
