"""The body of an article as HTML: one pass over its blocks, in Python, as every article passes here."""

from __future__ import annotations

from markupsafe import Markup, escape

from newsgen.model.article import Block
from newsgen.model.site import Direction
from newsgen.render.bidi import has_arabic, has_latin, isolate_latin, isolate_markup
from newsgen.render.links import from_root
from newsgen.render.markup import mark
from newsgen.text.fold import key
from newsgen.text.slugs import shorten

# Ids that the templates use themselves.
_TAKEN = frozenset({"main", "related", "kindred"})
_WHOLE = ("<table", "<pre")


def body_html(
    body: tuple[Block, ...], text: str, root: str, direction: Direction, anchor_label: str
) -> Markup:
    """The blocks as HTML, each heading with an id of its own and a link to it, named `anchor_label`.

    `text` is that of all blocks together.

    Block.html is safe HTML: what stands inside a paragraph, heading or quote, or else a whole list, table or
    code. Its relative links count from the site's root, to which `root` leads. In a page from left to right,
    a block with Arabic in it takes its direction from its first letter.
    """
    used: set[str] = set()
    label = escape(anchor_label)
    plain = direction == "rtl" and not has_latin(text)
    pieces = []
    for block in body:
        if block.html is not None:
            inside: str = from_root(block.html, root)
            inner = isolate_markup(inside) if direction == "rtl" else inside
        elif block.kind == "list":
            inner = "".join(f"<li>{_safe(item, direction)}</li>\n" for item in block.items)
        else:
            inner = escape(block.text) if plain else _safe(block.text, direction)
        opening = ' dir="auto"' if direction == "ltr" and has_arabic(block.plain) else ""
        if block.kind == "paragraph":
            whole = block.html is not None and inner.startswith(_WHOLE)
            pieces.append(inner if whole else f"<p{opening}>{inner}</p>")
        elif block.kind == "heading":
            anchor = _anchor(block.text, used)
            link = f'<a class="anchor" href="#{anchor}" aria-label="{label}"></a>'
            pieces.append(f'<h2 id="{anchor}"{opening}>{inner} {link}</h2>')
        else:
            pieces.append(_framed(block, inner, opening))
    return mark("\n".join(pieces))


def _framed(block: Block, inner: str, opening: str) -> str:
    if block.kind == "quote":
        return f"<blockquote{opening}>{inner if block.html is not None else f'<p>{inner}</p>'}</blockquote>"
    if block.kind == "caption":
        return f'<p class="caption"{opening}>{inner}</p>'
    if block.kind == "list" and block.html is None:
        return f"<ul{opening}>\n{inner}</ul>"
    return inner


def _safe(text: str, direction: Direction) -> str:
    return isolate_latin(text) if direction == "rtl" else escape(text)


def _anchor(heading: str, used: set[str]) -> str:
    words = shorten(key(heading).replace(" ", "-")) or "section"
    anchor, number = words, 1
    while anchor in used or anchor in _TAKEN:
        number += 1
        anchor = f"{words}-{number}"
    used.add(anchor)
    return anchor
