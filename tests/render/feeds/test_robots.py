from urllib.robotparser import RobotFileParser

from jdgen.model.site import Site
from jdgen.render.feeds.robots import robots_txt


def test_everything_may_be_read_and_the_map_is_announced(site: Site) -> None:
    parser = RobotFileParser()
    parser.parse(robots_txt(site).splitlines())

    assert parser.can_fetch("Googlebot", site.address("jobs/a.html"))
    assert parser.site_maps() == ["https://careers.cedarridge.example/jobs/sitemap.xml"]
