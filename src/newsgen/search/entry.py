"""What the index needs of one article, made where the article's page is made."""

from __future__ import annotations

import struct
from collections import Counter
from typing import NamedTuple

from newsgen.model.article import Article
from newsgen.search.alphabet import FIELD, encoded, folded

_HEAD = struct.Struct("<III")
# A word counts as heavy that is in the title or so often in the text.
_HEAVY = 3


class Searchable(NamedTuple):
    """An article as the index takes it, all in the index's alphabet.

    `light` and `heavy` are its distinct folded words, `length` is how many words it has in all; `shown` is
    what is shown of it and looked through for phrases: address, heading, source, date, tags, author and
    categories, body, with FIELD between.
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
    title = encoded(article.heading)
    about = encoded(f"\n{tags}\n{people}\n")
    text = encoded(body)
    in_title = folded(article.heading, title).split()
    words = in_title * _HEAVY + folded(f"\n{tags}\n{people}\n{body}", about + text).split()
    counts = Counter(words)
    often = [word for word, count in counts.items() if count >= _HEAVY]
    for word in often:
        del counts[word]
    light, heavy = b" ".join(counts), b" ".join(often)
    facts = map(encoded, (article.source or "", article.published or "", tags, people))
    shown = FIELD.join((encoded(url), title, *facts, text))
    return b"".join((_HEAD.pack(len(light), len(heavy), len(words)), light, heavy, shown))


def read_searchable(data: bytes) -> Searchable:
    """What `searchable` made."""
    light, heavy, length = _HEAD.unpack_from(data)
    middle = _HEAD.size + light
    end = middle + heavy
    return Searchable(data[_HEAD.size : middle].split(), data[middle:end].split(), length, data[end:])
