"""What the sources leave open that a reader, or a law, will ask for. Nothing is invented in its place."""

from jdgen.compose.draft import Sources
from jdgen.model.draft import Draft, Omission
from jdgen.text.pay import PayUnstated

_INTERNAL = "internal"


def omissions(draft: Draft, sources: Sources) -> tuple[Omission, ...]:
    """Return one omission for each fact the posting had to leave out, most important first."""
    found = [_pay(sources)]
    found += [_missing(condition, message, hint) for condition, message, hint in _checks(draft, sources)]
    return tuple(omission for omission in found if omission)


def _pay(sources: Sources) -> Omission | None:
    pay = sources.requisition.pay
    hint = "give a range such as `pay: 38.50-52/hour`; many states require one in the posting"
    if pay is None:
        return Omission("no pay given, so the posting has no pay line", hint)
    if isinstance(pay, PayUnstated):
        return Omission(f"pay is `{pay.words}`, which names no figure, so the posting has no pay line", hint)
    return None


def _checks(draft: Draft, sources: Sources) -> list[tuple[bool, str, str]]:
    facts, employer = draft.facts, sources.employer
    internal = sources.template == _INTERNAL
    flsa = sources.specialization.flsa
    usual = f"; {flsa.status} is usual here: {flsa.why}" if flsa else ""
    return [
        (not facts.location, "no place given", "add `location: Denver, CO` or `location: Remote (CO, MN)`"),
        (facts.employment is None, "no employment type given", "add `employment: full-time, 40 hours`"),
        (
            not internal and not facts.apply,
            "no way to apply given",
            "add `apply: {url: https://…}` to the employer or the requisition",
        ),
        (
            not internal and facts.closes is None,
            "no closing date given",
            "add `closes: 2026-12-31` or `closes: until filled`",
        ),
        (
            not internal and not employer.benefits,
            "the employer lists no benefits",
            "add `benefits:` to the employer; several states require them",
        ),
        (
            not employer.accommodation,
            "no contact for accommodations given",
            "add `accommodation: {email: …}` to the employer",
        ),
        (internal and facts.flsa is None, "no FLSA status given", f"add `flsa: exempt` or `flsa: nonexempt`{usual}"),
        (
            internal and not sources.requisition.reports_to,
            "nobody to report to given",
            "add `reports_to: Director of Care Coordination`",
        ),
    ]


def _missing(condition: bool, message: str, hint: str) -> Omission | None:  # noqa: FBT001 - a row of the table above
    return Omission(message, hint) if condition else None
