# ruff: noqa: RUF001 - the multiplication sign is meant

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from jdgen.errors import InputError
from jdgen.render.logo import Logo, read_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
GOOD = [
    "<rect width='9' height='9' fill='url(#g)'/>",
    "<!-- made by hand --><title>Oak</title><use xlink:href='#a'/>",
    "<style>rect { fill: url(#g) }</style>",
    "<image href='data:image/png;base64,AAAA'/>",
]
BAD = [
    ("<script>alert(1)</script>", "holds a `script` element"),
    ("<foreignObject><p/></foreignObject>", "holds a `foreignObject` element"),
    ("<rect onload='alert(1)'/>", "holds a script in `onload`"),
    ("<image href='https://evil.example/x.png'/>", "its `href` points to another file"),
    ("<use xlink:href='other.svg#a'/>", "its `href` points to another file"),
    ("<rect style='fill: url(https://evil.example)'/>", "its `style` points to another file"),
    ("<rect fill=\"url('file:///etc/passwd')\"/>", "its `fill` points to another file"),
    ("<style>@import 'x.css';</style>", "its style sheet loads other files"),
    ("<image href='data:image/svg+xml;base64,AAAA'/>", "its `href` points to another file"),
]


def picture(kind: str, *, size: tuple[int, int] = (30, 20)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_pictures_are_read_whole(tmp_path: Path, kind: str, media_type: str) -> None:
    (tmp_path / "logo").write_bytes(picture(kind))

    assert read_logo("logo", tmp_path) == Logo(media_type, picture(kind))


@pytest.mark.parametrize("drawing", GOOD)
def test_plain_drawings_are_taken_as_they_are(tmp_path: Path, drawing: str) -> None:
    (tmp_path / "logo.svg").write_text(SVG.format(drawing), encoding="utf-8")

    assert read_logo("logo.svg", tmp_path) == Logo("image/svg+xml", SVG.format(drawing).encode())


@pytest.mark.parametrize(("drawing", "reason"), BAD)
def test_drawings_that_do_more_than_show_are_refused(tmp_path: Path, drawing: str, reason: str) -> None:
    (tmp_path / "logo.svg").write_text(SVG.format(drawing), encoding="utf-8")

    with pytest.raises(InputError, match=reason) as caught:
        read_logo("logo.svg", tmp_path)

    assert caught.value.hint == "export the logo again as a plain SVG, PNG or JPEG of at most 1 MB"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (picture("PNG")[:-20], "the logo cannot be used"),
        (picture("JPEG")[:200], "the logo cannot be used"),
        (b"GIF89a", "neither PNG, JPEG nor SVG"),
        (b"", "neither PNG, JPEG nor SVG"),
        (b"<html/>", "its root is `html`"),
        (b"<svg", "neither PNG, JPEG nor SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "declares XML entities"),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "neither PNG, JPEG nor SVG"),
        (b"\x00" * 1_000_001, "larger than 1 MB"),
        (picture("PNG", size=(6000, 5000)), "6000 × 5000 pixels"),
    ],
)
def test_broken_files_are_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "logo").write_bytes(content)

    with pytest.raises(InputError, match=reason) as caught:
        read_logo("logo", tmp_path)

    assert caught.value.where is not None
    assert caught.value.where.path == str(tmp_path / "logo")


def test_a_missing_logo_is_reported_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_logo("logo.svg", tmp_path)


@pytest.mark.parametrize("name", ["../logo.svg", "/etc/hostname", "sub/../../logo.svg"])
def test_a_logo_outside_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.svg").write_text(SVG.format(""), encoding="utf-8")
    (tmp_path / "employer" / "sub").mkdir(parents=True)

    with pytest.raises(InputError, match="outside the employer's folder"):
        read_logo(name, tmp_path / "employer")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "employer").mkdir()
    (tmp_path / "secret.svg").write_text(SVG.format(""), encoding="utf-8")
    (tmp_path / "employer" / "logo.svg").symlink_to(tmp_path / "secret.svg")

    with pytest.raises(InputError, match="outside the employer's folder"):
        read_logo("logo.svg", tmp_path / "employer")


def test_the_address_holds_the_picture() -> None:
    assert Logo("image/png", b"abc").address == "data:image/png;base64,YWJj"


def test_a_logo_is_named_after_its_owner_and_what_it_shows() -> None:
    names = {Logo("image/png", content).file_name("st-mary", ".png") for content in (b"a", b"b", b"a")}

    assert len(names) == 2
    assert all(re.fullmatch(r"st-mary-logo-[0-9a-f]{8}\.png", name) for name in names)


@pytest.mark.parametrize(
    ("media_type", "ending", "expected"),
    [
        ("image/png", ".svg", ".png"),
        ("image/svg+xml", "", ".svg"),
        ("image/jpeg", ".png", ".jpg"),
        ("image/jpeg", ".jpeg", ".jpeg"),
    ],
)
def test_the_ending_is_that_of_what_the_bytes_are(media_type: str, ending: str, expected: str) -> None:
    assert Path(Logo(media_type, b"a").file_name("oak", ending)).suffix == expected
