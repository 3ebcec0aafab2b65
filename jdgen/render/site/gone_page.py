"""The page of an opening whose posting no longer exists: its address stays, so that old links do not break."""

from jdgen.model.site import Publication, Site
from jdgen.render.environment import Folders, html_environment, render_template
from jdgen.render.site.frame import frame
from jdgen.render.site.posting_page import closing_sentence


def gone_page(publication: Publication, site: Site, *, folders: Folders) -> str:
    """Return the page: what it was called, who hired, and that it is no longer open."""
    values = frame(publication.page, site) | {
        "notice": closing_sentence(publication.closed, is_filled=False) or "This opening is no longer open.",
        "publication": publication,
    }
    return render_template(html_environment(folders), "site/gone.html.j2", values)
