"""The fact rows a posting draws on, together."""

from dataclasses import dataclass, field

from jdgen.model.fact import Credential, License, Notice
from jdgen.model.law import Compact, LicenseTitle, PayLaw
from jdgen.model.market import Wage


@dataclass(frozen=True, slots=True)
class Facts:
    """Fact rows by id. What no primary or secondary source confirms is here too; `confidence` tells."""

    credentials: dict[str, Credential]
    licenses: dict[str, License]
    notices: dict[str, Notice]
    compacts: dict[str, Compact] = field(default_factory=dict)
    license_titles: dict[str, LicenseTitle] = field(default_factory=dict)
    pay_laws: dict[str, PayLaw] = field(default_factory=dict)
    wages: dict[str, Wage] = field(default_factory=dict)

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

    def versions(self, name: str) -> tuple[Credential, ...]:
        """Return the credential of an id, or those of a family: ACM-RN and ACM-SW for `acm`."""
        rows = self.credentials.values()
        return tuple(row for row in rows if row.id == name) or tuple(row for row in rows if row.family == name)

    def wage_of(self, soc: str) -> Wage | None:
        """Return the wages of an occupation, or of the group it is published with."""
        return next((wage for wage in self.wages.values() if soc == wage.soc or soc in wage.also_for), None)
