"""Take the README's pictures of the sample archive in site/: python docs/screenshots.py (needs Chromium)."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

_DOCS = Path(__file__).resolve().parent
_SITE = _DOCS.parent / "site"
_ARTICLE = "2023/03/14/الكشف-عن-لوحة-فسيفساء-شبه-كاملة-في-تل-الريحان/"
_TAG = "tags/تل-الريحان/"
# What to show, how wide, in which scheme.
_SHOTS = {
    "home": ("", 1280, "light"),
    "article": (_ARTICLE, 1280, "light"),
    "tag": (_TAG, 1280, "light"),
    "dates": ("dates/", 1280, "dark"),
    "year": ("2023/", 1280, "dark"),
    "phone-home": ("", 390, "light"),
    "phone-article": (_ARTICLE, 390, "dark"),
    "phone-tag": (_TAG, 390, "light"),
}


def main() -> None:
    """Serve the site, and take each picture on a second visit, when the fonts are there for certain."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    handler = partial(SimpleHTTPRequestHandler, directory=str(_SITE))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, (url, width, scheme) in _SHOTS.items():
            height = 820 if width > 500 else 760
            with browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            ) as tab:
                for _ in range(2):
                    tab.goto(f"http://127.0.0.1:{server.server_port}/{quote(url)}", wait_until="networkidle")
                tab.screenshot(path=_DOCS / f"{name}.png")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
