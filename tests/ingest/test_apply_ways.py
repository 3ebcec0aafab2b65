"""Where applications go: taken where the words say so, left to people elsewhere."""

from collections.abc import Callable

import pytest

from jdgen.ingest.apply_ways import apply_ways, clear_ways


def taken(read: Callable, words: str, path: str = "a.md") -> dict[str, str]:
    """Return the ways to apply that are clear."""
    return {kind: stated.value for kind, stated in clear_ways(apply_ways(read(words, path))).items()}


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("Send your resume to jobs@x.example.", {"email": "jobs@x.example"}),
        ("Apply at https://x.example/jobs.", {"url": "https://x.example/jobs"}),
        ("Please apply (https://x.example/jobs?id=4(b)).", {"url": "https://x.example/jobs?id=4(b)"}),
        ("To apply, call (303) 555-0100 ext. 4.", {"phone": "(303) 555-0100 ext. 4"}),
        (
            "Email a cover letter to jobs@x.example or apply online at https://x.example.",
            {"email": "jobs@x.example", "url": "https://x.example"},
        ),
        ("Send resumes to:\n\njobs@x.example", {"email": "jobs@x.example"}),
        ("## How to apply\n\n- Email: jobs@x.example", {"email": "jobs@x.example"}),
        ("[Apply now](https://x.example/4)", {"url": "https://x.example/4"}),
        ("Apply at [larch.org/jobs](https://larch.org/jobs) by May 4.", {"url": "https://larch.org/jobs"}),
        ("Apply at https://larch.org/jobs (online at larch.org/jobs).", {"url": "https://larch.org/jobs"}),
        ("Apply at https://x.example/7. Alder House is an equal opportunity employer.", {"url": "https://x.example/7"}),
        ("Write your resume to [jobs@x.example](mailto:jobs@x.example).", {"email": "jobs@x.example"}),
        ("[Apply](mailto:jobs@x.example?subject=RN)", {"email": "jobs@x.example"}),
        ("---\napply: {email: jobs@x.example}\n---\n\nWe hire.", {"email": "jobs@x.example"}),
    ],
)
def test_an_address_to_apply_is_taken(read: Callable, words: str, ways: dict[str, str]) -> None:
    assert taken(read, words) == ways


@pytest.mark.parametrize(
    "words",
    [
        "Our clinic is at https://x.example.",
        "Applicants must not apply at https://x.example/old any more.",
        "We no longer accept applications at https://x.example/old.",
        "Do not apply by email to jobs@x.example.",
        "To apply for benefits, clients call 303-555-0100 or go to https://x.example/apply.",
        "You will submit prior authorization applications to https://x.example.",
        "To apply for the loan repayment, see https://x.example.",
        "If you need help to apply, call 303-555-0111.",
        "For questions, write to ask@x.example. Your resume tells us what you did.",
        "To apply with an accommodation, write to ada@x.example.",
        "Fax your resume to 303-555-0100, or call us.",
        "To apply, use the number 303-555-0100.",
        "Apply at www.x.example/jobs.",
        "Send your resume to a@x.example or to b@x.example.",
        "## How to apply\n\nQuestions? Write to ask@x.example.",
        "## Contact\n\nDana Reyes, dana@x.example",
        "[Our benefits](https://x.example/4)",
    ],
)
def test_an_address_that_may_be_for_something_else_is_not_taken(read: Callable, words: str) -> None:
    assert taken(read, words) == {}


def test_every_address_is_found_once_with_its_place(read: Callable) -> None:
    document = read("Ask at help@x.example.\n\nApply at help@x.example or www.x.example.\n")
    ways = apply_ways(document)

    assert [(way.text, way.is_clear) for way in ways] == [("help@x.example", True), ("www.x.example", True)]
    assert all(document.source[way.start : way.end] == way.text for way in ways)


def test_whom_to_ask_for_an_accommodation_is_no_way_at_all(read: Callable) -> None:
    assert apply_ways(read("If you need an accommodation, write to ada@x.example.")) == ()


def test_the_bare_name_of_a_site_counts_only_where_words_lead_people_there_to_apply(read: Callable) -> None:
    def named(words: str) -> list[tuple[str, bool]]:
        return [(way.text, way.is_clear) for way in apply_ways(read(words))]

    assert named("Apply at larch.org/jobs today.") == [("larch.org/jobs", True)]
    assert named("Our site is larch.org. Send your resume larch.org!") == []
    assert named("Apply at jobs@larch.org.") == [("jobs@larch.org", True)]
