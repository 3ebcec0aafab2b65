"""Parts beside the main one: what speaks of the job is added, what may do so is noted, the rest is the site's."""

import pytest

from jdgen.ingest.html import read_html

LONG = "We hire a case manager who plans discharges with patients and their families. " * 6
MAIN = f"<main><h1>RN</h1><p>{LONG}</p></main>"


def added(part: str, main: str = MAIN) -> list[str]:
    """Return what is read beyond the main part."""
    page = read_html(f"<html><body>{main}{part}</body></html>")
    return [piece.text for piece in page.pieces if piece.text not in {"RN", LONG.strip()}]


@pytest.mark.parametrize("tag", ["section", "div", "aside", "footer", "form"])
@pytest.mark.parametrize("main", [MAIN, f"<h1>RN</h1><p>{LONG}</p>"])
def test_requirements_and_pay_are_read_wherever_they_stand(tag: str, main: str) -> None:
    part = f"<{tag}><h2>Requirements</h2><p>Applicants must be under 40.</p><p>Pay: $30 an hour.</p></{tag}>"

    assert added(part, main) == ["Requirements", "Applicants must be under 40.", "Pay: $30 an hour."]


@pytest.mark.parametrize(
    "part",
    [
        "<section><h2>Similar jobs</h2><h3>Night Nurse</h3><p>Pay: $40 an hour</p></section>",
        "<aside><p><a href=/j>Night Nurse, $40 an hour</a></p><p><a href=/k>Case Aide</a></p></aside>",
        "<nav><p>Pay: $30 an hour</p></nav>",
        '<div class="cookie-banner"><p>You must accept cookies to see the pay.</p></div>',
        '<section id="relatedJobs"><p>Location: Reno, NV</p></section>',
        "<footer><p>You must be 18 to use this site. All rights reserved.</p></footer>",
        "<form><h3>Education</h3><label>School</label><p>Name each of them.</p></form>",
        "<footer><h3>Address</h3><p>100 First Street</p></footer>",
    ],
)
def test_what_belongs_to_the_site_is_left_out_without_a_word(part: str) -> None:
    page = read_html(f"<html><body>{MAIN}{part}</body></html>")

    assert (added(part), page.notes) == ([], ())


def test_other_jobs_below_the_posting_end_with_its_next_heading() -> None:
    main = f"<main><h1>RN</h1><p>{LONG}</p><div><h2>Related jobs</h2></div><div><h3>Aide</h3><p>Reno</p></div><h2>Benefits</h2><p>Dental.</p></main>"

    assert added("", main) == ["Benefits", "Dental."]


def test_a_part_with_the_posting_in_it_is_read_whatever_it_is_called() -> None:
    assert added("", f'<div class="has-cookie-notice">{MAIN}<h2>Pay</h2><p>$30</p></div>') == ["Pay", "$30"]


def test_prose_beside_the_main_part_is_noted_with_its_line() -> None:
    page = read_html(
        f"<html>\n{MAIN}\n<section><p>{'The river rose in spring and we all moved up. ' * 4}</p></section></html>"
    )

    (note,) = page.notes

    assert note.startswith(
        "40 words beside the main part of the page were not read, from line 3 on: \u201cThe river rose"
    )


def test_labels_above_their_values_are_facts() -> None:
    assert added("<aside><dl><dt>Location</dt><dd>Duluth, MN</dd></dl></aside>") == ["Location", "Duluth, MN"]


def test_words_that_the_main_part_has_are_not_read_twice() -> None:
    assert added("<aside><p>Pay: $30</p></aside>", f"<main><h1>RN</h1><p>{LONG}</p><p>Pay: $30</p></main>") == [
        "Pay: $30"
    ]
