"""Ways to apply that stand in links and addresses."""

import pytest

from jdgen.audit.application_links import is_offered
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document

WORDS = frozenset({"apply", "apply-now", "application", "send", "call", "text", "email", "resume", "jobs"})


def offers(text: str, path: str = "ad.md") -> bool:
    """Say whether a text offers a way to apply."""
    return is_offered(View(read_document(text.encode(), path)), WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "[Apply](https://larch.example/7)",
        "[Start here](https://larch.example/apply/123)",
        "[Begin][1] or [apply](/openings/7)",
        "[Ana Ruiz](mailto:ana@larch.example?subject=application)",
        "[Text us](sms:+12075550142)",
        "**Apply:** ana@larch.example",
        "Call Ana Ruiz at 207-555-0142.",
        "Text (207) 555-0142.",
        "Send a letter to <ana@larch.example>.",
        "Resume to larch.example/7, please.",
        "Apply on [our page](https://larch.example/7).",
        "jobs@larch.example",
    ],
)
def test_a_link_an_address_or_a_telephone_number_beside_a_word_of_applying_is_a_way(line: str) -> None:
    assert offers(f"# Nurse\n\nYou plan care.\n\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Apply!",
        "Call members and send letters.",
        "[Read more](https://larch.example/about)",
        "[Apply](nowhere)",
        "Our page is www.larch.example.",
        "Call 207-555-0142 for an accommodation.",
        "You carry 30 to 45 cases, 1-2 calls each.",
        "Apply!\n\nOur page is larch.example.",
    ],
)
def test_words_without_an_address_and_addresses_for_something_else_are_none(line: str) -> None:
    assert not offers(f"# Nurse\n\nYou plan care.\n\n{line}\n")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Apply in person.", True),
        ("Call us to apply.", True),
        ("## How to apply\n\nAna Ruiz, on the second floor", True),
        ("## How to apply\n\nWrite to us.", True),
        ("## How to apply\n\n207-555-0142", True),
        ("## How to apply\n\nWe read every letter.", False),
        ("## How to apply\n\nCall Ana Ruiz at 207-555-0142 for an accommodation.", False),
        ("## Responsibilities\n\n- Help people apply by mail for benefits.", False),
        ("Apply today!", False),
        ("Send your resume!", False),
    ],
)
def test_words_may_tell_the_way_without_an_address(lines: str, *, found: bool) -> None:
    assert offers(f"# Nurse\n\nYou plan care.\n\n{lines}\n") is found


@pytest.mark.parametrize(
    ("page", "found"),
    [("<button>Apply</button>", True), ("<button>Search</button>", False), ("<p>Apply today!</p>", False)],
)
def test_a_button_is_a_way_where_a_page_speaks_of_applying(page: str, *, found: bool) -> None:
    speaks = "<p>Apply today!</p>" if "Search" not in page else "<p>We hire.</p>"

    assert offers(f"<html><body><h1>Nurse</h1><p>You plan care.</p>{speaks}{page}</body></html>", "ad.html") is found


def test_a_call_to_apply_may_hide_a_link_where_links_are_not_read() -> None:
    document = read_document(b"Nurse\n\nApply today!\n", "ad.txt")

    assert not is_offered(View(document), WORDS)
    assert is_offered(View(document._replace(format="pdf")), WORDS)


def test_the_address_for_accommodations_does_not_hide_the_one_beside_it() -> None:
    assert offers("Apply: ana@larch.example. Call 207-555-0142 for an accommodation.")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<a class="button" href="https://larch.example/7">Apply</a>', True),
        ("<a href=/apply/7><b>Go</b></a>", True),
        ('<a name="apply">Apply</a>', False),
        ('<a href="/about">About us</a>', False),
    ],
)
def test_links_of_a_page_are_read_by_their_tags(tag: str, *, found: bool) -> None:
    assert offers(f"<html><body><h1>Nurse</h1><p>You plan care.</p><p>{tag}</p></body></html>", "ad.html") is found


def test_a_file_of_plain_text_has_addresses_and_no_links() -> None:
    assert offers("Nurse\n\nApply: ana@larch.example", "ad.txt")
    assert not offers("Nurse\n\nApply (soon)", "ad.txt")
