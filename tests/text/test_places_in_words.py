"""Places told from the words around them."""

import pytest

from jdgen.text.places_in_words import places_apart, places_in_sentences, places_of_a_value


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Denver, CO 80204 (onsite)", ["Denver, CO 80204"]),
        ("Denver, CO (Capitol Hill)", ["Denver, CO"]),
        ("Case Manager - Washington, D.C.", ["Washington, D.C."]),
        ("New York, New York", ["New York, New York"]),
        ("NYC", ["NYC"]),
        ("Case Manager | New York City (Bronx) | Full-time", ["New York City"]),
        ("New York City, NY", ["New York City, NY"]),
        ("NYC Housing Fund", []),
        ("Portland ME", ["Portland ME"]),
        ("Job ID", []),
        ("Requisition ID: 7", []),
        ("Ana Lopez, MA (she/her)", []),
        ("Ana Lopez, PA (207) 555-0142", []),
        ("Alabama, Alaska, Arizona, or Colorado", []),
        ("North Carolina, South Carolina", []),
        ("New York, California", []),
        ("District of Columbia, Maryland", []),
        ("City of Denver, CO", ["Denver, CO"]),
        ("York, Maine", ["York, Maine"]),
        ("New London, Connecticut", ["New London, Connecticut"]),
        ("Chicago, IL \u00b7 Reposted 2 weeks ago \u00b7 Over 100 people clicked apply", ["Chicago, IL"]),
        ("Chicago, IL 60612 \u00b7 On-site", ["Chicago, IL 60612"]),
        ("Chicago, IL \u2022 Hybrid", ["Chicago, IL"]),
        ("CLEVELAND, OHIO", ["CLEVELAND, OHIO"]),
        ("Cleveland, OHIO", ["Cleveland, OHIO"]),
        ("NORTH CAROLINA, SOUTH CAROLINA", []),
        ("OHIO, MAINE", []),
        ("US-WA-Seattle", ["US-WA-Seattle"]),
        ("Jobs: US-ME-South Portland | Full-time", ["US-ME-South Portland"]),
        ("Larch Alliance | Newark | NJ | Full-time", ["Newark | NJ"]),
        ("Seattle (WA)", ["Seattle (WA)"]),
        ("Case Manager (CA)", []),
        ("Counseling Psychology (MA)", []),
        ("Hybrid | CA", []),
    ],
)
def test_a_place_apart_is_told_by_its_state(line: str, places: list[str]) -> None:
    assert [match.group() for match in places_apart(line)] == places


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("Denver, CO and Aurora, CO", ["Denver, CO", "Aurora, CO"]),
        ("based in Denver CO with some travel", ["Denver CO"]),
        ("our NYC office", ["NYC"]),
        ("Springfield", []),
        ("Maine, Vermont", []),
    ],
)
def test_what_a_label_calls_a_place_may_say_more(value: str, places: list[str]) -> None:
    assert [match.group() for match in places_of_a_value(value)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("our clinic in Denver, Colorado as a nurse", ["Denver, Colorado"]),
        ("in Denver, CO, Boise, ID and Reno, NV.", ["Denver, CO", "Boise, ID", "Reno, NV"]),
        ("our Denver, Colorado clinic", ["Denver, Colorado"]),
        ("in Denver, CO and in Boise, ID", ["Denver, CO", "Boise, ID"]),
        ("begin Denver, CO", []),
        ("at Larch's Washington, DC office", ["Washington, DC"]),
        ("in New York City with us", ["New York City"]),
        ("in Denver and Boise", []),
        ("Denver, Colorado", []),
    ],
)
def test_a_sentence_leads_to_its_places(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in places_in_sentences(text)] == places
