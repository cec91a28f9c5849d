"""Names of months and weekdays as Arabic news print them, folded.

Gregorian months: standard and Egyptian, Levantine and Iraqi, Tunisian and Algerian, Moroccan, and Mauritanian
names; the lists follow the Unicode CLDR calendars ar, ar_SY, ar_IQ, ar_DZ, ar_TN, ar_MA and ar_MR with the
press's variants, and the English and French names that machines and Maghreb sites print. Hijri months: CLDR's
islamic calendar in ar with the press's variants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgen.text.fold import fold

_GREGORIAN = {
    1: "يناير، كانون الثاني، كانون ثاني، جانفي، January، Jan، janvier، janv",
    2: "فبراير، شباط، فيفري، February، Feb، février، fevrier، févr، fevr",
    3: "مارس، آذار، March، Mar، mars",
    4: "أبريل، نيسان، أفريل، April، Apr، avril، avr",
    5: "مايو، أيار، مايس، ماي، May، mai",
    6: "يونيو، يونيه، حزيران، جوان، June، Jun، juin",
    7: "يوليو، يوليه، تموز، جويلية، يوليوز، July، Jul، juillet، juil",
    8: "أغسطس، آب، أوت، غشت، أغشت، August، Aug، août، aout",
    9: "سبتمبر، أيلول، شتنبر، شتمبر، September، Sept، Sep، septembre",
    10: "أكتوبر، تشرين الأول، تشرين أول، October، Oct، octobre",
    11: "نوفمبر، تشرين الثاني، تشرين ثاني، نونبر، November، Nov، novembre",
    12: "ديسمبر، كانون الأول، كانون أول، دجنبر، دجمبر، December، Dec، décembre، decembre، déc",
}
_HIJRI = {
    1: "محرم، محرم الحرام، المحرم",
    2: "صفر، صفر الخير",
    3: "ربيع الأول، ربيع أول",
    4: "ربيع الآخر، ربيع آخر، ربيع الثاني، ربيع ثاني، ربيع ثان",
    5: "جمادى الأولى، جمادى أولى، جمادى الأول، جماد الأول، جماد أول",
    6: "جمادى الآخرة، جمادى الآخر، جمادى الثانية، جمادى الثاني، جماد الآخر، جماد الثاني، جماد ثاني",
    7: "رجب",
    8: "شعبان",
    9: "رمضان، رمضان المبارك",
    10: "شوال",
    11: "ذو القعدة، ذي القعدة، ذوالقعدة، ذيالقعدة، ذو قعدة، ذي قعدة",
    12: "ذو الحجة، ذي الحجة، ذوالحجة، ذيالحجة، ذو حجة، ذي حجة",
}


def _numbers(names: dict[int, str]) -> dict[str, int]:
    return {fold(name): number for number, listed in names.items() for name in listed.split("، ")}


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the folded `words`, the longest first, however they are spaced."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in longest_first) + ")"


MONTHS = _numbers(_GREGORIAN)
HIJRI_MONTHS = _numbers(_HIJRI)

WEEKDAYS: frozenset[str] = frozenset(
    fold(
        "السبت الأحد الاثنين الثلاثاء الثلثاء الأربعاء الخميس الجمعة "
        "saturday sunday monday tuesday wednesday thursday friday "
        "sat sun mon tue tues wed thu thur thurs fri "
        "samedi dimanche lundi mardi mercredi jeudi vendredi"
    ).split()
)

LEADS: frozenset[str] = frozenset(
    fold(
        "في، يوم، ليوم، اليوم، صباح، مساء، بتاريخ، تاريخ، ل، الموافق، موافق، الموافقة، المصادف، "
        "الساعة، على الساعة، عند الساعة، في تمام الساعة، date، on، at، le، à"
    ).split("، ")
)
"""Words that lead to a day, a weekday or a time."""
