"""The interface's words: one catalogue a language, English being the language of the sources.

The catalogues are gettext's, locale/<language>.po; `make catalogues` brings them up to date with the
templates and with this room's code.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from newsgen.model.site import Language

Noun = Literal[
    "article",
    "source",
    "author",
    "tag",
    "day",
    "year",
    "problem",
    "correction",
    "document",
    "minute",
    "result",
]
CATALOGUES = Path(__file__).with_name("locale")


def message(source: str) -> str:
    """`source`, marked for the catalogues where it is not yet known in which language it will be said."""
    return source


def _forms(one: str, many: str) -> tuple[str, str]:
    """Both forms of a counted noun, marked for the catalogues."""
    return one, many


_NOUNS: dict[Noun, tuple[str, str]] = {
    "article": _forms("%(count)s article", "%(count)s articles"),
    "source": _forms("%(count)s source", "%(count)s sources"),
    "author": _forms("%(count)s author", "%(count)s authors"),
    "tag": _forms("%(count)s tag", "%(count)s tags"),
    "day": _forms("%(count)s day", "%(count)s days"),
    "year": _forms("%(count)s year", "%(count)s years"),
    "problem": _forms("%(count)s problem", "%(count)s problems"),
    "correction": _forms("%(count)s correction", "%(count)s corrections"),
    "document": _forms("%(count)s document", "%(count)s documents"),
    "minute": _forms("%(count)s minute", "%(count)s minutes"),
    "result": _forms("%(count)s result", "%(count)s results"),
}


def text(source: str, language: Language) -> str:
    """The interface's text for `source` in a language; as it is where the catalogue has no such message."""
    return _catalogue(language).gettext(source)


def counted(number: int, noun: Noun, language: Language, digits: str) -> str:
    """So many things, in the form that the language has for the number (CLDR's plural rule).

    `digits` is the number as it is printed: لا أخبار, خبر واحد, خبران, 3 أخبار, 11 خبرًا, 100 خبر. Raises
    KeyError for a noun that is not in the table.
    """
    one, many = _NOUNS[noun]
    return _catalogue(language).ngettext(one, many, number) % {"count": digits}


@lru_cache(maxsize=4)
def _catalogue(language: Language) -> NullTranslations:
    file = CATALOGUES / f"{language}.po"
    if not file.exists():  # the language of the sources
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(file.read_bytes())))
    compiled.seek(0)
    return GNUTranslations(compiled)


class Translated(Extension):
    """Puts the catalogue's text in the place of `_("message")` while a template is compiled.

    Looking it up whenever a page is rendered would cost a call for each text of each page. The environment is
    a `SafeEnvironment`: its `language` says which catalogue it is.
    """

    def filter_stream(self, stream: TokenStream) -> TokenStream:
        """The tokens with each `_`, `(`, string, `)` made one string."""
        return TokenStream(self._translated(list(stream)), stream.name, stream.filename)

    def _translated(self, tokens: list[Token]) -> list[Token]:
        found: list[Token] = []
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.test("name:_") and [t.type for t in tokens[place + 1 : place + 4]] == _CALL:
                said = text(tokens[place + 2].value, self.environment.language)  # type: ignore[attr-defined]
                token = Token(token.lineno, "string", said)
                place += 3
            found.append(token)
            place += 1
        return found


_CALL = ["lparen", "string", "rparen"]
