"""The sample archive below a path on a real host: nginx, set up as README.md says."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest
from playwright.sync_api import Browser
from sample_archive import REPOSITORY, Sample, build_sample, references

pytest_plugins = ["browser_fixtures"]

CONFIGURATION = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What the host sends for an address."""

    status: int
    headers: dict[str, str]
    body: bytes


def _encoded(address: str) -> str:
    """The address as a browser sends it."""
    return re.sub("[^!-~]+", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


@dataclass(frozen=True)
class Host:
    """The running host: `port` of this machine, and the archive that it has below /archive/."""

    port: int
    sample: Sample

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/archive/"

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for an absolute address, as it stands in a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        parts = urlsplit(_encoded(address))
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answer


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """nginx with the sample archive; without it the tests are skipped, but not in CI."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        if "CI" in os.environ:
            pytest.fail("the tests of hosting need nginx")
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}/archive/"
    sample = build_sample(folder, f"base_url: {base}\nprecompress: [gz]\nnews_sitemap: true\n", base)
    (folder / "www").mkdir()
    (folder / "www/archive").symlink_to(sample.root)
    for parent in (folder, *folder.parents):  # nginx's worker is another user where root runs the tests
        if parent.owner() == folder.owner() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, site=site_of(folder, port)))
    with subprocess.Popen([program, "-c", folder / "nginx.conf", "-e", folder / "error.log"]) as process:
        try:
            _wait_for(port)
            yield Host(port, sample)
        finally:
            process.terminate()


def site_of(folder: Path, port: int) -> str:
    """The README's example for nginx, with this folder and port."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```nginx\n(.*?)```", readme, re.DOTALL)
    assert "listen 80;" in example
    assert "root /srv/www;" in example
    return (
        str(example).replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www", f"{folder}/www")
    )


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


def test_every_link_and_anchor_leads_somewhere_on_a_host_below_a_path(host: Host) -> None:
    waiting, seen, anchors = {host.base}, set[str](), dict[str, set[str]]()
    asked: list[tuple[str, str, str]] = []
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = host.get(address)
        assert answer.status == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            page = html5lib.parse(answer.body.decode(), namespaceHTMLElements=False)
            anchors[address] = {element.get("id") or "" for element in page.iter()}
            for reference in references(page):
                target, anchor = urldefrag(urljoin(address, reference))
                assert target.startswith(host.base), (address, reference)
                asked += [(address, target, anchor)] if anchor else []
                waiting |= {target} - seen
    urls = {record["url"] for record in host.sample.records}
    assert len([address for address in seen if address.endswith("/")]) > len(urls)
    for address, target, anchor in asked:
        assert anchor in anchors[target] | {"top"}, (address, target, anchor)


def test_every_permalink_of_sitemaps_and_feeds_is_there(host: Host) -> None:
    addresses = set[str]()
    for name in ("sitemap.xml", "news-sitemap.xml"):
        tree = ElementTree.fromstring(host.get(host.base + name).body)  # noqa: S314 - newsgen's own
        addresses |= {loc.text or "" for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    feed = host.get(f"{host.base}feed.xml")
    addresses |= {entry.link for entry in feedparser.parse(feed.body).entries}
    addresses |= {item["url"] for item in json.loads(host.get(f"{host.base}feed.json").body)["items"]}
    assert len(addresses) > 30
    assert {address for address in addresses if host.get(address).status != 200} == set()


def test_a_former_address_leads_to_the_corrected_article(host: Host) -> None:
    ((old, page),) = host.sample.moved.items()
    meta = page.find("head/meta[@http-equiv='refresh']")
    assert meta is not None
    target = urljoin(host.base + old, meta.get("content", "").split("url=")[1])
    assert host.get(host.base + old).status == 200
    assert host.get(target).status == 200
    assert target.removeprefix(host.base) in host.sample.pages


def test_a_missing_page_shows_the_sites_own_with_links_that_work(host: Host) -> None:
    answer = host.get(f"{host.base}2023/no/such/page/")
    page = html5lib.parse(answer.body.decode(), namespaceHTMLElements=False)
    assert answer.status == 404
    base = page.find("head/base")
    assert base is not None
    for reference in references(page):
        assert host.get(urljoin(urljoin(host.base, base.get("href", "")), reference)).status == 200


def test_compressed_twins_are_sent_and_versioned_files_kept(host: Host) -> None:
    page = host.get(host.base, Accept_Encoding="gzip")
    assert page.headers["content-encoding"] == "gzip"
    assert page.body == (host.sample.root / "index.html.gz").read_bytes()
    assert page.headers["cache-control"] == "no-cache"
    (style,) = re.findall(r"assets/style\.css\?v=\w+", host.get(host.base).body.decode())
    assert "immutable" in host.get(host.base + style).headers["cache-control"]


def test_the_policy_of_the_readme_is_that_of_the_headers_file(host: Host) -> None:
    policy = host.get(host.base).headers["content-security-policy"]
    assert f"Content-Security-Policy: {policy}\n" in (host.sample.root / "_headers").read_text(
        encoding="utf-8"
    )


@pytest.mark.browser
def test_a_citation_is_saved_and_copied_under_the_strict_policy(host: Host, browser: Browser) -> None:
    url = next(record["url"] for record in host.sample.records if record["author"] and record["source"])
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.goto(host.base + url)
    tab.locator(".story-cite summary").click()
    bibtex = tab.locator(".story-cite pre").first.text_content()
    with tab.expect_download() as download:
        tab.locator(".citation-tools a").first.click()
    assert download.value.suggested_filename.endswith(".bib")
    assert Path(download.value.path()).read_text(encoding="utf-8") == bibtex
    tab.locator(".citation-tools button").first.click()
    assert tab.evaluate("navigator.clipboard.readText()") == bibtex
    assert complaints == []
    context.close()
