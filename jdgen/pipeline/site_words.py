"""What a careers site takes from all its openings and from the tables: the employer they share, and other names to search by."""

from collections.abc import Iterable
from itertools import chain

from jdgen.audit.lookup import Lookup
from jdgen.model.site import Owner
from jdgen.pipeline.site_opening import logo_address
from jdgen.pipeline.site_survey import Surveyed
from jdgen.render.site.search_index import SearchNames


def site_owner(openings: Iterable[Surveyed]) -> Owner | None:
    """Return the employer that all openings share, as the newest open one shows it, or None."""
    found = sorted(openings, key=lambda one: (one.row.closed is None, one.row.posted, one.row.slug))
    names = {one.facts.employer.name for one in found}
    if len(names) != 1:
        return None
    newest = found[-1]
    employer = newest.facts.employer
    logo = logo_address(newest.source.logo, employer.name, employer.logo)
    return Owner(employer.name, employer.website or "", logo.path if logo else "")


def search_names(lookup: Lookup) -> SearchNames:
    """Return what people call each specialization, license and certification, each name once, parted by commas."""
    profiles = (lookup.profiles or {}).values()
    licenses: dict[str, list[str]] = {}
    for row in lookup.titles:
        licenses.setdefault(row.license, []).extend((row.title, row.name))
    certifications: dict[str, list[str]] = {}
    for fact in lookup.credentials:
        for key in filter(None, (fact.id, fact.family)):
            certifications.setdefault(key, []).extend((fact.abbreviation, fact.name))
    return SearchNames(
        specializations={one.id: _line((one.title, *one.titles)) for one in profiles},
        credentials={key: _line(names) for key, names in chain(certifications.items(), licenses.items())},
    )


def _line(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
