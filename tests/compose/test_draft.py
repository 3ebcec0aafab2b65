import pickle
from collections.abc import Callable
from datetime import date

import pytest

from jdgen.compose.draft import compose
from jdgen.model.draft import Labeled, Omission

EVERYTHING = {
    "id": "Q-7", "location": ["Reno, NV"], "workplace": "onsite", "employment": "full-time, 40 hours", "schedule": "Weekdays",
    "pay": "40-50/hour", "openings": 2, "closes": "2026-12-31", "department": "Transitions", "reports_to": "Director",
    "flsa": "exempt", "caseload": "20", "travel": "None", "on_call": "Never", "settings": ["4 East"], "team": "Five.\n\nAll nice.",
}  # fmt: skip


def labels(facts: tuple[Labeled, ...]) -> list[str]:
    return [fact.label for fact in facts]


def test_the_glance_holds_what_is_known_in_order(sources: Callable) -> None:
    draft = compose(sources(EVERYTHING))

    assert labels(draft.glance) == [
        "Location", "Workplace", "Job type", "Schedule", "Pay", "Openings", "Apply by", "Job ID",
    ]  # fmt: skip
    assert draft.glance[4] == Labeled("Pay", "$40.00 to $50.00 an hour")


def test_the_glance_of_a_bare_posting_holds_its_id(sources: Callable) -> None:
    assert labels(compose(sources()).glance) == ["Job ID"]


def test_one_opening_is_not_mentioned(sources: Callable) -> None:
    assert "Openings" not in labels(compose(sources({"openings": 1})).glance)


def test_the_record_holds_what_hr_looks_for(sources: Callable) -> None:
    assert labels(compose(sources(EVERYTHING, posted=date(2026, 11, 22))).record) == [
        "Document", "Job ID", "Prepared", "Department", "Reports to", "Location", "Workplace", "Job type", "Schedule", "FLSA status", "Pay", "O*NET-SOC",
    ]  # fmt: skip


def test_the_employers_voice_leads(sources: Callable) -> None:
    draft = compose(sources(EVERYTHING, employer={"invitation": "Come.\n\nStay."}))

    assert draft.opening == (
        "Come.",
        (
            "This is a full-time, on-site nurse case manager position in Reno, Nevada, on the Transitions team. "
            "You will report to the Director."
        ),
        "Stay.",
        "You see the whole picture.",
    )


def test_the_hiring_managers_opening_replaces_the_profiles(sources: Callable) -> None:
    assert compose(sources({"opening": "My words."})).opening[0] == "My words."


def test_what_is_usual_in_the_field_is_not_stated(sources: Callable) -> None:
    """Norms and settings of a profile guide the recruiter; only the requisition can state them."""
    draft = compose(sources())

    assert (draft.work.schedule, draft.work.settings, draft.offer.pay) == ((), (), None)
    assert draft.facts.flsa is None
    assert "30 to 40" not in str(draft)
    assert "Clinics" not in str(draft)


def test_the_work_is_what_the_requisition_says(sources: Callable) -> None:
    work = compose(sources(EVERYTHING)).work

    assert work.schedule == (Labeled("Caseload", "20"), Labeled("Travel", "None"), Labeled("On call", "Never"))
    assert work.settings == ("4 East",)
    assert work.team == ("Five.", "All nice.")


def test_the_employer_speaks_of_itself_by_its_short_name(sources: Callable) -> None:
    about = compose(
        sources(employer={"short_name": "Acme", "about": "a\n\nb", "mission": "m", "growth": "g", "why_join": ["w"]})
    ).about

    assert (about.called, about.paragraphs, about.why_join, about.growth) == ("Acme", ("a", "b", "m"), ("w",), ("g",))


@pytest.mark.parametrize("given", [{}, EVERYTHING])
def test_sources_and_draft_survive_pickling(sources: Callable, given: dict[str, object]) -> None:
    made = sources(given, posted=date(2026, 11, 22))
    draft = compose(made)

    assert made == pickle.loads(pickle.dumps(made))  # noqa: S301 - our own
    assert draft == pickle.loads(pickle.dumps(draft))  # noqa: S301 - our own
    assert Omission("a", "b") == pickle.loads(pickle.dumps(Omission("a", "b")))  # noqa: S301 - our own


def test_the_same_sources_make_the_same_draft(sources: Callable) -> None:
    assert compose(sources(EVERYTHING)) == compose(sources(EVERYTHING))
