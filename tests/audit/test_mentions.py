"""Credentials and organizations in a text."""

from jdgen.audit.mentions import (
    credential_mentions,
    initials,
    masked,
    organization_mentions,
    organization_table,
    strangers,
)
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.view import View
from jdgen.ingest.reader import read_document


def see(line: str) -> View:
    return View(read_document(line.encode(), "case.md"))


def letters(line: str, ruleset: Ruleset) -> list[str]:
    return [mention.letters for mention in credential_mentions(see(line), ruleset.lookup.credentials)]


def test_letters_names_and_families_are_found_in_reading_order(shipped_rules: Ruleset) -> None:
    assert letters("CCMs, an ACM, ACM-RN or a certified rehabilitation counselor", shipped_rules) == [
        "CCM",
        "ACM",
        "ACM-RN",
        "CRC",
    ]


def test_letters_inside_of_words_are_no_credential(shipped_rules: Ruleset) -> None:
    assert letters("MyCCM app, CCMX, a big mac and crc32", shipped_rules) == []


def test_a_name_and_its_letters_are_one_mention(shipped_rules: Ruleset) -> None:
    view = see("Certified Case Manager (CCM) preferred")

    (mention,) = credential_mentions(view, shipped_rules.lookup.credentials)

    assert view.cased[mention.start : mention.end] == "Certified Case Manager (CCM)"


def test_a_name_and_the_letters_of_another_credential_are_two(shipped_rules: Ruleset) -> None:
    assert letters("Certified Case Manager (ACM)", shipped_rules) == ["CCM", "ACM"]


def test_organizations_are_known_by_name_and_by_letters_in_capitals() -> None:
    table = organization_table(["Guild of Lamp Lighters"], ["OLL = Order of Lamp Lighters"])

    found = organization_mentions(see("The GLL, the oll, and the Order of Lamp Lighters"), 0, table)

    assert [one.name for one in found] == ["guild of lamp lighters", "order of lamp lighters"]


def test_unknown_organizations_are_known_by_a_head() -> None:
    view = see("Paid by the Larch Valley Nursing Association, says Mary Poppins")

    found = strangers(view, (0, len(view.text)), frozenset({"association"}))

    assert [(one.name, one.is_known) for one in found] == [("larch valley nursing association", False)]


def test_initials_leave_small_words_out() -> None:
    assert initials("Commission on Rehabilitation Counselor Certification") == "CRCC"


def test_masked_text_keeps_its_length() -> None:
    assert masked("a CCM b", 10, [(12, 15, "#")]) == "a ### b"
