"""The page of an opening whose posting no longer exists: its address stays, so that old links do not break."""

from jdgen.model.site import Publication, Site
from jdgen.render.environment import Folders, html_environment, render_template
from jdgen.render.site.addresses import employer_page, root
from jdgen.render.site.frame import frame, says_who_hires
from jdgen.render.site.lettering import set_line
from jdgen.render.site.posting_page import closing_sentence


def gone_page(publication: Publication, site: Site, *, folders: Folders, is_hiring: bool = False) -> str:
    """Return the page: what it was called, who hired, and that it is no longer open.

    `is_hiring` says that the employer has other open positions, and so a page of its own.
    """
    page, hired = publication.page, publication.employer
    values = frame(page, site) | {
        "employer": set_line(hired),
        "employer_page": root(page) + employer_page(hired) if is_hiring else "",
        "is_named": says_who_hires(site) and site.owner is not None and site.owner.name == hired,
        "notice": closing_sentence(publication.closed, is_filled=False) or "This opening is no longer open.",
        "publication": publication,
        "title": set_line(publication.title),
    }
    return render_template(html_environment(folders), "site/gone.html.j2", values)
