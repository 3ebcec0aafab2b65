"""What feed readers are told: the newest openings people can apply for, and the words each is filed under."""

from collections.abc import Iterable
from datetime import date
from heapq import nsmallest

from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening
from jdgen.render.site.addresses import specialization_name
from jdgen.text.place import describe_place
from jdgen.text.remote_area import describe_remote_area

_MOST = 100


def newest(openings: Iterable[Opening]) -> list[Opening]:
    """Return the hundred newest open ones, the newest first; those of one day in the order of their ids."""
    still_open = (opening for opening in openings if opening.is_open)
    return nsmallest(_MOST, still_open, key=lambda opening: (-first_day(opening).toordinal(), opening.facts.id))


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
