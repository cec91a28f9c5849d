"""The rules by which a document is read, in the order in which they run.

Each rule is a function over one `Reading`: it claims lines that no rule before it has claimed, and fills in
facts. To see what a rule did to a document: `newsgen inspect FILE`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsgen.loader.reading import Reading, Role
from newsgen.loader.rules.body import above_text, bullets, captions, headings, paragraphs
from newsgen.loader.rules.byline import byline, dateline, own_name, signature
from newsgen.loader.rules.dates import date_line, labelled_date, leading_date
from newsgen.loader.rules.ending import after_end, comments_and_footer, glued_end
from newsgen.loader.rules.furniture import furniture, ignored, outside_text, tickers
from newsgen.loader.rules.glued import glued_headings
from newsgen.loader.rules.labels import (
    labelled_author,
    labelled_category,
    labelled_source,
    labelled_tags,
    own_link,
    several_facts,
)
from newsgen.loader.rules.lines import broken_sentences, long_paragraph, wrapped_lines
from newsgen.loader.rules.masthead import above_title, category, masthead, menu, title_again
from newsgen.loader.rules.needs import Need, anything, claimed, either, labelled, short_lines, signs
from newsgen.loader.rules.related import related, related_below
from newsgen.loader.rules.tags import tags
from newsgen.loader.rules.title import title


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, what it does, what it takes lines for in words, and what a document must have for it."""

    name: str
    apply: Callable[[Reading], None]
    takes: str
    needs: Need = anything


RULES: tuple[Rule, ...] = (
    Rule("ignored", ignored, "what `ignore:` in newsgen.yaml names"),
    Rule("wrapped-lines", wrapped_lines, "lines broken at a column's width, joined"),
    Rule("glued-end", glued_end, "سمات …, المصدر: …, أكمل القراءة behind the last sentence, divided from it"),
    Rule(
        "furniture",
        furniture,
        "share buttons, comment forms, counters, copyright lines, addresses",
        either(short_lines, labelled("furniture opening")),
    ),
    Rule("broken-sentences", broken_sentences, "a sentence whose links stand on lines of their own, joined"),
    Rule("tickers", tickers, "18:05 … 17:40 …, other stories above the text", short_lines),
    Rule(
        "outside-text", outside_text, "Latin lines and menus above and below an Arabic article", short_lines
    ),
    Rule("several-facts", several_facts, "آخر تحديث … - المصدر: …, divided", short_lines),
    Rule(
        "labelled-date",
        labelled_date,
        "تاريخ النشر: …, نُشر في …; آخر تحديث is set aside",
        labelled("date", "update"),
    ),
    Rule("leading-date", leading_date, "a date in digits run together with the text behind it"),
    Rule("labelled-source", labelled_source, "المصدر: …, *نقلا عن …", labelled("source")),
    Rule("labelled-category", labelled_category, "القسم: …", labelled("category")),
    Rule("labelled-tags", labelled_tags, "كلمات دلالية: …"),
    Rule("own-link", own_link, "رابط الخبر: …", labelled("own link")),
    Rule("related", related, "اقرأ أيضاً and all that belongs to it", labelled("related", "related section")),
    Rule("labelled-author", labelled_author, "كتب: …, بقلم …", labelled("author")),
    Rule("menu", menu, "breadcrumbs and rows of links"),
    Rule("masthead", masthead, "الموقع الرسمي | outlet", short_lines),
    Rule("category", category, "one to three words above the title, glued ones divided", short_lines),
    Rule("title", title, "the headline; an outlet beside its dash goes to the source"),
    Rule("title-again", title_again, "the title repeated"),
    Rule("date-line", date_line, "a line of the head that is a date, alone or beside a byline"),
    Rule("above-title", above_title, "the site's name, menus and kickers above the title", short_lines),
    Rule(
        "captions", captions, "what says that it stands under a picture", either(short_lines, signs(")", "]"))
    ),
    Rule("byline", byline, "outlet - author, place: agency, on a line of the head", short_lines),
    Rule("dateline", dateline, "place - agency: before the first sentence"),
    Rule(
        "comments-and-footer",
        comments_and_footer,
        "readers' comments, the page's foot",
        either(short_lines, claimed(Role.FURNITURE), signs("©")),
    ),
    Rule("signature", signature, "an agency or a name below the last sentence", short_lines),
    Rule(
        "related-below",
        related_below,
        "headlines with their teasers below the article's own tags or signature",
        claimed(Role.TAGS, Role.SOURCE, Role.BYLINE),
    ),
    Rule("after-end", after_end, "what stands behind the article's end", short_lines),
    Rule("above-text", above_text, "the few lines between the title and the text", short_lines),
    Rule("own-name", own_name, "the site's own name, where no other source is named"),
    Rule("bullets", bullets, "two lines or more that begin with the same •, * or -; no conversation"),
    Rule("glued-headings", glued_headings, "a sub-heading run together with its paragraph"),
    Rule("headings", headings, "a short line without a full stop, before running text", short_lines),
    Rule("long-paragraph", long_paragraph, "an article that is one paragraph, divided at ends of sentences"),
    Rule("paragraphs", paragraphs, "all other lines"),
    Rule("tags", tags, "several-word tags divided where the document itself shows it", claimed(Role.TAGS)),
)
