"""Character references of HTML, such as `&amp;`."""


def unescape(text: str) -> str:
    """Return the text with every character reference as its character; their table is read only for a text that holds one."""
    if "&" not in text:
        return text
    from html import unescape as unescape_all

    return unescape_all(text)
