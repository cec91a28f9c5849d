"""Synthetic archives: invented words in the lengths and skews of collected news, the same for each size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

_FIRST_DAY = dt.date(2014, 1, 1)
_DAYS = 12 * 365
_LETTERS = "بترسعفقكلمنوهجحدخط"
_PATTERNS = (
    "{}ا{}{}",
    "م{}{}و{}",
    "{}{}ي{}",
    "ا{}ت{}ا{}",
    "{}{}ا{}ة",
    "ت{}{}ي{}",
    "ال{}{}{}",
    "وال{}{}{}",
    "ي{}{}{}",
    "{}{}{}ت",
)


@dataclass(frozen=True)
class Text:
    """An invented article."""

    name: str
    title: str
    day: dt.date
    source: str
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]
    related: tuple[str, str]


def texts(count: int) -> Iterator[Text]:
    """So many articles: 4 to 14 paragraphs, 2 to 7 tags of which few are frequent, over twelve years."""
    random = Random(count)  # noqa: S311 - the same articles each time
    roots = ["".join(root) for root in product(_LETTERS, repeat=3) if len(set(root)) == 3]
    words = [pattern.format(*root) for root in random.sample(roots, 400) for pattern in _PATTERNS]
    stream = random.choices(words, [1 / (rank + 3) ** 0.9 for rank in range(len(words))], k=300_000)
    tags = [
        " ".join(random.sample(words, random.choice((1, 1, 2))))
        for _ in range(max(50, min(5000, count // 10)))
    ]
    frequency = [1 / (rank + 2) ** 0.8 for rank in range(len(tags))]
    sources = [" ".join(random.sample(words, 2)) for _ in range(20)]

    def passage(length: int) -> str:
        start = random.randrange(len(stream) - length)
        return " ".join(stream[start : start + length])

    for number in range(count):
        yield Text(
            name=f"{number:07d}",
            title=passage(random.randint(6, 12)),
            day=_FIRST_DAY + dt.timedelta(days=random.randrange(_DAYS)),
            source=random.choice(sources),
            tags=tuple(dict.fromkeys(random.choices(tags, frequency, k=random.randint(2, 7)))),
            paragraphs=tuple(f"{passage(random.randint(25, 70))}." for _ in range(random.randint(4, 14))),
            related=(passage(9), f"{passage(60)}."),
        )


def as_seed(text: Text) -> str:
    """The article as raw collected text."""
    lines = [
        text.title,
        f"تاريخ النشر: {text.day.day}th, {text.day:%B} {text.day.year} GMT",
        *text.paragraphs,
    ]
    lines += [f"المصدر: {text.source}", f"كلمات دلالية: {' '.join(text.tags)}", "إقرأ أيضاً:", *text.related]
    return "\n".join(lines) + "\n"


def as_hugo(text: Text) -> str:
    """The article as Markdown with the front matter that Hugo needs for the same listings."""
    tags = ", ".join(f'"{tag}"' for tag in text.tags)
    dates = f'years: ["{text.day.year}"]\nmonths: ["{text.day:%Y-%m}"]\ndays: ["{text.day}"]'
    head = f'title: "{text.title}"\ndate: {text.day}\nsources: ["{text.source}"]\ntags: [{tags}]\n{dates}'
    return f"---\n{head}\n---\n" + "\n\n".join(text.paragraphs) + "\n"


def as_pelican(text: Text) -> str:
    """The article as Markdown with Pelican's metadata."""
    tags = ", ".join(text.tags)
    head = f"Title: {text.title}\nDate: {text.day}\nCategory: {text.source}\nTags: {tags}\nSlug: {text.name}"
    return head + "\n\n" + "\n\n".join(text.paragraphs) + "\n"


def write_all(folder: Path, files: Iterator[tuple[str, str]]) -> None:
    """Write (name, content) into a new folder."""
    folder.mkdir(parents=True)
    for name, content in files:
        (folder / name).write_text(content, encoding="utf-8")
