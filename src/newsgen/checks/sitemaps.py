"""Whether sitemaps keep to the protocol, and name pages that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError, iterparse

from newsgen.checks.finding import Finding

_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOST, _LARGEST = 50_000, 50 * 1024 * 1024
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?")
_HINT = "build with --full"


def check_sitemap(root: Path, name: str, base_url: str) -> Iterator[Finding]:
    """What is wrong with the sitemap or index `name` below `root`, the folder of the site at `base_url`."""
    file = root / name
    try:
        if file.stat().st_size > _LARGEST:
            yield Finding(name, None, "sitemap-invalid", "it is larger than 50 MiB", _HINT)
        yield from _entries(root, name, base_url)
    except (ParseError, OSError) as error:
        yield Finding(name, getattr(error, "position", (None,))[0], "sitemap-invalid", str(error), _HINT)


def _entries(root: Path, name: str, base_url: str) -> Iterator[Finding]:
    count = 0
    for _, element in iterparse(root / name):  # noqa: S314 - newsgen wrote it
        if element.tag not in {f"{_SPACE}url", f"{_SPACE}sitemap"}:
            continue
        count += 1
        address, lastmod = element.findtext(f"{_SPACE}loc") or "", element.findtext(f"{_SPACE}lastmod")
        if not address.startswith(base_url):
            message = f"{address or 'an entry without an address'} is not below {base_url}"
            yield Finding(name, None, "sitemap-invalid", message, _HINT)
        elif not _is_there(root, unquote(address.removeprefix(base_url))):
            yield Finding(name, None, "sitemap-dead", f"there is no page at {address}", _HINT)
        if lastmod is not None and not _DATE.fullmatch(lastmod):
            yield Finding(name, None, "sitemap-invalid", f"{lastmod} is no date by W3C-DTF", _HINT)
        element.clear()
    if count > _MOST:
        yield Finding(
            name, None, "sitemap-invalid", f"it has {count:,} addresses, more than {_MOST:,}", _HINT
        )


def _is_there(root: Path, url: str) -> bool:
    place = root / url
    return (place / "index.html" if not url or url.endswith("/") else place).is_file()
