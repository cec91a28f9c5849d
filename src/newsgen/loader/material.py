"""A piece as text for the rules, beside what it states by itself, whatever kind of file it came from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from newsgen.loader.columns import fields_of
from newsgen.loader.damage import is_garbled, mend_mojibake, pdf_flaw
from newsgen.loader.decode import decode
from newsgen.loader.facts import StatedFacts, stated_facts
from newsgen.loader.flaw import Flaw
from newsgen.loader.markup import declared_encoding, has_markup, looks_like_html
from newsgen.loader.piece import MAX_BYTES, Piece, huge, read_bytes
from newsgen.loader.trec import find_trec_fields
from newsgen.model.article import BlockKind
from newsgen.text.fold import has_key, key
from newsgen.text.letters import clean, is_plain, unescaped

if TYPE_CHECKING:
    from newsgen.loader.pages.story import PageLine

_decode = json.JSONDecoder(strict=False).decode
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_OTHER_MARKUP = re.compile(r"\s*<\?xml\b", re.IGNORECASE)

# A line, and its kind where the document says that it is no plain paragraph.
_TextLine = tuple[str, BlockKind | None]


@dataclass(frozen=True, slots=True)
class Material:
    """What a piece holds.

    `text` is cleaned, "" where there is none to make an article of: `flaws` then says why. A stated title and
    byline are its first lines. `kinds` has the lines of which the document says that they are no paragraphs.
    `is_plain`: see `text.letters.is_plain`. `own_lines`: its lines are those of the file. `is_titled`: the
    first is a row's title, to be taken as it is; a page's may have the outlet's name beside it.
    """

    text: str
    encoding: str = ""
    sha256: str = ""
    facts: StatedFacts = field(default_factory=StatedFacts)
    kinds: Mapping[str, BlockKind] = field(default_factory=dict)
    is_plain: bool = False
    own_lines: bool = True
    is_titled: bool = False
    flaws: tuple[Flaw, ...] = ()


def read_piece(piece: Piece, columns: Mapping[str, str]) -> Material:
    """The material of `piece`; `columns` is for rows, see `columns.fields_of`. Never raises.

    Flaw codes: those of `decode` and `stated_facts`, "unreadable", "huge", "markup", "garbled", "pdf-text",
    "row-broken", "row-empty".
    """
    data = read_bytes(piece.source)
    if isinstance(data, Flaw):
        return Material("", flaws=(data,))
    made = _from_row(piece, data, columns) if piece.form == "row" else _from_document(piece, data)
    if is_garbled(made.text):
        what, hint = "the letters of the document are lost, nobody can read it", "collect it once more"
        return Material("", flaws=(*made.flaws, Flaw("garbled", None, what, hint)))
    pdf = pdf_flaw(made.text, is_plain=made.is_plain)
    return replace(made, flaws=(*made.flaws, pdf)) if pdf else made


def _from_document(piece: Piece, data: bytes) -> Material:
    decoded = decode(data, declared_encoding(data) if piece.form == "page" else None)
    text, flaws = decoded.text, decoded.problems
    if not text:
        return Material("", flaws=flaws)
    sha256, encoding = hashlib.sha256(data).hexdigest(), decoded.encoding or ""
    if piece.form == "page" or looks_like_html(text):
        from newsgen.loader.pages import read_page  # noqa: PLC0415  the parser of HTML is slow to import

        page = read_page(text)
        if not page.lines and "title" not in page.fields:
            empty = Flaw("empty", None, "the page has no text", "save it once more, when it is all shown")
            return Material("", flaws=(*flaws, empty))
        return _composed(Material("", encoding, sha256, flaws=flaws), page.fields, _cleaned(page.lines))
    if (row := find_trec_fields(text)) is not None:
        fields = fields_of(row, {})
        return _composed(Material("", encoding, sha256, flaws=flaws), fields, _body_lines(fields.get("body")))
    if _OTHER_MARKUP.match(text):
        markup = Flaw("markup", 1, "the document is XML, not text", "copy its text into a file")
        return Material("", flaws=(*flaws, markup))
    text = unescaped(text)
    return Material(text, encoding, sha256, flaws=flaws, is_plain=is_plain(text))


def _from_row(piece: Piece, data: bytes, columns: Mapping[str, str]) -> Material:
    if len(data) > MAX_BYTES:
        return Material("", flaws=(huge(),))
    try:
        row = _decode(data.decode(json.detect_encoding(data), "surrogatepass"))
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "a value cannot be read"
        return _broken(f"the JSON of the row is broken: {reason}")
    if not isinstance(row, dict):
        return _broken("the row is no JSON object with names and values")
    canonical = _encode(row)
    sha256 = hashlib.sha256(canonical.encode(errors="replace")).hexdigest()
    mended, mojibake = mend_mojibake(canonical)
    fields = fields_of(json.loads(mended) if mojibake else row, columns)
    if not {"title", "body"} & fields.keys():
        named = ", ".join(list(map(str, row))[:8]) or "none"
        what = f"the row has neither a title nor a text; its columns are {named}"
        hint = "name them under `columns` in newsgen.yaml"
        return Material("", flaws=(Flaw("row-empty", None, what, hint),))
    made = Material("", piece.encoding, sha256, flaws=(mojibake,) if mojibake else ())
    return _composed(made, fields, _body_lines(fields.get("body")), of_row=True)


def _body_lines(body: object) -> list[_TextLine]:
    parts = body if isinstance(body, list) else [body]
    text = "\n".join(part for part in parts if isinstance(part, str))
    if has_markup(text):
        from newsgen.loader.pages import read_fragment  # noqa: PLC0415  the parser of HTML is slow to import

        return _cleaned(read_fragment(text))
    whole = clean(text)
    if whole.count("\n") == text.count("\n"):  # no other sign ends a line in it
        return [(line, None) for line in unescaped(whole).split("\n")]
    return [(unescaped(clean(line)), None) for line in text.split("\n")]


def _cleaned(lines: Iterable[PageLine]) -> list[_TextLine]:
    return [(unescaped(clean(line.text)), line.kind) for line in lines]


def _composed(
    made: Material, fields: Mapping[str, Any], lines: list[_TextLine], *, of_row: bool = False
) -> Material:
    """`made` with a text of the stated title, the byline, and `lines` without those that repeat the title."""
    facts = stated_facts(fields)
    title = facts.stated.get("title") or ""
    wanted = key(title)
    body = [(text, kind) for text, kind in lines if not has_key(text, wanted)] if wanted else lines
    head = [title, facts.byline] if title else []
    text = "\n".join([*head, *(text for text, _ in body)])
    kinds = {" ".join(text.split()): kind for text, kind in body if kind}
    return replace(
        made,
        text=text,
        facts=facts,
        kinds=kinds,
        is_plain=is_plain(text),
        own_lines=False,
        is_titled=of_row and bool(title),
        flaws=(*made.flaws, *facts.flaws),
    )


def _broken(what: str) -> Material:
    return Material("", flaws=(Flaw("row-broken", None, what, "mend the row or delete it"),))
