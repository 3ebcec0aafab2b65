"""What an applicant brings: requirements, preferences, licenses and certifications."""

from jdgen.compose.wording import states_of
from jdgen.model.draft import Bring
from jdgen.model.fact import Credential, License
from jdgen.model.posting import PostingFacts
from jdgen.model.specialization import Requirements, Specialization
from jdgen.text.words import join_words


def bring(
    profile: Specialization,
    facts: PostingFacts,
    credentials: dict[str, Credential],
    licenses: dict[str, License],
) -> Bring:
    """Return requirements and preferences, with each license and certification spelled out once."""
    required, preferred = profile.qualifications.required, profile.qualifications.preferred

    def credential_lines(requirements: Requirements) -> tuple[str, ...]:
        license_line = _license_line([licenses[name] for name in requirements.licenses], facts)
        return (*license_line, *(_certification_line(credentials[name]) for name in requirements.certifications))

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


def _license_line(kinds: list[License], facts: PostingFacts) -> tuple[str, ...]:
    """Return one line for all alternatives; any one license is enough, in the state where the work is done."""
    if not kinds:
        return ()
    names = join_words([kind.name for kind in kinds], "or")
    return (f"Current, unrestricted {names} license{_jurisdiction(facts)}",)


def _jurisdiction(facts: PostingFacts) -> str:
    states = states_of(facts)
    if len(states) == 1:
        return f" in {states[0]}"
    if not states:
        return " in the state where you practice"
    if facts.remote_areas:
        return f" in the states you serve ({join_words(states, 'and')})"
    return f" in the state where you work ({join_words(states, 'or')})"


def _certification_line(credential: Credential) -> str:
    return f"{credential.name} ({credential.abbreviation}), from the {credential.issuer}"
