"""The rules by which a document is read, in the order in which they run.

Each rule is a function over one `Reading`: it claims lines that no rule before it has claimed, and fills in
facts. To see what a rule did to a document: `newsgen inspect FILE`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsgen.loader.reading import Reading
from newsgen.loader.rules.body import bullets, captions, glued_headings, headings, paragraphs
from newsgen.loader.rules.furniture import furniture
from newsgen.loader.rules.head import (
    byline,
    category,
    date_line,
    dateline,
    masthead,
    masthead_source,
    title,
    title_again,
)
from newsgen.loader.rules.labels import labelled_author, labelled_date, labelled_source, labelled_tags
from newsgen.loader.rules.related import related
from newsgen.loader.rules.tags import tags


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, what it does, and what it takes lines for in words."""

    name: str
    apply: Callable[[Reading], None]
    takes: str


RULES: tuple[Rule, ...] = (
    Rule("furniture", furniture, "share buttons, comment forms, counters, copyright lines"),
    Rule("labelled-date", labelled_date, "تاريخ النشر: …, نُشر في …; آخر تحديث is set aside"),
    Rule("labelled-source", labelled_source, "المصدر: …"),
    Rule("labelled-tags", labelled_tags, "كلمات دلالية: …, سمات: …"),
    Rule("related", related, "اقرأ أيضاً and all that belongs to it"),
    Rule("labelled-author", labelled_author, "كتب: …, بقلم …"),
    Rule("date-line", date_line, "a line of the head that is a date and little else"),
    Rule("masthead", masthead, "الموقع الرسمي | outlet"),
    Rule("category", category, "one to three words above the title, glued ones divided"),
    Rule("title", title, "the first headline; an outlet behind its dash goes to the source"),
    Rule("title-again", title_again, "the title repeated"),
    Rule("byline", byline, "outlet - author, place - agency, on a line of the head"),
    Rule("captions", captions, "what stands under a picture"),
    Rule("dateline", dateline, "place - agency: before the first sentence"),
    Rule("masthead-source", masthead_source, "the masthead's outlet, where no other is named"),
    Rule("bullets", bullets, "two lines or more that begin with the same •, * or -; no conversation"),
    Rule("glued-headings", glued_headings, "a sub-heading run together with its paragraph"),
    Rule("headings", headings, "a short line without a full stop, before running text"),
    Rule("paragraphs", paragraphs, "all other lines"),
    Rule("tags", tags, "several-word tags divided where the document itself shows it"),
)
