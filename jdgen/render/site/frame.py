"""What the pages of a careers site share: how they name each other, their head, their color and their security policy."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

from jdgen.model.site import Opening, Site
from jdgen.render.html import host
from jdgen.render.site.addresses import FAVICON, FEEDS, HOME, SCRIPT, STYLE, root
from jdgen.render.site.lettering import set_line

_SAYS_SO = re.compile(r"career|job|opening|position|vacanc|hiring|work (?:with|for|at)|join", re.IGNORECASE)


def frame(path: str, site: Site, *, color_sheet: str = "", markup: str = "") -> dict[str, object]:
    """Return what `site/head.html.j2`, `site/header.html.j2` and `site/footer.html.j2` know of the page at a path.

    `color_sheet` is the path of a style sheet with other colors than those of the site; `markup` is the script of data the page carries.
    """
    return _owner_values(path, site) | {
        "called": set_line(_called(site.name)),
        "canonical": site.address(path),
        "color_sheet": color_sheet and root(path) + color_sheet,
        "favicon": root(path) + FAVICON,
        "feeds": [feed._replace(path=root(path) + feed.path) for feed in FEEDS],
        "home": root(path) + HOME,
        "is_foreign": False,
        "is_home": path == HOME,
        "policy": _policy(_digest(markup) if markup else ""),
        "root": root(path),
        "script": root(path) + SCRIPT,
        "script_policy": _policy("'self'"),
        "site": site,
        "style_sheet": root(path) + STYLE,
    }


def site_color(openings: Iterable[Opening]) -> str | None:
    """Return the brand color that all employers share, or None: the site then has the default."""
    colors = {opening.facts.employer.brand_color for opening in openings}
    return colors.pop() if len(colors) == 1 else None


def says_who_hires(site: Site) -> bool:
    """Say whether the top of every page names the one employer in words."""
    return site.owner is not None and site.owner.name in _called(site.name)


def _owner_values(path: str, site: Site) -> dict[str, object]:
    """Return what top and foot say of the one employer. The words beside a picture that say its name are its alternative."""
    owner = site.owner
    website = owner.website if owner else ""
    return {
        "owner_alternative": owner.name if owner and not says_who_hires(site) else "",
        "owner_host": host(website),
        "owner_logo": root(path) + owner.logo if owner and owner.logo else "",
        "owner_website": website,
    }


def _called(name: str) -> str:
    """Return what stands at the top of every page: a name that is only that of an employer does not say what the site is for."""
    return name if _SAYS_SO.search(name) else f"Careers at {name}"


def _policy(script: str) -> Markup:
    """Return the policy of a page: the files of the site itself, and the script named, if any.

    'self' also holds for a page opened as a file: Chromium takes the other files for the same source (tried in tests/pages).
    """
    scripts = f"script-src {script}; " if script else ""
    text = (
        f"default-src 'none'; {scripts}style-src 'self'; img-src 'self'; font-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Markup(text)  # noqa: S704 - our words and a digest


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
