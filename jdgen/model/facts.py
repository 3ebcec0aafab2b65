"""The fact rows a posting draws on, together."""

from dataclasses import dataclass, field

from jdgen.model.fact import Credential, License, Notice
from jdgen.model.law import Compact, LicenseTitle


@dataclass(frozen=True, slots=True)
class Facts:
    """Fact rows by id. What no primary or secondary source confirms is here too; `confidence` tells."""

    credentials: dict[str, Credential]
    licenses: dict[str, License]
    notices: dict[str, Notice]
    compacts: dict[str, Compact] = field(default_factory=dict)
    license_titles: dict[str, LicenseTitle] = field(default_factory=dict)

    def title_of(self, license_id: str, state: str) -> LicenseTitle | None:
        """Return the row that says what a state calls a kind of license, or None where no source confirms one."""
        rows = self.license_titles.values()
        return next(
            (row for row in rows if row.license == license_id and state in row.states and row.confidence != "U"), None
        )
