"""What is measured in a page by scripts, and what is noted while it is loaded."""

from __future__ import annotations

from playwright.sync_api import Page, Request

# How far a page reaches to the side of its window, and which elements stick out.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")]
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.right > width + 1 || box.left < -1))
    .map(([e]) => `${e.tagName}.${e.className}`);
}"""

ROOM_AT_THE_START = """e => {
  const text = document.createRange();
  text.selectNodeContents(e);
  return e.getBoundingClientRect().right - text.getBoundingClientRect().right;
}"""
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ opacityProperty: true })) continue;
    const grounds = [];
    for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
    const [a, b] = [luminance(over(grounds)), luminance(over([...grounds, getComputedStyle(element).color]))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
  }
  return [...faint];
}"""
FOR_THUMBS = "nav a, .terms a, .story-tags a, .holdings a, .calendar a, summary"
SMALL = """selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 40)
  .map(e => `${e.className} ${e.textContent.trim()} ${e.getBoundingClientRect().height}`)"""


class Watch:
    """Notes what goes wrong in a page: errors on the console, failed requests, requests to elsewhere."""

    def __init__(self, page: Page, allowed: str) -> None:
        self.faults: list[str] = []
        page.on("console", lambda told: self._note(told.text, unless=told.type not in {"error", "warning"}))
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("requestfailed", self._failed)
        page.on(
            "response",
            lambda answer: self._note(f"{answer.status}: {answer.url}", unless=answer.status < 400),
        )
        page.on(
            "request",
            lambda asked: self._note(f"elsewhere: {asked.url}", unless=asked.url.startswith(allowed)),
        )

    def _failed(self, request: Request) -> None:
        # The icon is not waited for: going on to the next page may break it off.
        if not (request.failure == "net::ERR_ABORTED" and request.url.endswith("favicon.svg")):
            self._note(f"failed: {request.url} {request.failure}")

    def _note(self, fault: str, *, unless: bool = False) -> None:
        if not unless:
            self.faults.append(fault)
