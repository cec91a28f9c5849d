"""Documents to article records: scan a folder, decode bytes, parse text by rules, lay corrections over it.

scan        folders -> stamps of the files in them
decode      bytes -> text
reading     the state of a text while it is read: lines, their roles, facts
rules/      the table of rules over that state
parse       text -> facts and body; pure
handwritten Markdown with front matter -> an article or a correction
overlay     a correction laid over an article
load        all of it for one file
"""

from newsgen.loader.correction import Correction, correction_from_json, correction_to_json
from newsgen.loader.handwritten import HandWritten, Unusable
from newsgen.loader.load import Loaded, load_markdown, load_seed
from newsgen.loader.overlay import correction_text, new_article_text
from newsgen.loader.report import FileReport, LineReport, load_file
from newsgen.loader.scan import Kind, Stamp, iter_stamps

__all__ = [
    "Correction",
    "FileReport",
    "HandWritten",
    "Kind",
    "LineReport",
    "Loaded",
    "Stamp",
    "Unusable",
    "correction_from_json",
    "correction_text",
    "correction_to_json",
    "iter_stamps",
    "load_file",
    "load_markdown",
    "load_seed",
    "new_article_text",
]
