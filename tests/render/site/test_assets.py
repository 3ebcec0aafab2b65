from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from jdgen.model.site import Opening, Site
from jdgen.render.brand import palette
from jdgen.render.site.assets import assets, favicon

Folders = tuple[Path, ...]


def test_a_site_has_style_script_fonts_and_favicon(site: Site, templates: Folders) -> None:
    made = dict(assets([], site, folders=templates))

    assert list(made) == [
        "assets/site.css",
        "assets/site.js",
        "assets/favicon.svg",
        "assets/fonts/JdgenSans-Regular.woff2",
        "assets/fonts/JdgenSans-Semibold.woff2",
    ]
    style = made["assets/site.css"].decode()
    assert 'url("fonts/JdgenSans-Regular.woff2")' in style
    assert "data:" not in style
    assert len(style) + len(made["assets/site.js"]) < 40_000


def test_the_color_of_all_employers_is_in_the_style(
    site: Site, templates: Folders, make_opening: Callable[..., Opening]
) -> None:
    made = dict(assets([make_opening(employer={"brand_color": "#7a3b8f"})], site, folders=templates))

    assert "--accent: #7a3b8f" in made["assets/site.css"].decode()
    assert b'fill="#7a3b8f"' in made["assets/favicon.svg"]


def test_every_employers_color_has_a_style_sheet(
    site: Site, templates: Folders, make_opening: Callable[..., Opening]
) -> None:
    openings = [make_opening(employer={"brand_color": color}) for color in ("#7a3b8f", "#7A3B8F", None)]

    made = dict(assets(openings, site, folders=templates))

    sheets = {path: made[path].decode() for path in made if "/colors/" in path}
    assert list(sheets) == ["assets/colors/0b5c6b.css", "assets/colors/7a3b8f.css"]
    assert sheets["assets/colors/7a3b8f.css"].startswith(":root { --accent: #7a3b8f;")
    assert "prefers-color-scheme: dark" in sheets["assets/colors/7a3b8f.css"]


def test_an_override_of_the_style_wins(site: Site, templates: Folders, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "site.css").write_text("main { color: plum }", encoding="utf-8")

    made = dict(assets([], site, folders=(tmp_path, *templates)))

    assert made["assets/site.css"].decode().endswith("main { color: plum }")


def test_the_favicon_is_a_letter_and_well_formed() -> None:
    letters = [ElementTree.fromstring(favicon(name, palette(None)))[1].text for name in ("ärzte", "<&>", "雪松")]  # noqa: S314 - our own text

    assert letters == ["Ä", "•", "雪"]
