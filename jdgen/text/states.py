"""The states, the District of Columbia and the territories of the United States, by every common spelling."""

import re

from jdgen.text.closest import closest
from jdgen.text.problem import Problem, quoted

# USPS abbreviations: Publication 28, appendix B.
STATES: dict[str, str] = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "PR": "Puerto Rico", "VI": "U.S. Virgin Islands", "GU": "Guam", "AS": "American Samoa",
    "MP": "Northern Mariana Islands",
}  # fmt: skip

# Older abbreviations and other names people still write; dots and spaces are taken out before the lookup.
_ALSO_WRITTEN: dict[str, str] = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "cal": "CA", "colo": "CO", "conn": "CT", "del": "DE",
    "fla": "FL", "ill": "IL", "ind": "IN", "kan": "KS", "kans": "KS", "mass": "MA", "mich": "MI", "minn": "MN",
    "miss": "MS", "mont": "MT", "neb": "NE", "nebr": "NE", "nev": "NV", "nmex": "NM", "ncar": "NC", "ndak": "ND",
    "okla": "OK", "ore": "OR", "oreg": "OR", "penn": "PA", "penna": "PA", "scar": "SC", "sdak": "SD", "tenn": "TN",
    "tex": "TX", "wash": "WA", "wva": "WV", "wis": "WI", "wisc": "WI", "wyo": "WY", "virginislands": "VI",
    "usvi": "VI", "cnmi": "MP", "washingtondc": "DC", "wdc": "DC",
}  # fmt: skip


# Abbreviations that are also words. Where nothing shows that a state is meant, they count only in capitals.
ALSO_WORDS = frozenset({"al", "de", "hi", "id", "in", "la", "ma", "me", "oh", "ok", "or", "pa"})


def find_state(text: str) -> str | None:
    """Return the postal abbreviation for "CO", "Colorado", "Colo." or "D.C.", in any case, or None."""
    return _BY_KEY.get(_key(text))


def parse_state(text: str) -> str | Problem:
    """Return a postal abbreviation as it stands; of anything else say which state was meant, as far as that can be told."""
    typed = text.strip()
    if typed in STATES:
        return typed
    name = closest(typed, STATES.values())
    meant = find_state(typed) or next((postal for postal in STATES if STATES[postal] == name), None)
    hint = f"did you mean `{meant}`, {STATES[meant]}?" if meant else "write the two letters of a state, such as `CO`"
    return Problem("state", f"{quoted(text)} is no state, expected its two letters", hint)


def state_name(postal: str) -> str:
    """Return the full name for a postal abbreviation; raises KeyError for one that does not exist."""
    return STATES[postal]


def _key(text: str) -> str:
    return re.sub(r"[\s.]+", "", text).casefold()


_BY_KEY: dict[str, str] = (
    _ALSO_WRITTEN
    | {_key(name): postal for postal, name in STATES.items()}
    | {_key(postal): postal for postal in STATES}
)
