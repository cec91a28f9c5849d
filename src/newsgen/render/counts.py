"""Counted nouns: Arabic has six forms, chosen by CLDR's plural rule."""

from __future__ import annotations

from typing import Literal, NamedTuple

from babel import Locale

from newsgen.model.site import Digits
from newsgen.render.numerals import grouped

Noun = Literal["article", "source", "author", "tag", "day", "year", "problem", "correction", "document"]


class _Forms(NamedTuple):
    """`zero`, `one` and `two` say their number themselves; the others stand after one in digits."""

    zero: str
    one: str
    two: str
    few: str
    many: str
    other: str


_NOUNS: dict[Noun, _Forms] = {
    "article": _Forms("لا أخبار", "خبر واحد", "خبران", "أخبار", "خبرًا", "خبر"),
    "source": _Forms("لا مصادر", "مصدر واحد", "مصدران", "مصادر", "مصدرًا", "مصدر"),
    "author": _Forms("لا كتّاب", "كاتب واحد", "كاتبان", "كتّاب", "كاتبًا", "كاتب"),
    "tag": _Forms("لا وسوم", "وسم واحد", "وسمان", "وسوم", "وسمًا", "وسم"),
    "day": _Forms("لا أيام", "يوم واحد", "يومان", "أيام", "يومًا", "يوم"),
    "year": _Forms("لا سنوات", "سنة واحدة", "سنتان", "سنوات", "سنةً", "سنة"),
    "problem": _Forms("لا مشكلات", "مشكلة واحدة", "مشكلتان", "مشكلات", "مشكلةً", "مشكلة"),
    "correction": _Forms("لا تصحيحات", "تصحيح واحد", "تصحيحان", "تصحيحات", "تصحيحًا", "تصحيح"),
    "document": _Forms("لا وثائق", "وثيقة واحدة", "وثيقتان", "وثائق", "وثيقةً", "وثيقة"),
}
_plural_form = Locale("ar").plural_form


def counted(number: int, noun: Noun, digits: Digits) -> str:
    """`number` things as Arabic says it: لا أخبار, خبر واحد, خبران, 3 أخبار, 11 خبرًا, 100 خبر.

    Raises KeyError for a noun that is not in the table.
    """
    category = _plural_form(number)
    form: str = getattr(_NOUNS[noun], category)
    return form if category in {"zero", "one", "two"} else f"{grouped(number, digits)} {form}"
