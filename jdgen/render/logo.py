"""The employer's logo: read from the employer's own folder, checked, and made an address that needs no other file."""

import io
import re
import warnings
from base64 import b64encode
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from jdgen.errors import InputError, Where

_LARGEST = 1_000_000
_MOST_PIXELS = 25_000_000
_REPAIR = "export the logo again as a plain SVG, PNG or JPEG of at most 1 MB"

_ACTIVE = {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler"}
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!\s*(?:#|data:image/(?:png|jpeg)))", re.IGNORECASE)
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg)[;,])", re.IGNORECASE)


_ENDINGS = {"image/png": (".png",), "image/jpeg": (".jpg", ".jpeg"), "image/svg+xml": (".svg",)}


class Logo(NamedTuple):
    """A checked picture: its media type, which its bytes tell and not its name, and its bytes."""

    media_type: str
    content: bytes

    def file_name(self, owner: str, ending: str) -> str:
        """Return the name the picture has beside postings: two employers with similar names keep their own, and so do old postings.

        An `ending` that is not one of its media type would keep mail programs and browsers from showing it; it gets the right one.
        """
        mark = blake2b(self.content, digest_size=4).hexdigest()
        endings = _ENDINGS[self.media_type]
        return f"{owner}-logo-{mark}{ending if ending in endings else endings[0]}"

    @property
    def address(self) -> str:
        """The picture as a data: address."""
        return f"data:{self.media_type};base64,{b64encode(self.content).decode()}"


def read_logo(name: str, folder: Path) -> Logo:
    """Read a logo by its path from the employer's folder; raise InputError where it is outside, missing or broken."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(
            f"the logo `{name}` lies outside the employer's folder",
            where=Where(str(folder)),
            hint="copy it beside employer.yaml",
        )
    content = _content(path)
    if content.startswith(b"\x89PNG"):
        return Logo("image/png", _checked_picture(content, path))
    if content.startswith(b"\xff\xd8"):
        return Logo("image/jpeg", _checked_picture(content, path))
    return Logo("image/svg+xml", _checked_drawing(content, path))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        hint = "put the picture there, or take the line `logo` out"
        raise InputError(f"the logo cannot be read: {reason}", where=Where(str(path)), hint=hint) from error
    if len(content) > _LARGEST:
        raise InputError("the logo is larger than 1 MB", where=Where(str(path)), hint=_REPAIR)
    return content


def _checked_picture(content: bytes, path: Path) -> bytes:
    """Decode the whole picture once: a truncated file would leave a hole on the page."""
    from PIL import Image, ImageFile, UnidentifiedImageError  # heavy, and most logos are SVG

    # WeasyPrint switches it on for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False

    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if picture.width * picture.height > _MOST_PIXELS:
                raise _broken(path, f"it has {picture.width} × {picture.height} pixels")  # noqa: RUF001
            picture.load()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise _broken(path, str(error)) from error
    return content


def _checked_drawing(content: bytes, path: Path) -> bytes:
    """Accept an SVG that is a drawing and nothing else: no script, no outside file, no entity."""
    if b"<!ENTITY" in content:
        raise _broken(path, "it declares XML entities")
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - entities are refused above, expat limits the rest
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise _broken(path, f"it is neither PNG, JPEG nor SVG ({error})") from error
    if _local(root.tag) != "svg":
        raise _broken(path, f"it is XML, but its root is `{_local(root.tag)}`, not `svg`")
    for element in root.iter():
        _check_element(element, path)
    return content


def _check_element(element: ElementTree.Element, path: Path) -> None:
    name = _local(element.tag)
    if name in _ACTIVE:
        raise _broken(path, f"it holds a `{name}` element")
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise _broken(path, "its style sheet loads other files")
    for attribute, value in element.items():
        _check_attribute(_local(attribute), value, path)


def _check_attribute(name: str, value: str, path: Path) -> None:
    if name.lower().startswith("on"):
        raise _broken(path, f"it holds a script in `{name}`")
    if (name in {"href", "src"} and not _INSIDE.match(value)) or _OUTSIDE.search(value):
        raise _broken(path, f"its `{name}` points to another file")


def _local(tag: object) -> str:
    """Return the name without its namespace; comments and instructions have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _broken(path: Path, reason: str) -> InputError:
    return InputError(f"the logo cannot be used: {reason}", where=Where(str(path)), hint=_REPAIR)
