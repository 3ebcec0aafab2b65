"""Places: a city, its state, and what else was typed."""

import pytest

from jdgen.text.place import Place, describe_place, format_place, parse_location, parse_place
from jdgen.text.problem import Problem
from jdgen.text.remote_area import RemoteArea

READ = {
    "Denver, CO": "Denver, CO",
    "Denver CO": "Denver, CO",
    "denver co": "denver, CO",
    "Denver Colorado": "Denver, CO",
    "Denver, Colo.": "Denver, CO",
    "Denver, Colorado 80204": "Denver, CO 80204",
    "Denver, CO, 80204, USA": "Denver, CO 80204",
    "Denver, CO US": "Denver, CO",
    "Denver, CO, United States of America": "Denver, CO",
    "Denver, CO 802041234": "Denver, CO 80204-1234",
    "1200 Oak St, Denver, CO 80204-1234": "1200 Oak St, Denver, CO 80204-1234",
    "1200 Oak St, Suite 300, Denver, CO": "1200 Oak St, Suite 300, Denver, CO",
    "One Medical Center Dr, Lebanon, NH 03756": "One Medical Center Dr, Lebanon, NH 03756",
    "1200 Oak St, Denver CO": "1200 Oak St, Denver, CO",
    "Washington, DC": "Washington, DC",
    "Washington, D.C. 20001": "Washington, DC 20001",
    "Washington DC": "Washington, DC",
    "St. Paul, MN": "St. Paul, MN",
    "Winston-Salem, NC": "Winston-Salem, NC",
    "Coeur d\u2019Alene, ID": "Coeur d'Alene, ID",
    "Cañon City, CO": "Cañon City, CO",
    "New York, NY": "New York, NY",
    "New York New York": "New York, NY",
    "Charleston West Virginia": "Charleston, WV",
    "Virginia, MN": "Virginia, MN",
    "Kansas City, MO": "Kansas City, MO",
    "Portland OR": "Portland, OR",
    "Charlotte Amalie, U.S. Virgin Islands 00802": "Charlotte Amalie, VI 00802",
    "Truth or Consequences, NM": "Truth or Consequences, NM",
    "Fort Campbell, TN 42223": "Fort Campbell, TN 42223",
    "US-WA-Seattle": "Seattle, WA",
    "US-NC-Winston-Salem": "Winston-Salem, NC",
    "USA - NY - New York": "New York, NY",
    "US-WA-Seattle-98101": "Seattle, WA 98101",
    "WA - Seattle": "Seattle, WA",
    "Newark | NJ": "Newark, NJ",
    "Newark | NJ 07105": "Newark, NJ 07105",
    "Seattle (WA)": "Seattle, WA",
    "Cleveland, OHIO": "Cleveland, OH",
    "Denver\u200b,\u00a0CO": "Denver, CO",
    "On-Site Health Clinic, Denver, CO": "On-Site Health Clinic, Denver, CO",
    "12 Main St, Onsite Clinic, Denver, CO": "12 Main St, Onsite Clinic, Denver, CO",
}

REFUSED = {
    "": "empty",
    " \t": "empty",
    "Portland": "state-missing",
    "Kansas City": "state-missing",
    "Denver Colrado": "state-missing",
    "Ask me": "state-missing",
    "work in": "state-missing",
    "Denver, Colrado": "unknown-state",
    "Toronto, ON": "unknown-state",
    "Washington": "city-missing",
    "CO": "city-missing",
    ", CO": "city-missing",
    "80204": "city-missing",
    "Denver, Aurora, CO": "two-places",
    "Denver, CO | Boise, ID": "two-places",
    "CA / NY": "two-places",
    "Bay Area, CA": "city-missing",
    "Chicago (XY)": "state-missing",
    "Denver or Boulder, CO": "two-places",
    "Minneapolis/St. Paul, MN": "two-places",
    "Denver, CO; Boulder, CO": "two-places",
    "Denver, CO and Boulder, CO": "two-places",
    "Denver, CO, Boulder, CO": "two-places",
    "Hybrid - Denver, CO": "workplace",
    "Hybrid Denver, CO": "workplace",
    "Denver (hybrid), CO": "workplace",
    "On site in Denver, CO": "workplace",
    "Denver, CO (on-site)": "workplace",
    "Denver, CO - In Person": "workplace",
    "1200 Oak St Denver CO": "unreadable",
    "De\x00nver, CO": "unreadable",
    "Denver\u202e, CO": "unreadable",
    "Denver, " * 30: "unreadable",
    "Boston, MA 2134": "postal-code",
    "Denver, CO 8020": "postal-code",
    "Denver, CO 90204": "postal-code",
    "Denver, CO 00000": "postal-code",
}

SEVERAL = "give each place by itself, with its state: {}; in a file, list them one a line"
HINTS = {
    "Denver, Colrado": "did you mean `Colorado`?",
    "Denver Colrado": "did you mean `Colorado`?",
    "Portland": "add the state, as in `Denver, CO`: `Portland` may exist in more than one",
    "Boston, MA 2134": "the leading zero was lost, write `Boston, MA 02134`",
    "Boston, MA 2134-1234": "the leading zero was lost, write `Boston, MA 02134-1234`",
    "San Juan, PR 901": "the leading zero was lost, write `San Juan, PR 00901`",
    "Denver, CO 8020": "write five digits, or nine as in `80204-1234`",
    "Hybrid \u2013 Denver, CO 80204": "write `Denver, CO 80204` here, and the workplace as `--workplace hybrid` or `workplace: hybrid`",
    "Denver, CO (On-site)": "write `Denver, CO` here, and the workplace as `--workplace onsite` or `workplace: onsite`",
    "In person in Denver, CO": "write `Denver, CO` here, and the workplace as `--workplace onsite` or `workplace: onsite`",
    "Hybrid, 2 days": "write the place alone here, and the workplace as `--workplace hybrid` or `workplace: hybrid`",
    "Denver, CO; Boulder, CO": SEVERAL.format('`--location "Denver, CO" --location "Boulder, CO"`'),
    "Denver or Boulder, CO": SEVERAL.format('`--location "Denver, CO" --location "Boulder, CO"`'),
    "Denver, Aurora, CO": SEVERAL.format("repeat `--location`"),
    "Denver, Colrado and Boulder, CO": SEVERAL.format("repeat `--location`"),
}


@pytest.mark.parametrize("text", READ)
def test_a_place_is_read_however_it_is_typed(text):
    place = parse_place(text)

    assert isinstance(place, Place)
    assert READ[text] == format_place(place)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_single_place_is_refused(text):
    answer = parse_place(text)

    assert isinstance(answer, Problem)
    assert REFUSED[text] == answer.kind


@pytest.mark.parametrize("text", HINTS)
def test_the_hint_is_the_repair(text):
    answer = parse_place(text)

    assert isinstance(answer, Problem)
    assert HINTS[text] == answer.hint


def test_a_zip_code_of_another_state_names_its_owner():
    answer = parse_place("Denver, CO 90204")

    assert isinstance(answer, Problem)
    assert answer.message == "the ZIP code 90204 belongs to California, not to Colorado"


def test_a_zip_code_nobody_has_is_said_to_be_nobodys():
    answer = parse_place("Denver, CO 00000")

    assert isinstance(answer, Problem)
    assert answer.message == "the ZIP code 00000 belongs to no state, not to Colorado"


def test_a_place_is_said_with_the_name_of_its_state():
    place = Place("Denver", "CO", "80204", "1200 Oak St")

    assert (describe_place(place), describe_place(place, short=True)) == ("Denver, Colorado", "Denver, CO")


def test_the_capital_is_never_spelled_out():
    assert describe_place(Place("Washington", "DC")) == "Washington, DC"


def test_a_location_is_a_place_or_a_remote_area():
    assert Place("Denver", "CO") == parse_location("Denver, CO")
    assert RemoteArea(("CO",)) == parse_location("Remote (CO)")
    assert isinstance(parse_location(""), Problem)


def test_hybrid_work_at_a_place_is_no_remote_area():
    answer = parse_location("Hybrid remote - Denver, CO")

    assert isinstance(answer, Problem)
    assert answer.kind == "workplace"


def test_a_city_of_which_there_is_one_needs_no_state():
    assert parse_place("nyc") == parse_place("New York City") == Place("New York", "NY")
    assert parse_place("the Bronx 10451") == Place("Bronx", "NY", "10451")
    assert parse_place("New York City, NY") == Place("New York City", "NY")
    assert isinstance(parse_place("NYC 80204"), Problem)
    assert isinstance(parse_place("Brooklyn"), Problem)
