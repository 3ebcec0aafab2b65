"""Front matter of any site: found where there is some, and never in the way."""

from jdgen.ingest.front_matter import read_front_matter, typed_facts


def test_broken_yaml_is_a_note_and_the_body_is_still_found() -> None:
    top = read_front_matter("---\ntitle: [never closed\n---\n\nWe hire.\n", "ad.md")

    assert top.stated == {}
    assert "line" in top.notes[0]
    assert top.body_start == len("---\ntitle: [never closed\n---\n")


def test_a_file_without_front_matter_starts_at_once() -> None:
    assert read_front_matter("# RN\n\n---\n", "ad.md") == ({}, 0, ())


def test_a_paragraph_between_two_rules_is_no_front_matter() -> None:
    assert read_front_matter("---\nWe hire.\n---\nMore.\n", "ad.md").body_start == 0


def test_windows_line_ends_are_fine() -> None:
    source = "---\r\ntitle: RN\r\npay: $30/hour\r\n---\r\nWe hire.\r\n"
    top = read_front_matter(source, "ad.md")

    assert source[top.body_start :] == "We hire.\r\n"
    assert [source[one.start : one.end] for one in top.stated["pay"]] == ["$30/hour"]


def test_line_ends_of_old_macs_are_fine() -> None:
    source = "---\rtitle: RN\rpay: $30/hour\r---\rWe hire.\r"
    top = read_front_matter(source, "ad.md")

    assert source[top.body_start :] == "We hire.\r"
    assert [source[one.start : one.end] for one in top.stated["pay"]] == ["$30/hour"]
    assert typed_facts(source) == "title: RN\npay: $30/hour\n"
