"""Documents to article records: scan a folder, decode bytes, parse text by rules, lay corrections over it.

scan        folders -> stamps of the files in them
unpack      a file -> its pieces: itself, a pack's members, a table's rows
decode      bytes -> text
markup      whether a text is a web page's source
damage      text that was broken before: mended where that is certain
pages/      a web page's source -> its article's lines and what it states
columns     which column of a table is which field of an article
facts       the fields that a row or a page states -> facts
material    a piece -> text for the rules, beside what it states
phrasebook/ the words by which the parts of a news page are known
names       whose name it is: an outlet's, a place's, a person's
bylines     what the names on a line are, where several stand together
lexicon     the phrasebook and a project's hints, as the rules ask them
reading     the state of a text while it is read: lines, their roles, facts
rules/      the table of rules over that state
parse       text -> facts and body; pure
handwritten Markdown with front matter -> an article or a correction
overlay     a correction laid over an article
stating     what a document states laid over what was read from its text
load        all of it for one piece
"""

from newsgen.loader.columns import FIELDS
from newsgen.loader.correction import Correction, correction_from_json, correction_to_json
from newsgen.loader.forms import holds_several
from newsgen.loader.handwritten import HandWritten, Unusable
from newsgen.loader.load import Loaded, load_markdown, load_seed
from newsgen.loader.overlay import correction_text, new_article_text
from newsgen.loader.piece import Piece
from newsgen.loader.report import FileReport, LineReport, load_file, load_piece
from newsgen.loader.scan import Kind, Stamp, iter_stamps
from newsgen.loader.unpack import iter_pieces

__all__ = [
    "FIELDS",
    "Correction",
    "FileReport",
    "HandWritten",
    "Kind",
    "LineReport",
    "Loaded",
    "Piece",
    "Stamp",
    "Unusable",
    "correction_from_json",
    "correction_text",
    "correction_to_json",
    "holds_several",
    "iter_pieces",
    "iter_stamps",
    "load_file",
    "load_markdown",
    "load_piece",
    "load_seed",
    "new_article_text",
]
