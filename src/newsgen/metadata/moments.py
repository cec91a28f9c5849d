"""Stated dates in the forms that feeds and sitemaps want."""

from __future__ import annotations


def rfc3339(stated: str) -> str:
    """An ISO 8601 date or date-time as a whole RFC 3339 one: "2023-12-08" is "2023-12-08T00:00:00Z".

    What is not stated, the time of the day and the zone, counts as midnight and UTC.
    """
    day, _, time = stated.partition("T")
    if not time:
        return f"{day}T00:00:00Z"
    clock, zone = time[:5], time[5:]
    seconds = zone[:3] if zone.startswith(":") else ":00"
    offset = zone.removeprefix(seconds) if zone.startswith(":") else zone
    return f"{day}T{clock}{seconds}{'Z' if offset in {'', '+00:00'} else offset}"


def w3c_date(stated: str) -> str:
    """The day, or with a stated zone the moment, as W3C-DTF and schema.org have them.

    A time without its zone could be any of a day's moments, so that the day alone is said.
    """
    has_zone = "+" in stated[16:] or "-" in stated[16:]
    return rfc3339(stated) if has_zone else stated[:10]
