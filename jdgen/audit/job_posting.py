"""What can be wrong inside of a JobPosting object: dates, employer, place, kind of job, pay and the rest, property by property.

Each check takes the object and the settings of a rule, and gives faults: where in the object, and in what words. What the words of the page
have to say to it is judged in `jdgen.audit.kinds.channel`. https://schema.org/JobPosting
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from jdgen.audit.markup_spans import Path
from jdgen.text.words import join_words

Item = Mapping[str, Any]
Settings = Mapping[str, Any]

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?")
_TAG = re.compile(r"<\s*/?\s*([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}>")
_ABSOLUTE = re.compile(r"https?://[^\s/.]+\.[^\s]+", re.IGNORECASE)
_LONGEST_BLOCK = 400
"""Characters of a description that may well be one paragraph."""


class Fault(NamedTuple):
    """Something wrong at a path of the object; `what` completes the rule's message."""

    path: Path
    what: str = ""


def each(value: object, *path: str) -> Iterator[tuple[Path, Any]]:
    """Give a value, or every member of a list, with its path."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield (*path, index), member
    elif value is not None:
        yield path, value


def is_filled(value: object) -> bool:
    """Say whether a property holds anything."""
    return value not in (None, "", [], {}) and not (isinstance(value, str) and not value.strip())


def _is_reference(value: object) -> bool:
    """Say whether an object only points to another one of the same graph, which Google looks up there."""
    return isinstance(value, Mapping) and "@id" in value and not value.keys() - {"@id", "@type"}


def moment(value: object) -> datetime | None:
    """Return the day or moment that ISO 8601 writes, without its zone, or None for anything else."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value.strip()):
        return None
    try:
        return datetime.fromisoformat(value.strip().replace(",", ".")).replace(tzinfo=None)
    except ValueError:
        return None


def plain_text(description: object) -> str:
    """Return the words of a description without its tags."""
    return " ".join(_TAG.sub(" ", str(description or "")).split())


def addresses(item: Item) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Give every postal address of the places of work."""
    for path, place in each(item.get("jobLocation"), "jobLocation"):
        for inner, address in each(place.get("address") if isinstance(place, Mapping) else None, "address"):
            if isinstance(address, Mapping):
                yield (*path, *inner), address


def country(address: Item) -> str:
    """Return the country of an address, which may be an object of its own."""
    value = address.get("addressCountry")
    name = value.get("name") if isinstance(value, Mapping) else value
    return name.strip() if isinstance(name, str) else ""


def _iso_date(item: Item, settings: Settings) -> Iterator[Fault]:
    name = str(settings["property"])
    if is_filled(item.get(name)) and moment(item[name]) is None:
        yield Fault((name,))


def _lacking(item: Item, settings: Settings) -> Iterator[Fault]:
    if not is_filled(item.get(str(settings["property"]))):
        yield Fault(())


def _ends_at_once(item: Item, settings: Settings) -> Iterator[Fault]:
    """Find a last moment on the first day; an earlier day is found by the rules on consistency."""
    first, last = moment(item.get("datePosted")), moment(item.get("validThrough"))
    if first and last and first.date() == last.date() and last <= first:
        yield Fault(("validThrough",))


def _organization(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, value in each(item.get("hiringOrganization"), "hiringOrganization"):
        if isinstance(value, str):
            if value.strip().casefold() != "confidential":
                yield Fault(path, "is a text and no Organization")
        elif not isinstance(value, Mapping):
            yield Fault(path, "is no Organization")
        elif not _is_reference(value) and not (isinstance(value.get("name"), str) and value["name"].strip()):
            yield Fault((*path, "name"), "has no name")


def _addresses(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, place in each(item.get("jobLocation"), "jobLocation"):
        inner = place.get("address") if isinstance(place, Mapping) else None
        found = [address for _, address in each(inner) if isinstance(address, Mapping)]
        if not isinstance(place, Mapping):
            yield Fault(path, "is a text and no Place")
        elif _is_reference(place) or _is_reference(inner):
            continue
        elif not found:
            yield Fault((*path, "address"), "has no PostalAddress")
        elif any(not country(address) for address in found):
            yield Fault((*path, "address", "addressCountry"), "has no country")


def _city(item: Item, settings: Settings) -> Iterator[Fault]:
    """Find American addresses without city or state, and others without city. Remote work needs neither."""
    if item.get("jobLocationType") == "TELECOMMUTE":
        return
    for path, address in addresses(item):
        names = ["addressLocality"]
        if country(address).upper().replace(".", "") in {"", "US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"}:
            names.append("addressRegion")
        lacking = [name for name in names if not is_filled(address.get(name))]
        if lacking:
            yield Fault(path, join_words(f"`{name}`" for name in lacking))


def _pictures(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, employer in each(item.get("hiringOrganization"), "hiringOrganization"):
        logo = employer.get("logo") if isinstance(employer, Mapping) else None
        if not is_filled(logo):
            continue
        address = logo.get("url", logo.get("contentUrl")) if isinstance(logo, Mapping) else logo
        if not _is_absolute(address):
            yield Fault((*path, "logo"), "is no absolute address")
        elif isinstance(logo, Mapping) and (shape := _shape(logo)) and not 0.75 <= shape <= 2.5:
            yield Fault((*path, "logo"), f"is {shape:.2g} times as wide as it is high")


def _shape(picture: Item) -> float | None:
    width, height = number(picture.get("width")), number(picture.get("height"))
    return width / height if width and height else None


def _same_as(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, employer in each(item.get("hiringOrganization"), "hiringOrganization"):
        value = employer.get("sameAs") if isinstance(employer, Mapping) else None
        for inner, address in each(value, "sameAs"):
            if not _is_absolute(address):
                yield Fault((*path, *inner), "is no absolute address")
            elif address == item.get("url"):
                yield Fault((*path, *inner), "is the address of the posting")


def _is_absolute(address: object) -> bool:
    return isinstance(address, str) and bool(_ABSOLUTE.match(address.strip()))


def _one_of(item: Item, settings: Settings) -> Iterator[Fault]:
    """Find values of a property that are not among those the rule lists; `inside` names a property of its objects."""
    name, inside = str(settings["property"]), settings.get("inside")
    for path, value in each(item.get(name), name):
        at, held = path, value
        if inside:
            at, held = (*path, str(inside)), value.get(str(inside)) if isinstance(value, Mapping) else None
        if any(is_filled(one) and one not in settings["values"] for _, one in each(held)):
            yield Fault(at)


def _remote_area(item: Item, settings: Settings) -> Iterator[Fault]:
    if item.get("jobLocationType") != "TELECOMMUTE":
        return
    areas = [area for _, area in each(item.get("applicantLocationRequirements"))]
    named = any(is_filled(area.get("name") if isinstance(area, Mapping) else area) for area in areas)
    if not named and not any(country(address) for _, address in addresses(item)):
        yield Fault(("jobLocationType",))


def _pay(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, salary in each(item.get("baseSalary"), "baseSalary"):
        faults = list(_faults_of_pay(salary, settings["values"])) if is_filled(salary) else []
        if faults:
            yield Fault(path, join_words(faults))


def _faults_of_pay(salary: object, units: Collection[object]) -> Iterator[str]:
    if not isinstance(salary, Mapping):
        yield "is no MonetaryAmount"
        return
    if not re.fullmatch("[A-Z]{3}", str(salary.get("currency", ""))):
        yield "has no currency, such as USD"
    value = salary.get("value")
    if not isinstance(value, Mapping):
        yield "has no QuantitativeValue"
        return
    if value.get("unitText") not in units:
        yield "has no unitText of HOUR, DAY, WEEK, MONTH or YEAR"
    yield from _faults_of_figures(value)


def _faults_of_figures(value: Item) -> Iterator[str]:
    low, high, one = (number(value.get(name)) for name in ("minValue", "maxValue", "value"))
    strange = [
        name for name in ("minValue", "maxValue", "value") if is_filled(value.get(name)) and number(value[name]) is None
    ]
    if strange:
        yield f"has a {strange[0]} that is no number"
    elif one is None and (low is None or high is None):
        yield "has neither value nor minValue with maxValue"
    elif low is not None and high is not None and low > high:
        yield "has a minValue above its maxValue"


def number(value: object) -> float | None:
    """Return a number that JSON writes as one or as a text of digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return float(value) if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,10})?", str(value)) else None


def _identifier(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, value in each(item.get("identifier"), "identifier"):
        lacking = [
            name for name in ("name", "value") if not (isinstance(value, Mapping) and is_filled(value.get(name)))
        ]
        if is_filled(value) and not isinstance(value, Mapping):
            yield Fault(path, "is no PropertyValue")
        elif is_filled(value) and lacking:
            yield Fault(path, f"has no {' and no '.join(lacking)}")


def _boolean(item: Item, settings: Settings) -> Iterator[Fault]:
    name = str(settings["property"])
    if item.get(name) is not None and not isinstance(item[name], bool):
        yield Fault((name,))


def _months(item: Item, settings: Settings) -> Iterator[Fault]:
    for path, value in each(item.get("experienceRequirements"), "experienceRequirements"):
        months = value.get("monthsOfExperience") if isinstance(value, Mapping) else None
        figure = number(months)
        if months is not None and (figure is None or not figure.is_integer()):
            yield Fault((*path, "monthsOfExperience"))


def _in_place_of(item: Item, settings: Settings) -> Iterator[Fault]:
    names = ("educationRequirements", "experienceRequirements")
    if item.get("experienceInPlaceOfEducation") is True and not all(is_filled(item.get(name)) for name in names):
        yield Fault(("experienceInPlaceOfEducation",))


def _tags(item: Item, settings: Settings) -> Iterator[Fault]:
    """Find tags the rule does not list, each once."""
    tags = dict.fromkeys(match[1].lower() for match in _TAG.finditer(str(item.get("description") or "")))
    strange = [f"`{tag}`" for tag in tags if tag not in settings["values"]]
    if strange:
        yield Fault(("description",), join_words(strange[:5]))


def _only_title(item: Item, settings: Settings) -> Iterator[Fault]:
    said = plain_text(item.get("description")).casefold()
    if said and said == plain_text(item.get("title")).casefold():
        yield Fault(("description",))


def _one_block(item: Item, settings: Settings) -> Iterator[Fault]:
    text = str(item.get("description") or "")
    if (
        len(text) > _LONGEST_BLOCK
        and "\n" not in text
        and not re.search(r"(?:<|&lt;)\s*(?:p|br|li|h\d|div)\b", text, re.IGNORECASE)
    ):
        yield Fault(("description",))


MARKUP_CHECKS: Mapping[str, Callable[[Item, Settings], Iterator[Fault]]] = {
    "lacking": _lacking,
    "iso-date": _iso_date,
    "ends-at-once": _ends_at_once,
    "organization": _organization,
    "address": _addresses,
    "city": _city,
    "logo": _pictures,
    "same-as": _same_as,
    "one-of": _one_of,
    "remote-area": _remote_area,
    "pay": _pay,
    "identifier": _identifier,
    "boolean": _boolean,
    "months": _months,
    "in-place-of-education": _in_place_of,
    "tags": _tags,
    "only-title": _only_title,
    "one-block": _one_block,
}
"""By the name a rule gives in its settings."""
