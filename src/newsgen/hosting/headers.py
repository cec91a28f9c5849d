"""_headers, as Cloudflare Pages and Netlify read it: security, and how long what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

# Pages have no inline script or style. Pictures may come from elsewhere: an article written by hand has them.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "img-src 'self' https: data:",
        "media-src 'self' https:",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_FOR_EVER = "public, max-age=31536000, immutable"


def headers_file(base_path: str, versioned: Iterable[str]) -> bytes:
    """The file for a site below `base_path` ("/" or "/archive/").

    `versioned` are the addresses of files whose links have a digest of their bytes (`?v=`): they are kept for
    ever, since another version has another link. Of all else a browser asks whether it has changed.
    """
    lines = [
        f"{base_path}*",
        f"  Content-Security-Policy: {POLICY}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        f"{base_path}feed.xml",
        "  Content-Type: application/atom+xml; charset=utf-8",
        f"{base_path}feed.json",
        "  Content-Type: application/feed+json; charset=utf-8",
    ]
    for url in sorted(versioned):
        lines += [f"{base_path}{quote(url)}", f"  Cache-Control: {_FOR_EVER}"]
    return ("\n".join(lines) + "\n").encode()
