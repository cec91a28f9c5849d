"""Which forms are of one word: the article, the clitics before a word, regular plurals and feminine endings.

A light stemmer after the idea of Larkey's light10, but nothing is cut off when the index is made: which forms
a word of a query means is decided when it is asked for, by the forms that the archive has. Where a letter
could be part of the root (ولد, كتاب, لبنان, بوتين), these decide: a clitic stands before a word that is there
without it, no clitic stands behind an article, no preposition behind another. The same rules are in
static/assets/search.js.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from newsgen.search.known_words import MARK, WHOLE_MARK

_ARTICLE = re.compile("([وف]?(?:[بك]?ال|لل))(..+)", re.DOTALL)
_CLITIC = re.compile("([وفبكل])(...+)", re.DOTALL)
_CONJUNCTIONS, _PREPOSITIONS = "وف", "بكل"
_ARTICLES = [a + b for a in ("", "و", "ف") for b in ("ال", "بال", "كال", "لل")]
_BEFORE_NAMES = [a + b for a in ("", "و", "ف") for b in _PREPOSITIONS]
# A form may be so often more frequent than the word that it is taken for with a clitic, and a few times at
# all.
_OFTEN, _FEW = 8, 3
_FEMININE = ("ات", "تان", "تين", "ه")
_PLURALS = ("ون", "ين")
_ENDINGS = ("", *_FEMININE, *_PLURALS)


class Family:
    """Forms that may be of one word, with how many articles have them, and known words in them."""

    def __init__(self, counts: Mapping[str, int], word: str) -> None:
        """`counts` are those of forms as the index keeps them, with their marks; `word` is a query's."""
        self.word = word
        self.counts: Counter[str] = Counter()
        self._known: dict[str, int] = {}
        self._whole: set[str] = set()
        for marked, count in counts.items():
            form = marked
            if ord(marked[0]) < 0x20:
                form = marked[1:]
                before = (ord(marked[0]) & ~WHOLE_MARK) - MARK
                self._known |= {form: before, form[before:]: 0}
                if ord(marked[0]) & WHOLE_MARK:
                    self._whole.add(form[before:])
            self.counts[form] += count
        self._bare = {form: self._strip(form) for form in (*self.counts, word)}
        self._bares = Counter[str]()
        for form, bare in self._bare.items():
            self._bares[bare] += self.counts[form] or 1

    def forms(self) -> Iterator[str]:
        """The forms that the word of the query means."""
        bare = self._bare[self.word]
        return (form for form in self.counts if self._are_one(self._bare[form], bare))

    def with_clitic(self) -> Iterator[str]:
        """The word itself, and its forms with clitics before it: what may begin a phrase."""
        ends = (self.word, self.word.removeprefix("ال"))
        return (f for f in self.forms() if f == self.word or (f.endswith(ends) and self._is_before(f)))

    def _is_before(self, form: str) -> bool:
        if form.endswith(self.word):
            return form[: -len(self.word)] in {*_CONJUNCTIONS, *_BEFORE_NAMES}
        return self.word.startswith("ال") and form[: 2 - len(self.word)] in {"لل", "ولل", "فلل"}

    # What stands before a word

    def _strip(self, form: str) -> str:
        for clitics in (_CONJUNCTIONS + _PREPOSITIONS, _PREPOSITIONS):
            if (before := self._before_known(form)) is not None:
                return form[before:]
            if (found := _ARTICLE.fullmatch(form)) and self._has_article(form, *found.groups()):
                return found[2]
            found = _CLITIC.fullmatch(form)
            if not found or found[1] not in clitics or not self._has_clitic(form, *found.groups()):
                return form
            form = found[2]
            if found[1] in _PREPOSITIONS:
                break
        return form[self._before_known(form) or 0 :]

    def _before_known(self, form: str) -> int | None:
        """How many letters stand before the known word in a form, whatever its ending; or None."""
        if form in self._known:
            return self._known[form]
        # What is left is to be a word's length: لله is not له.
        letters = (self._known[other] for other in variants(form) if other in self._known)
        return next((before for before in letters if len(form) > before + 2), None)

    def _has_article(self, form: str, before: str, rest: str) -> bool:
        if self._is_noun(form, before[0]):
            return False
        return len(rest) > 2 or before in {"ال", "لل"} or self._standing(rest) > 0

    def _has_clitic(self, form: str, clitic: str, rest: str) -> bool:
        if self._is_noun(form, clitic):
            return False
        standing = self._standing(rest)
        if len(rest) == 3 and not standing:
            return False
        return self._count(form) <= _OFTEN * (standing + (rest == self.word)) + _FEW

    def _is_noun(self, form: str, first: str) -> bool:
        """Whether something stands before the form that would not stand before a clitic."""
        if first == "ا":
            # آلام has an article in الآلام; of الأم it is told by how often أم stands without one.
            with_article = sum(self._count(before + form) for before in _ARTICLES)
            return self._count(f"ل{form}") > 0 or with_article > self._count(form[2:])
        # Not ل before another one: that is the article behind it.
        names = (prefix for prefix in _BEFORE_NAMES if first != "ل" or prefix[-1] != "ل")
        return any(self._count(prefix + form) for prefix in (*_ARTICLES, *names))

    def _standing(self, rest: str) -> int:
        return self._count(rest) + self._count(f"ال{rest}")

    def _count(self, form: str) -> int:
        return self.counts[form]

    # What stands behind it

    def _are_one(self, one: str, other: str) -> bool:
        if one == other:
            return True
        if one in self._whole or other in self._whole:
            return False
        return any(
            self._fit(stem, first, second)
            for stem, first in _splits(one)
            for other_stem, second in _splits(other)
            if stem == other_stem
        )

    def _fit(self, stem: str, first: str, second: str) -> bool:
        """Whether the stem with these two endings is one word."""
        endings = {first, second}
        if endings <= set(_FEMININE):
            return True
        if endings <= set(_PLURALS):
            return len(stem) > 2
        if endings <= {"", *_PLURALS}:
            both = self._bares["".join((stem, "ون"))] and self._bares[f"{stem}ين"]
            return len(stem) > 3 or (len(stem) == 3 and bool(both))
        if endings == {"", "ات"}:
            return len(stem) > 2
        # A woman who does what men do as well: مهندسة beside مهندسون.
        return "" in endings and "ه" in endings and len(stem) > 2 and bool(self._bares[f"{stem}ون"])


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for end in _ENDINGS:
        if word.endswith(end) and len(word) > len(end) + 1:
            yield word.removesuffix(end), end
    # Hamza is on a seat of its own before a waw, see `alphabet`: لاجئ, لاجئون.
    if word.endswith("وون"):
        yield word.removesuffix("وون") + "ي", "ون"


def variants(word: str) -> Iterable[str]:
    """What the word may look like with other endings: forms are looked for where these are kept."""
    stems = dict.fromkeys(stem for stem, _ in _splits(word))
    found = [stem + ending for stem in stems for ending in _ENDINGS]
    return dict.fromkeys([*found, *(stem.removesuffix("ي") + "وون" for stem in stems if stem.endswith("ي"))])
