"""Slugs: the last part of an address, made from a title or a term."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from newsgen.text.fold import key
from newsgen.text.letters import proper, unmarked

# Longest slug in UTF-8 bytes. A file's name may have 255; a suffix for a taken address needs some of them,
# and an address of more than some 70 Arabic letters is no longer read.
LONGEST = 140
FILE_NAME_LIMIT = 255
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_WORD = re.compile(r"[^\W_]+")
# Quotation marks within words, commas within numbers, HTML's entities.
_TO_WEIGH = re.compile("['&,]")
# Between a slug and what tells it from another: no title and no term makes two hyphens of its own.
SUFFIX_MARK = "--"
# Letters of an article's identifier: 60 bits, so that a million articles share none.
IDENT_LENGTH = 12
# A hand-written slug may be long, but must leave room for such a suffix.
LONGEST_BY_HAND = 240


def natural_slug(title: str) -> str:
    """The whole title as a slug: letters and digits of any script in lower case and hyphens; or empty."""
    text = unicodedata.normalize("NFKC", proper(unmarked(title)))
    if _TO_WEIGH.search(text):
        from slugify import slugify  # noqa: PLC0415 - a tenth of the time is enough for nearly all titles

        return slugify(text, allow_unicode=True)
    return "-".join(_WORD.findall(text.lower()))


def shorten(slug: str) -> str:
    """`slug` cut at a hyphen so that it has at most LONGEST bytes in UTF-8."""
    if len(slug.encode()) <= LONGEST:
        return slug
    cut = slug.encode()[:LONGEST].decode(errors="ignore")
    return cut.rsplit("-", 1)[0] if "-" in cut else cut


def term_slug(name: str) -> str:
    """The slug of a term (tag, source, author), made from its key: all its spellings have one address.

    Terms with different keys have different slugs. Empty if `name` has no letters or digits.
    """
    folded = key(name)
    slug = folded.replace(" ", "-").replace("_", "-")
    whole = shorten(slug)
    if whole == slug and "_" not in folded:
        return slug
    return f"{whole}{SUFFIX_MARK}{short_digest(folded, 6)}"


def short_digest(text: str, length: int) -> str:
    """`length` characters of a digest of `text`, in base 32: lower-case letters and the digits 2 to 7."""
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
    number = int.from_bytes(digest, "big")
    return "".join([_ALPHABET[(number >> 5 * place) & 31] for place in range(length)])
