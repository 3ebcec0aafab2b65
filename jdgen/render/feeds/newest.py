"""What feed readers are told: the newest openings people can apply for, and the words each is filed under."""

from collections.abc import Iterable
from datetime import date

from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening
from jdgen.render.site.addresses import specialization_name
from jdgen.render.site.shelves import newest as newest_first
from jdgen.text.place import describe_place
from jdgen.text.remote_area import describe_remote_area

_MOST = 100


def newest(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Return the hundred newest open ones, in the order of the list pages."""
    return newest_first(openings)[:_MOST]


def first_day(opening: Opening) -> date:
    """Return the day of first publication, which every published opening has."""
    return opening.facts.posted or opening.changed


def filed_under(facts: PostingFacts) -> tuple[str, ...]:
    """Return specialization, places and kinds of job as people read them."""
    specialization = (specialization_name(facts.specialization),) if facts.specialization else ()
    places = (describe_place(place, short=True) for place in facts.places)
    areas = (describe_remote_area(area) for area in facts.remote_areas)
    kinds = facts.employment.kinds if facts.employment else ()
    words = (kind.replace("per-diem", "per diem").capitalize() for kind in kinds)
    return tuple(dict.fromkeys((*specialization, *places, *areas, *words)))
