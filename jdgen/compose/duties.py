"""The duties of a profile, in the orders templates need."""

from jdgen.model.draft import Duties, Group
from jdgen.model.specialization import Rhythm, Specialization

_RHYTHMS: dict[Rhythm, str] = {
    "daily": "Every day",
    "weekly": "Every week",
    "monthly": "Every month",
    "as-needed": "When the need comes up",
}


def duties(profile: Specialization) -> Duties:
    """Return the essential duties by heading and by rhythm, and the others apart; what is done most often comes first."""
    ordered = sorted(profile.responsibilities, key=lambda duty: list(_RHYTHMS).index(duty.rhythm))
    essential = tuple(duty for duty in ordered if duty.essential)
    named = {duty for group in profile.duty_groups for duty in group.duties}
    by_heading = (
        Group(group.heading, tuple(duty.text for duty in essential if group.holds(duty, named)))
        for group in profile.duty_groups
    )
    by_rhythm = (
        Group(heading, tuple(duty.text for duty in essential if duty.rhythm == rhythm))
        for rhythm, heading in _RHYTHMS.items()
    )
    return Duties(
        groups=tuple(group for group in by_heading if group.items),
        rhythms=tuple(group for group in by_rhythm if group.items),
        essential=tuple(duty.text for duty in essential),
        other=tuple(duty.text for duty in ordered if not duty.essential),
    )
