"""Small sources for postings: a profile and fact rows made up for these tests."""

from collections.abc import Callable
from datetime import date

import pytest

from jdgen.compose.draft import Sources
from jdgen.load.records import as_record
from jdgen.model.employer import Employer
from jdgen.model.fact import Credential, License, Notice
from jdgen.model.facts import Facts
from jdgen.model.law import Compact, LicenseTitle, PayLaw
from jdgen.model.market import Wage
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization

EVIDENCE = {
    "source": "https://a.example", "checked": "2026-11-22", "review_by": "2027-11-22", "evidence": "issuer", "confidence": "V",
}  # fmt: skip
PROFILE = {
    "name": "Nurse case manager",
    "title": "Nurse Case Manager",
    "occupation": {"code": "29-1141.00", "title": "Registered Nurses"},
    "opening": "You see the whole picture.",
    "population": "You serve adults.",
    "purpose": "Keep people well.",
    "objectives": ["One plan"],
    "responsibilities": [
        {"id": "review", "text": "Review outcomes.", "function": "evaluate", "rhythm": "monthly"},
        {"id": "call", "text": "Call people.", "function": "engage", "rhythm": "daily"},
        {"id": "notes", "text": "Write notes.", "function": "document", "rhythm": "daily", "essential": False},
        {"id": "meet", "text": "Meet the team.", "function": "plan", "rhythm": "weekly"},
        {"id": "crisis", "text": "Answer a crisis.", "function": "engage", "rhythm": "as-needed"},
    ],
    "duty_groups": [
        {"heading": "With people", "functions": ["engage"]},
        {"heading": "Behind the scenes", "functions": ["plan", "evaluate"]},
        {"heading": "On paper", "functions": ["document"]},
    ],
    "flsa": {"status": "nonexempt", "why": "Paid by the hour"},
    "norms": {"caseload": "30 to 40", "schedule": "Weekdays", "travel": "Some", "on_call": "Rarely"},
    "settings": ["Clinics"],
}


def _facts() -> Facts:
    credential = as_record(
        EVIDENCE
        | {
            "id": "ccm",
            "name": "Certified Case Manager",
            "abbreviation": "CCM",
            "issuer": "Commission",
            "held_by": "x",
        },
        Credential,
    )
    licenses = [
        ("rn", "registered nurse (RN)", "RN", False),
        ("csw", "clinical social worker", "LCSW", True),
        ("msw", "social worker", "LMSW", True),
    ]
    texts = {
        "equal-opportunity": "{employer} treats people alike.",
        "accommodation": "Tell us what would help.",
        "accommodation-contact": "You can reach {contact} at {employer}.",
        "until-filled": "We look until we have found you.",
        "demands": "The work asks this of you.",
        "accommodation-work": "The same holds at work.",
        "no-other-compensation": "Nothing comes on top.",
        "no-benefits": "No benefits come with it.",
    }
    return Facts(
        credentials={"ccm": credential},
        licenses={
            name: as_record(
                EVIDENCE
                | {"id": name, "name": name, "holder": holder, "abbreviation": letters, "varies_by_state": varies},
                License,
            )
            for name, holder, letters, varies in licenses
        },
        notices={name: as_record(EVIDENCE | {"id": name, "text": text}, Notice) for name, text in texts.items()},
    )


@pytest.fixture
def facts() -> Callable[..., Facts]:
    """Return a function that makes the fact rows with some tables of law or market beside them."""
    models = {"compacts": Compact, "license_titles": LicenseTitle, "pay_laws": PayLaw, "wages": Wage}

    def make(**tables: list[dict[str, object]]) -> Facts:
        rows = {
            name: {str(row["id"]): as_record(EVIDENCE | row, models[name]) for row in given}
            for name, given in tables.items()
        }
        return _facts()._replace(**rows)

    return make


@pytest.fixture
def sources() -> Callable[..., Sources]:
    """Return a function that makes sources from what differs: fields of requisition, employer and profile."""

    def make(
        requisition: dict[str, object] | None = None,
        *,
        employer: dict[str, object] | None = None,
        profile: dict[str, object] | None = None,
        template: str = "posting",
        posted: date | None = None,
        facts: Facts | None = None,
    ) -> Sources:
        return Sources(
            specialization_id="nurse",
            specialization=as_record(PROFILE | (profile or {}), Specialization),
            employer=as_record({"name": "Acme Care"} | (employer or {}), Employer),
            requisition=as_record({"specialization": "nurse"} | (requisition or {}), Requisition),
            facts=facts or _facts(),
            template=template,
            posted=posted,
        )

    return make
