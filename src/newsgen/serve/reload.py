"""What the preview adds to the site's pages on their way to the browser; the files on disk stay untouched."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from newsgen.serve.edition import Edition

SCRIPT_ADDRESS = "/__newsgen__/reload.js"
EVENTS_ADDRESS = "/__newsgen__/events"
SCRIPT = files(__package__).joinpath("reload.js").read_bytes()

_ERROR_PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl" data-newsgen-failed>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>تعذّر بناء الموقع</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.1rem/1.7 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }}
pre {{ padding: 1rem; border: 1px solid; border-inline-start: .4rem solid #c22; white-space: pre-wrap; }}
</style>
</head>
<body>
<h1>تعذّر بناء الموقع</h1>
<pre dir="ltr">{failure}</pre>
<p>تُحدَّث هذه الصفحة من تلقاء نفسها حين يُصلَح الخطأ.</p>
</body>
</html>
"""

MISSING_PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>404</title></head>
<body><h1>لا توجد صفحة بهذا العنوان</h1></body>
</html>
""".encode()


def add_reload_script(page: bytes, edition: Edition) -> bytes:
    """Add the reload script to an HTML page, before the last </body> or at the end.

    The page carries the version that it shows, so that it sees itself outdated even if the site was rebuilt
    before its script began to listen. A script file and not an inline one: `script-src 'self'` lets it run.
    """
    script = f'<script src="{SCRIPT_ADDRESS}" defer data-version="{edition.version}"></script>'.encode()
    end = page.lower().rfind(b"</body>")
    return page[:end] + script + page[end:] if end >= 0 else page + script


def error_page(failure: str) -> bytes:
    """Make the page that stands in for every other while the site cannot be built."""
    return _ERROR_PAGE.format(failure=escape(failure)).encode()
