"""The facts of a JobPosting object, by the names of a posting's front matter.

The names are those of https://schema.org/JobPosting.
"""

from collections.abc import Iterator, Mapping

from jdgen.ingest.json_positions import Branch, Spot
from jdgen.ingest.stated import read_value, state
from jdgen.model.document import Stated

_PLAIN = {"title": "title", "datePosted": "posted", "validThrough": "closes", "totalJobOpenings": "openings"}
_KINDS = {"CONTRACTOR": "contract", "INTERN": "internship"}


def facts_of(posting: Branch) -> dict[str, tuple[Stated, ...]]:
    """Return what a JobPosting states."""
    found = {
        field: [state(field, _text(spot), spot.start, spot.end) for spot in _spots(posting.members.get(name))][:1]
        for name, field in _PLAIN.items()
    }
    found["employer.name"] = list(_names(posting, "hiringOrganization", "employer.name"))[:1]
    found["id"] = list(_names(posting, "identifier", "id"))[:1]
    found["employment"] = list(_employment(posting))
    found["pay"] = list(_pay(posting.members.get("baseSalary")))
    found["workplace"] = list(_workplace(posting))
    found["location"] = [*_places(posting.members.get("jobLocation")), *_areas(posting)]
    return {field: tuple(stated) for field, stated in found.items() if stated}


def _text(spot: Spot) -> str:
    return " ".join(str(spot.value).split())


def _spots(node: "Spot | Branch | None") -> Iterator[Spot]:
    """Yield a scalar, or those of a list, that hold something."""
    if isinstance(node, Spot):
        if node.value is not None and _text(node):
            yield node
    elif node is not None and node.is_list:
        for member in node.members.values():
            yield from _spots(member)


def _branches(node: "Spot | Branch | None") -> Iterator[Branch]:
    """Yield an object, or those of a list."""
    if isinstance(node, Branch):
        if not node.is_list:
            yield node
            return
        for member in node.members.values():
            if isinstance(member, Branch) and not member.is_list:
                yield member


def _names(posting: Branch, key: str, field: str) -> Iterator[Stated]:
    node = posting.members.get(key)
    spots = list(_spots(node))
    for branch in _branches(node):
        spots += _spots(branch.members.get("value" if field == "id" else "name"))
    for spot in spots:
        yield state(field, _text(spot), spot.start, spot.end)


def _employment(posting: Branch) -> Iterator[Stated]:
    for spot in _spots(posting.members.get("employmentType")):
        text = _text(spot)
        words = _KINDS.get(text.upper(), text.replace("_", " ").lower())
        yield Stated(text, read_value("employment", words), spot.start, spot.end)


def _workplace(posting: Branch) -> Iterator[Stated]:
    for spot in _spots(posting.members.get("jobLocationType")):
        text = _text(spot)
        yield Stated(
            text, "remote" if text.upper() == "TELECOMMUTE" else read_value("workplace", text), spot.start, spot.end
        )


_FIGURES = ("minValue", "maxValue", "value")
_OPEN: Mapping[tuple[str, ...], str] = {("minValue",): "from ", ("maxValue",): "up to "}
"""How people begin a range of which only one end is given."""


def _pay(node: "Spot | Branch | None") -> Iterator[Stated]:
    for spot in _spots(node):
        yield state("pay", _text(spot), spot.start, spot.end)
    for amount in _branches(node):
        currency = next(_spots(amount.members.get("currency")), None)
        value = amount.members.get("value")
        for holder in (amount, *_branches(value)):
            figures = {key: spot for key in _FIGURES for spot in _spots(holder.members.get(key))}
            units = [*_spots(holder.members.get("unitText")), *_spots(amount.members.get("unitText"))]
            if figures:
                yield _amount(figures, units[0] if units else None, currency)
                return


def _amount(figures: Mapping[str, Spot], unit: Spot | None, currency: Spot | None) -> Stated:
    """Return the range as people type it, also one with an open end; its place is that of the figures."""
    code = f"{_text(currency)} " if currency and _text(currency) != "USD" else ""
    per = f"/{_text(unit).lower()}" if unit else ""
    known = figures.values()
    text = f"{_OPEN.get(tuple(figures), '')}{code}{'-'.join(dict.fromkeys(map(_text, known)))}{per}"
    return Stated(text, read_value("pay", text), min(spot.start for spot in known), max(spot.end for spot in known))


def _places(node: "Spot | Branch | None") -> Iterator[Stated]:
    for spot in _spots(node):
        yield state("location", _text(spot), spot.start, spot.end)
    for place in _branches(node):
        address = place.members.get("address")
        for spot in _spots(address):
            yield state("location", _text(spot), spot.start, spot.end)
        for branch in _branches(address):
            yield from _address(branch)


def _address(address: Branch) -> Iterator[Stated]:
    parts = {
        key: next(_spots(address.members.get(key)), None)
        for key in ("streetAddress", "addressLocality", "addressRegion", "postalCode")
    }
    known = [spot for spot in parts.values() if spot]
    if not known:
        return
    street, city, region, code = (_text(spot) if spot else "" for spot in parts.values())
    full = f"{', '.join(part for part in (street, city, region) if part)} {code}".strip()
    short = f"{', '.join(part for part in (city, region) if part)} {code}".strip()
    value = read_value("location", full) or read_value("location", short)
    yield Stated(full, value, min(spot.start for spot in known), max(spot.end for spot in known))


def _areas(posting: Branch) -> Iterator[Stated]:
    """Yield where people may work from home, as one fact."""
    node = posting.members.get("applicantLocationRequirements")
    spots = [*_spots(node), *(spot for branch in _branches(node) for spot in _spots(branch.members.get("name")))]
    if not spots:
        return
    names = [_text(spot) for spot in spots]
    text = f"Remote ({', '.join(names)})"
    start, end = min(spot.start for spot in spots), max(spot.end for spot in spots)
    yield Stated(", ".join(names), read_value("location", text), start, end)
