"""What search engines are told of the whole site: ``robots.txt`` and the list of its pages.

The list needs whole addresses, so there is one once the site has an address.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from braindrain_site.model.edition import Edition
from braindrain_site.model.site import Site
from braindrain_site.pages.addresses import CHANGES, PAGES, chart_path, home, whole

PATH = "sitemap.xml"
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def robots(site: Site) -> bytes:
    """A welcome to search engines (RFC 9309), with where the list of pages stands."""
    listed = f"\nSitemap: {site.address}{PATH}\n" if site.address else ""
    return f"User-agent: *\nAllow: /\n{listed}".encode()


def sitemap(edition: Edition) -> bytes:
    """Every page but frames, with its twins and the day on which readers last got an edit
    (Sitemaps XML format 0.9)."""
    return f"{_OPEN}{''.join(_entries(edition))}</urlset>\n".encode()


def _entries(edition: Edition) -> Iterator[str]:
    site = edition.site
    edited = f"<lastmod>{site.updated.isoformat()}</lastmod>"
    for path in _pages(edition):
        twins = {lang: whole(site, home(edition, lang) + path) or "" for lang in site.languages}
        links = "".join(
            f'\n<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(address)}/>'
            for lang, address in twins.items()
            if len(twins) > 1
        )
        for address in twins.values():
            yield f"<url><loc>{escape(address)}</loc>{edited}{links}</url>\n"


def _pages(edition: Edition) -> Iterator[str]:
    """The path of every page below the folder of a language."""
    listed = (*PAGES.values(), *((CHANGES,) if edition.changes else ()))
    yield from (page.path for page in listed)
    yield from map(chart_path, edition.charts)
