"""Markdown as blocks: what an article in articles/ has below its front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from newsgen.loader.flaw import Flaw
from newsgen.model.article import Block
from newsgen.text.letters import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Each level costs the parser some of Python's frames, and it leaves out what is nested deeper than this.
_DEEPEST = 60
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_PLAIN = frozenset({"text", "softbreak"})
_PLAIN_LIST = frozenset(
    {"bullet_list_open", "list_item_open", "paragraph_open", "inline"}
    | {"bullet_list_close", "list_item_close", "paragraph_close"}
)
_CODE = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True)
class MarkdownBody:
    """A Markdown text's blocks. `opens_with_title`: the first of them is a heading of the first level."""

    blocks: tuple[Block, ...]
    opens_with_title: bool
    flaws: tuple[Flaw, ...] = ()


def read_body(text: str) -> MarkdownBody:
    """The blocks of `text`, with `Block.html` where there is more to show than plain text. Never raises.

    What `html` holds, and where a template prints it:

    - heading, paragraph: what belongs into the <hN> or <p>, if it has links, emphasis, images, line breaks …
    - paragraph, a table or code: the whole element, which begins with "<table" or "<pre" as no other
      paragraph's html does; it is printed without a <p>. `text` has a table's rows one a line, its cells
      with " | " between.
    - quote: what belongs into the <blockquote>, <p> elements and all, unless it is one plain paragraph.
    - list: the whole <ol> or <ul>, if it is ordered or an item has markup, a list or more than a paragraph.
      `items` has all text of an item on one line.

    The html is safe: text is escaped, raw HTML is text, a link that could run a script is text. A thematic
    break is left out. Text that is nested too deeply comes as plain paragraphs, with a flaw
    "markdown-nesting".
    """
    try:
        tokens = _parser().parse(text)
    except RecursionError:
        return _unnested(text)
    if any(token.level >= _DEEPEST - 1 and token.type in _CONTAINERS for token in tokens):
        return _unnested(text)
    _clean(tokens)
    blocks = [_block(piece) for piece in _pieces(tokens)]
    opens_with_title = bool(blocks) and blocks[0] is not None and tokens[0].tag == "h1"
    return MarkdownBody(tuple(block for block in blocks if block is not None), opens_with_title)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  slow to import, and seeds have no Markdown

    # Raw HTML is shown as the text that it is; validateLink refuses javascript:, vbscript:, file: and data:.
    options = {"html": False, "maxNesting": _DEEPEST, "xhtmlOut": False}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])


def _unnested(text: str) -> MarkdownBody:
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    flaw = Flaw(
        "markdown-nesting",
        None,
        "quotes, lists or brackets are nested too deeply; the text is shown as plain paragraphs",
        f"nest no more than {_DEEPEST // 2} levels",
    )
    return MarkdownBody(tuple(Block("paragraph", part) for part in paragraphs if part), False, (flaw,))


def _clean(tokens: Sequence[Token]) -> None:
    # An entity such as &#x202e; is a character only now, after the text has been cleaned.
    for token in tokens:
        token.info = ""
        token.content = clean(token.content)
        token.attrs = {
            name: clean(value) if isinstance(value, str) else value for name, value in token.attrs.items()
        }
        _clean(token.children or ())


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start : place + 1]
            start = place + 1


def _block(piece: Sequence[Token]) -> Block | None:
    match piece[0].type:
        case "hr":
            return None
        case "heading_open" | "paragraph_open":
            return _line_block(piece)
        case "blockquote_open":
            return _quote(piece[1:-1])
        case "bullet_list_open" | "ordered_list_open":
            return _list(piece)
        case "table_open":
            return Block("paragraph", _table_text(piece), html=_html(piece))
        case _:
            return Block("paragraph", "\n".join(_texts(piece)), html=_html(piece))


def _line_block(piece: Sequence[Token]) -> Block | None:
    inline = piece[1]
    text = _plain(inline)
    html = None if _is_plain(inline) else _html([inline])
    if not text and html is None:
        return None
    return Block("heading" if piece[0].type == "heading_open" else "paragraph", text, html=html)


def _quote(inner: Sequence[Token]) -> Block | None:
    text = "\n".join(_texts(inner))
    one_plain_paragraph = len(inner) == 3 and inner[0].type == "paragraph_open" and _is_plain(inner[1])
    html = None if one_plain_paragraph else _html(inner)
    return Block("quote", text, html=html) if text or html else None


def _list(piece: Sequence[Token]) -> Block | None:
    starts = [
        place for place, token in enumerate(piece) if token.type == "list_item_open" and token.level == 1
    ]
    bodies = [piece[start:end] for start, end in zip(starts, [*starts[1:], len(piece)], strict=True)]
    items = tuple(item for body in bodies if (item := " ".join(" ".join(_texts(body)).split())))
    is_plain = all(token.type in _PLAIN_LIST and _is_plain(token) for token in piece) and all(
        sum(token.type == "inline" for token in body) <= 1 for body in bodies
    )
    html = None if is_plain else _html(piece)
    return Block("list", items=items, html=html) if items or html else None


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        text = token.content.rstrip("\n") if token.type in _CODE else _plain(token)
        if text:
            yield text


def _table_text(piece: Sequence[Token]) -> str:
    rows: list[list[str]] = []
    for token in piece:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_plain(token))
    return "\n".join(" | ".join(row) for row in rows)


def _plain(token: Token) -> str:
    return " ".join("".join(_words(token)).split())


def _words(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type == "image":
            yield from _words(child)
        else:
            yield " " if child.type in _BREAKS else child.content


def _is_plain(token: Token) -> bool:
    return all(child.type in _PLAIN for child in token.children or ())


def _html(tokens: Sequence[Token]) -> str:
    return str(_parser().renderer.render(tokens, _parser().options, {})).strip()
