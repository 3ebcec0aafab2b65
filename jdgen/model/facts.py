"""The fact rows a posting draws on, together."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jdgen.model.fact import Credential, License, Notice
from jdgen.model.law import Compact, County, LicenseTitle, PayLaw
from jdgen.model.market import Wage


def _plain(place: str) -> str:
    """Return the name of a place without capitals and hyphens: Croton-on-Hudson is also written Croton on Hudson."""
    return " ".join(place.casefold().replace("-", " ").split())


_NO_ROWS: Mapping[str, Any] = {}


class Facts(NamedTuple):
    """Fact rows by id. What no primary or secondary source confirms is here too; `confidence` tells."""

    credentials: Mapping[str, Credential]
    licenses: Mapping[str, License]
    notices: Mapping[str, Notice]
    compacts: Mapping[str, Compact] = _NO_ROWS
    license_titles: Mapping[str, LicenseTitle] = _NO_ROWS
    pay_laws: Mapping[str, PayLaw] = _NO_ROWS
    counties: Mapping[str, County] = _NO_ROWS
    wages: Mapping[str, Wage] = _NO_ROWS

    def title_of(self, license_id: str, state: str) -> LicenseTitle | None:
        """Return the row that says what a state calls a kind of license, or None where no source confirms one."""
        rows = self.license_titles.values()
        return next(
            (row for row in rows if row.license == license_id and state in row.states and row.confidence != "U"), None
        )

    def exists_in(self, license_id: str, state: str) -> bool:
        """Say whether a state has a kind of license: the table leaves out the states that have none."""
        rows = [row for row in self.license_titles.values() if row.license == license_id]
        return not rows or any(state in row.states for row in rows)

    def knows_licenses_of(self, state: str) -> bool:
        """Say whether the titles of a state were looked up at all; those of the territories were not."""
        return any(state in row.states for row in self.license_titles.values())

    def covers_city(self, law: PayLaw, city: str) -> bool:
        """Say whether a city's name stands for the place of a local law: its own, another for it, or one in its county."""
        place = law.jurisdiction
        counties = (row for row in self.counties.values() if (row.state, row.county) == (place.state, place.locality))
        names = (place.locality or "", *law.also_in, *(name for row in counties for name in row.places))
        return _plain(city) in map(_plain, names)

    def versions(self, name: str) -> tuple[Credential, ...]:
        """Return the credential of an id, or those of a family: ACM-RN and ACM-SW for `acm`."""
        rows = self.credentials.values()
        return tuple(row for row in rows if row.id == name) or tuple(row for row in rows if row.family == name)

    def wage_of(self, soc: str) -> Wage | None:
        """Return the wages of an occupation, or of the group it is published with."""
        return next((wage for wage in self.wages.values() if soc == wage.soc or soc in wage.also_for), None)
