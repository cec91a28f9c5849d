"""_redirects, as Cloudflare Pages and Netlify read it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote


def redirects_file(base_path: str, moved: Iterable[tuple[str, str]]) -> bytes:
    """The file for a site below `base_path`: from each former address to the present one, for ever (301)."""
    lines = [f"{base_path}{quote(old)} {base_path}{quote(new)} 301\n" for old, new in moved]
    return "".join(lines).encode()
