"""What an applicant brings: requirements, preferences, licenses and certifications."""

from jdgen.compose.certifications import certification_lines, fitting
from jdgen.compose.licenses import Practice, license_lines
from jdgen.compose.wording import states_of
from jdgen.model.draft import Bring
from jdgen.model.facts import Facts
from jdgen.model.posting import PostingFacts
from jdgen.model.specialization import Requirements, Specialization


def bring(profile: Specialization, posting: PostingFacts, facts: Facts) -> Bring:
    """Return requirements and preferences, with each license and certification spelled out once."""
    required, preferred = profile.qualifications.required, profile.qualifications.preferred
    anywhere = any(not area.states for area in posting.remote_areas)
    practice = Practice(
        () if anywhere else states_of(posting), serves_all=bool(posting.remote_areas), nationwide=anywhere
    )
    asked = required.experience
    experience = asked.months if asked and asked.in_case_management else 0

    def credential_lines(requirements: Requirements) -> tuple[str, ...]:
        is_required = requirements is required
        kinds = frozenset(required.licenses) if is_required else profile.license_kinds
        ids = fitting(requirements.certifications, kinds, facts)
        return (
            *license_lines(requirements.licenses, practice, facts),
            *certification_lines(ids, facts, required=is_required, experience=experience),
        )

    return Bring(
        required=_lines(required),
        preferred=_lines(preferred),
        required_credentials=credential_lines(required),
        preferred_credentials=credential_lines(preferred),
        skills=profile.skills,
        tools=profile.tools,
        instruments=profile.instruments,
    )


def _lines(requirements: Requirements) -> tuple[str, ...]:
    lines = [part.text for part in (requirements.education, requirements.experience) if part and part.text]
    return (*lines, *requirements.other)
