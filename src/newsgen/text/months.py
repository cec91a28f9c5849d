"""Month names as Arabic and English news write them, folded, and the month's number.

Standard and Egyptian, Levantine and Iraqi, Tunisian and Algerian, Moroccan, and Mauritanian names; the lists
follow the Unicode CLDR calendars ar, ar_SY, ar_IQ, ar_DZ, ar_TN, ar_MA and ar_MR with the press's variants.
"""

from __future__ import annotations

from newsgen.text.fold import fold

_NAMES = {
    1: "يناير، كانون الثاني، كانون ثاني، جانفي، January، Jan",
    2: "فبراير، شباط، فيفري، February، Feb",
    3: "مارس، آذار، March، Mar",
    4: "أبريل، نيسان، أفريل، April، Apr",
    5: "مايو، أيار، مايس، ماي، May",
    6: "يونيو، يونيه، حزيران، جوان، June، Jun",
    7: "يوليو، يوليه، تموز، جويلية، يوليوز، July، Jul",
    8: "أغسطس، آب، أوت، غشت، أغشت، August، Aug",
    9: "سبتمبر، أيلول، شتنبر، شتمبر، September، Sept، Sep",
    10: "أكتوبر، تشرين الأول، تشرين أول، October، Oct",
    11: "نوفمبر، تشرين الثاني، تشرين ثاني، نونبر، November، Nov",
    12: "ديسمبر، كانون الأول، كانون أول، دجنبر، دجمبر، December، Dec",
}

MONTHS: dict[str, int] = {
    fold(name): number for number, names in _NAMES.items() for name in names.split("، ")
}

WEEKDAYS: frozenset[str] = frozenset(
    fold(
        "السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة "
        "saturday sunday monday tuesday wednesday thursday friday sat sun mon tue wed thu fri"
    ).split()
)
