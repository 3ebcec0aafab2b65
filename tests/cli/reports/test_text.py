"""The report at a terminal: short, in eighty columns, equal findings together, and nothing that steers the terminal."""

from collections.abc import Callable

import click
import pytest

from jdgen.cli.reports.columns import width
from jdgen.cli.reports.text import render_text
from jdgen.model.finding import Allowed, KeyPhrase
from jdgen.pipeline.check import Checked


def shown(checked: Checked, *, verbose: bool = False) -> str:
    return click.unstyle(render_text(checked, verbose=verbose))


def test_the_whole_report(checked: Checked) -> None:
    assert (
        shown(checked)
        == """\
jobs/denver.md

jobs/denver.md:3:9: error: asks for young people: young
    We want young and energetic people for our team in Denver.
            ^^^^^
  also jobs/denver.md:5:3: asks for young people: Recent graduates
    - Recent graduates only
      ^^^^^^^^^^^^^^^^
  why     The law protects applicants of 40 years and more.
  fix     Name what the work needs
  rule    age.young (law, checked 2026-11-22) https://www.example.gov/age

jobs/denver.md:6:9: warning: calls people addicts
    - Helps addicts find housing
            ^^^^^^^
  why     People are more than an illness.
  fix     Name what the work needs
          `--fix` writes “people with addiction”
  rule    stigma.addict (style)

  note      page 3 is a picture
  score     lawful 40 · true 100 · respectful 85 · findable 71 · clear 90
  google    ready; 1 tip with `-v`
  indeed    blocked: the place is missing (i03)
  phrases                              count  in 100 words  where
            discharge planning             0           0.0  nowhere
              say it once under the duties
            and 1 more, shown with `-v`
  allowed   age.energetic at line 3, because the union agreed, until 2027-01-01
  info      1 more for information, shown with `-v`: pay.missing

1 file checked: 2 errors, 1 warning, 1 for information, 1 allowed.
This is not legal advice.
"""
    )


def test_verbose_shows_what_is_for_information_and_how_it_was_decided(checked: Checked) -> None:
    text = shown(checked, verbose=True)

    assert "\njobs/denver.md: info: states no pay\n" in text
    assert "    (applicant: we want; served: nothing)\n" in text
    assert "  google    ready; better still: name the street (g40)\n" in text
    assert "            case manager                   3           1.2  title, body\n" in text
    assert "shown with `-v`" not in text


def test_several_findings_of_a_line_that_one_comment_allows_are_one_line(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("one two\nthree\n")
    allowed = [Allowed(find(document, words, "age.number"), "we count", 1) for words in ("one", "two", "three")]
    checked = make_checked(document)

    text = shown(checked._replace(reports=(checked.reports[0]._replace(allowed=tuple(allowed)),)))

    assert "  allowed   age.number at line 1 (2), because we count\n" in text
    assert "  allowed   age.number at line 2, because we count\n" in text
    assert "3 allowed." in text


def test_findings_stand_in_the_order_of_the_file(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("one\ntwo\nthree\nfour\n")
    findings = [find(document, words, f"age.{words}") for words in ("one", "two", "three")]

    text = shown(make_checked(document, *findings))

    places = [line.split(": ")[0] for line in text.splitlines() if ": error: " in line]
    assert places == ["jobs/denver.md:1:1", "jobs/denver.md:2:1", "jobs/denver.md:3:1"]


def test_thirty_findings_of_one_rule_give_the_reason_once(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young people\n" * 30)
    findings = [find(document, "young", nth=number) for number in range(30)]

    text = shown(make_checked(document, *findings))

    assert text.count("  why ") == 1
    assert text.count("^^^^^") == 4
    assert "  and 26 more: 5:1, 6:1, 7:1" in text
    assert len(text.splitlines()) < 30
    assert shown(make_checked(document, *findings), verbose=True).count("^^^^^") == 30


def test_a_message_is_not_said_twice(make_document: Callable, find: Callable, make_checked: Callable) -> None:
    document = make_document("young\nyoung\n")

    text = shown(make_checked(document, find(document, "young"), find(document, "young", nth=1)))

    assert "  also jobs/denver.md:2:1\n" in text


def test_other_advice_is_given_where_another_finding_of_the_rule_needs_it(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young\nold\nyoung\n")
    told = ["Say a young age", "Say the figure", "Say a young age"]
    findings = [
        find(document, words, nth=nth, suggestions=(advice,))
        for (words, nth), advice in zip([("young", 0), ("old", 0), ("young", 1)], told, strict=True)
    ]

    text = shown(make_checked(document, *findings))

    assert text.count("Say a young age") == 1
    assert text.count("    fix: Say the figure\n") == 1


def test_a_line_is_shown_once_for_findings_on_the_same_words(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("so young\n")
    findings = [find(document, "young", rule) for rule in ("age.young", "style.young")]

    text = shown(make_checked(document, *findings))

    assert text.count("^^^^^") == 1
    assert text.count(": error: ") == 2


def test_equal_rules_of_different_severity_stand_apart(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young\nyoung\n")
    findings = find(document, "young"), find(document, "young", nth=1, severity="warning")

    text = shown(make_checked(document, *findings))

    assert ":1:1: error: " in text
    assert ":2:1: warning: " in text


def test_a_docx_counts_paragraphs(make_document: Callable, find: Callable, make_checked: Callable) -> None:
    document = make_document(path="a.docx", format="docx")

    assert "a.docx:paragraph 3: error: " in shown(make_checked(document, find(document, "young")))


def test_no_line_is_wider_than_eighty_columns(make_document: Callable, find: Callable, make_checked: Callable) -> None:
    document = make_document("许多 words " * 30 + "young " + "词 " * 50)
    long = "a sentence that goes on 说明 " * 12
    finding = find(document, "young", message=long, why=long, suggestions=(long, long), sources=())

    text = shown(make_checked(document, finding, notes=(long,)), verbose=True)

    assert max(map(width, text.splitlines())) <= 80


def test_words_of_the_posting_cannot_steer_the_terminal(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    bad = "young\x1b[2J\x07\u202e"
    document = make_document(f"{bad} people", path=f"{bad}.md")
    finding = find(document, bad, message=bad, why=bad, suggestions=(bad,), sources=(bad,), reason=bad, rule=bad)

    text = shown(make_checked(document, finding, notes=(bad,)), verbose=True)

    assert {"\x1b", "\x07", "\u202e"} & set(text) == set()


@pytest.mark.parametrize(("severity", "color"), [("error", "red"), ("warning", "yellow"), ("info", "blue")])
def test_severities_and_marks_are_colored(
    make_document: Callable, find: Callable, make_checked: Callable, severity: str, color: str
) -> None:
    document = make_document()

    text = render_text(make_checked(document, find(document, "young", severity=severity)), verbose=True)

    assert click.style(severity, fg=color, bold=True) in text
    assert click.style("^^^^^", fg=color) in text


def test_an_unconfirmed_rule_says_so(checked: Checked) -> None:
    cards = {"age.young": checked.cards["age.young"]._replace(confidence="U")}

    assert "age.young (law, unconfirmed, checked 2026-11-22)" in shown(checked._replace(cards=cards))


def test_a_fragment_says_what_was_not_judged(make_document: Callable, make_checked: Callable) -> None:
    text = " ".join(shown(make_checked(make_document(), fragment=True)).split())

    assert "too short to be a posting: only its words were judged, not what is missing" in text


def test_a_clean_file_is_said_to_be_clean(make_document: Callable, make_checked: Callable) -> None:
    clean = make_checked(make_document(), score={"lawful": 100})

    assert shown(clean) == (
        "jobs/denver.md: nothing found\n\n"
        "1 file checked: 0 errors, 0 warnings, 0 for information.\nThis is not legal advice.\n"
    )
    assert "  score     lawful 100\n" in shown(clean, verbose=True)


def test_clean_files_take_a_line_each(checked: Checked, make_document: Callable, make_checked: Callable) -> None:
    clean = make_checked(make_document())
    many = checked._replace(
        reports=(*clean.reports * 2, *checked.reports, *clean.reports * 2),
        documents=(*clean.documents * 2, *checked.documents, *clean.documents * 2),
    )

    text = shown(many)

    assert text.startswith("jobs/denver.md: nothing found\njobs/denver.md: nothing found\n\njobs/denver.md\n\njobs")
    assert "pay.missing\n\njobs/denver.md: nothing found\njobs/denver.md: nothing found\n\n5 files checked" in text
    assert "\n\n\n" not in text


def test_legal_advice_is_disclaimed_once_for_all_files(checked: Checked) -> None:
    twice = checked._replace(reports=checked.reports * 2, documents=checked.documents * 2)

    text = shown(twice)

    assert text.count("This is not legal advice.") == 1
    assert "2 files checked: 4 errors, 2 warnings, 2 for information, 2 allowed." in text


def test_nothing_read_is_nothing_said() -> None:
    assert render_text(Checked((), (), {})) == ""


def test_equal_findings_for_information_are_counted(
    make_document: Callable, find: Callable, make_checked: Callable
) -> None:
    document = make_document("young young\n")
    findings = [find(document, "young", nth=number, severity="info") for number in range(2)]

    assert "2 more for information, shown with `-v`: age.young (2)" in shown(make_checked(document, *findings))


def test_a_phrase_and_its_places_that_are_too_long_for_their_columns_go_on_below(checked: Checked) -> None:
    everywhere = ("title", "first paragraph", "headings", "body", "description")
    row = KeyPhrase("care manager for older adults and families", "title", 2, 1.25, everywhere)
    (report,) = checked.reports
    said = shown(checked._replace(reports=(report._replace(key_phrases=(row,)),)), verbose=True)
    lines = said.partition("  phrases")[2].splitlines()[1:4]

    assert lines == [
        "            care manager for older         2           1.2  title, first",
        "            adults and families                             paragraph, headings,",
        "                                                            body, description",
    ]
