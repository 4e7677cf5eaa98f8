"""A page as a test reads it, without a browser."""

from html.parser import HTMLParser


class Reading(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str, name: str) -> list[str]:
        """The values of attribute *name* of all *tag*, save what is inside the page (``data:``)."""
        found = [attrs[name] for one, attrs in self.elements if one == tag and name in attrs]
        return [value for value in found if not value.startswith("data:")]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]
