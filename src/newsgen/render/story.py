"""An article's text as HTML outside of its page: what feeds carry."""

from __future__ import annotations

from markupsafe import escape

from newsgen.model.article import Article, Block
from newsgen.render.links import from_root

_ELEMENTS = {"heading": "h2", "caption": "p"}
# Markdown's tables and code are whole elements already, as lists are.
_WHOLE = ("<table", "<pre")


def feed_html(article: Article, root: str) -> str:
    """The body, its relative links counted from `root`: the site's address, or "" for links from its top."""
    return "".join(_element(block, root) for block in article.body)


def _element(block: Block, root: str) -> str:
    if block.kind == "list" and block.html is None:
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>"
    inner = escape(block.text) if block.html is None else from_root(block.html, root)
    if block.kind == "list" or (block.html is not None and inner.startswith(_WHOLE)):
        return inner
    if block.kind == "quote":
        return f"<blockquote>{inner if block.html is not None else f'<p>{inner}</p>'}</blockquote>"
    element = _ELEMENTS.get(block.kind, "p")
    return f"<{element}>{inner}</{element}>"
