"""What the index needs of one article, made where the article's page is made."""

from __future__ import annotations

import struct
from typing import NamedTuple

from newsgen.model.article import Article
from newsgen.search.alphabet import FIELD, encoded, folded

_HEAD = struct.Struct("<III")


class Searchable(NamedTuple):
    """An article as the index takes it, all in the index's alphabet.

    `heavy` are its title's distinct folded words, `light` all others, `length` is how many it has in all;
    `shown` is what is shown of it and looked through for phrases: address, heading, source, date, tags,
    author and categories, body, with FIELD between.
    """

    light: list[bytes]
    heavy: list[bytes]
    length: int
    shown: bytes


def searchable(article: Article, url: str) -> bytes:
    """What the index needs of the article at `url`; `read_searchable` reads it."""
    tags = "\n".join(article.tags)
    people = "\n".join((article.author or "", *article.categories))
    body = "\n".join([block.plain for block in article.body])
    title, text = encoded(article.heading), encoded(body)
    in_title = folded(article.heading, title).split()
    rest = folded(f"{tags}\n{people}\n{body}", encoded(f"{tags}\n{people}\n") + text).split()
    words = dict.fromkeys(rest)
    for word in in_title:
        words.pop(word, None)
    light, heavy = b" ".join(words), b" ".join(dict.fromkeys(in_title))
    facts = map(encoded, (article.source or "", article.published or "", tags, people))
    shown = FIELD.join((encoded(url), title, *facts, text))
    return b"".join((_HEAD.pack(len(light), len(heavy), len(in_title) + len(rest)), light, heavy, shown))


def read_searchable(data: bytes) -> Searchable:
    """What `searchable` made."""
    light, heavy, length = _HEAD.unpack_from(data)
    middle = _HEAD.size + light
    end = middle + heavy
    return Searchable(data[_HEAD.size : middle].split(), data[middle:end].split(), length, data[end:])
