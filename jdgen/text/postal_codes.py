"""Which state a ZIP code belongs to, by its first three digits.

The ranges are those of the Postal Service (Labeling List L002, "3-Digit ZIP Code Prefix Matrix"). A few codes on a
border serve a second state; they are listed one by one.
"""

import re

# First and last prefix of each run. Military mail (090-098, 340, 962-966) is no place of work in a state.
_PREFIXES: dict[str, tuple[tuple[int, int], ...]] = {
    "AK": ((995, 999),), "AL": ((350, 352), (354, 369)), "AR": ((716, 729),), "AS": ((967, 967),),
    "AZ": ((850, 853), (855, 857), (859, 860), (863, 865)), "CA": ((900, 908), (910, 928), (930, 961)),
    "CO": ((800, 816),), "CT": ((60, 69),), "DC": ((200, 200), (202, 205), (569, 569)), "DE": ((197, 199),),
    "FL": ((320, 339), (341, 342), (344, 344), (346, 347), (349, 349)), "GA": ((300, 319), (398, 399)),
    "GU": ((969, 969),), "HI": ((967, 968),), "IA": ((500, 516), (520, 528)), "ID": ((832, 838),),
    "IL": ((600, 620), (622, 629)), "IN": ((460, 479),), "KS": ((660, 662), (664, 679)), "KY": ((400, 427),),
    "LA": ((700, 701), (703, 708), (710, 714)), "MA": ((10, 27), (55, 55)), "MD": ((206, 212), (214, 219)),
    "ME": ((39, 49),), "MI": ((480, 499),), "MN": ((550, 551), (553, 567)), "MO": ((630, 631), (633, 641), (644, 658)),
    "MP": ((969, 969),), "MS": ((386, 397),), "MT": ((590, 599),), "NC": ((270, 289),), "ND": ((580, 588),),
    "NE": ((680, 681), (683, 693)), "NH": ((30, 38),), "NJ": ((70, 89),), "NM": ((870, 871), (873, 875), (877, 884)),
    "NV": ((889, 891), (893, 895), (897, 898)), "NY": ((5, 5), (63, 63), (100, 149)), "OH": ((430, 459),),
    "OK": ((730, 731), (734, 741), (743, 749)), "OR": ((970, 979),), "PA": ((150, 196),), "PR": ((6, 7), (9, 9)),
    "RI": ((28, 29),), "SC": ((290, 299),), "SD": ((570, 577),), "TN": ((370, 385),),
    "TX": ((733, 733), (750, 770), (772, 799), (885, 885)), "UT": ((840, 847),),
    "VA": ((201, 201), (220, 246)), "VI": ((8, 8),), "VT": ((50, 54), (56, 59)), "WA": ((980, 986), (988, 994)),
    "WI": ((530, 532), (534, 535), (537, 549)), "WV": ((247, 268),), "WY": ((820, 831), (834, 834)),
}  # fmt: skip

# Codes that also serve a neighbor, as an address there is written.
_ALSO_SERVES: dict[str, str] = {
    "20588": "MD", "20598": "VA", "42223": "TN", "71749": "LA", "72643": "MO", "73949": "TX", "73960": "TX",
    "84536": "AZ", "86515": "NM", "97635": "CA",
}  # fmt: skip

_NINE_DIGITS = re.compile(r"(?P<five>[0-9]{5})(?:-?(?P<four>[0-9]{4}))?")


def format_postal_code(code: str) -> str | None:
    """Return a ZIP code as `80204` or `80204-1234`, or None when it has other than five or nine digits."""
    match = _NINE_DIGITS.fullmatch(code)
    if match is None:
        return None
    return f"{match['five']}-{match['four']}" if match["four"] else match["five"]


def states_of(code: str) -> tuple[str, ...]:
    """Return the states a ZIP code of five digits can belong to; none for a prefix nobody uses."""
    prefix = int(code[:3])
    found = [state for state, runs in _PREFIXES.items() if any(first <= prefix <= last for first, last in runs)]
    if code[:5] in _ALSO_SERVES:
        found.append(_ALSO_SERVES[code[:5]])
    return tuple(found)


def restore_zeros(code: str, state: str) -> str | None:
    """Return the ZIP code a spreadsheet stripped of its leading zeros ("2134" in MA), or None if it was not that."""
    five, _, four = code.partition("-")
    whole = format_postal_code(f"{five.zfill(5)}-{four}" if four else five.zfill(5))
    return whole if len(five) < 5 and whole and state in states_of(whole) else None
