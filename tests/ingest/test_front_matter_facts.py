"""The facts of a front matter, ours or that of any site, by the names of a posting's."""

from datetime import date

from jdgen.ingest.front_matter import read_front_matter
from jdgen.text.place import Place
from jdgen.text.remote_area import RemoteArea


def read(text: str):
    """Return what the top of a file states."""
    return read_front_matter(f"---\n{text}---\n\nWe hire.\n", "ad.md")


def texts(text: str) -> dict[str, list[str]]:
    """Return the texts of what the top of a file states."""
    return {field: [one.text for one in stated] for field, stated in read(text).stated.items()}


def test_our_own_facts_are_read_with_their_values() -> None:
    stated = read(
        "title: RN\nlocation:\n  - Denver, CO\n  - Remote (CO)\nposted: 2026-11-22\ncloses: until filled\n"
    ).stated

    assert [one.value for one in stated["location"]] == [Place("Denver", "CO"), RemoteArea(("CO",))]
    assert stated["posted"][0].value == date(2026, 11, 22)
    assert stated["closes"][0].value == "until filled"


def test_nested_facts_have_dotted_names() -> None:
    found = texts(
        "employer: {name: Cedar Ridge, size: '2,300'}\nlicenses:\n  required: [rn, lpn]\napply:\n  url: https://x.example\n"
    )

    assert found["employer.name"] == ["Cedar Ridge"]
    assert found["licenses.required"] == ["rn", "lpn"]
    assert found["apply"] == found["apply.url"] == ["https://x.example"]
    assert read("employer: {size: '2,300'}\n").stated["employer.size"][0].value == 2300


def test_facts_stand_where_their_text_does() -> None:
    source = '---\ntitle: "RN: nights"\npay: $30/hour\n---\n'
    stated = read_front_matter(source, "ad.md").stated

    assert [source[one.start : one.end] for field in ("title", "pay") for one in stated[field]] == [
        "RN: nights",
        "$30/hour",
    ]


def test_what_cannot_be_read_keeps_no_value() -> None:
    (pay,) = read("pay: a lot of money\n").stated["pay"]

    assert (pay.text, pay.value) == ("a lot of money", None)


def test_the_keys_of_others_are_understood() -> None:
    found = texts(
        "company: Cedar Ridge\nsalary_range: $30/hour\njobType: Full-time\ncity: Denver\nstate: CO\ndate: 2024-06-13T10:00:00Z\n"
    )

    assert found == {
        "employer.name": ["Cedar Ridge"],
        "pay": ["$30/hour"],
        "employment": ["Full-time"],
        "location": ["Denver, CO"],
        "posted": ["2024-06-13T10:00:00Z"],
    }
    assert read("date: 2024-06-13T10:00:00Z\n").stated["posted"][0].value == date(2024, 6, 13)


def test_a_key_that_can_mean_anything_counts_only_when_it_can_be_read() -> None:
    assert texts("type: post\nlayout: page\n") == {}


def test_our_own_key_wins_over_that_of_others() -> None:
    assert texts("pay: $30/hour\nsalary: $40/hour\n") == {"pay": ["$30/hour"]}
