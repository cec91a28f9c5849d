"""Tables of articles: the rows of JSON, JSON lines and CSV as they stream past, each as one JSON object."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator
from itertools import chain

from newsgen.loader.columns import knows
from newsgen.loader.decode import decode
from newsgen.loader.flaw import Flaw
from newsgen.loader.forms import suffix
from newsgen.loader.json_values import BrokenJsonError, iter_values
from newsgen.loader.pack import Readable
from newsgen.loader.piece import MAX_BYTES, Piece
from newsgen.model.problem import Problem

_SAMPLE = 64 * 1024
_CHUNK = 1024 * 1024
_DELIMITERS = ",;\t|"

# A row: the line where it begins, and its JSON.
Row = tuple[int, str]


def iter_rows(path: str, name: str, stream: Readable) -> Iterator[Piece | Problem]:
    """The rows of the table in `stream` as pieces; `name` tells its kind, `path` is what rows are called by.

    They are numbered from one, without the header and empty lines. What a row says is not looked at here.
    Problem codes: "row-broken", "row-long", and those of `decode` for a table that is no text.
    """
    sample = stream.read(_SAMPLE)
    decoded = decode(sample)
    if not decoded.text or decoded.encoding is None:
        yield from (flaw.at(path) for flaw in decoded.problems)
        return
    encoding = decoded.encoding
    chunks = _text(sample, stream, encoding)
    number = 0
    for row in _READERS.get(suffix(name), _json_rows)(chunks):
        if isinstance(row, Flaw):
            yield row.at(path)
            continue
        number += 1
        line, text = row
        yield Piece(f"{path}#{number}", "row", text.encode(errors="replace"), encoding, line)


def _text(sample: bytes, stream: Readable, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(sample).removeprefix("\ufeff")
    while data := stream.read(_CHUNK):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def _lines(chunks: Iterator[str]) -> Iterator[str]:
    """Lines with their ends; one without an end in sight is cut, so that it fills no memory."""
    rest = ""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(rest) > MAX_BYTES:
            yield rest
            rest = ""
    if rest:
        yield rest


def _json_rows(chunks: Iterator[str]) -> Iterator[Row | Flaw]:
    try:
        yield from iter_values(chunks)
    except BrokenJsonError as error:
        yield Flaw("row-broken", error.line, f"the JSON is broken from here on: {error}", "mend it")


def _json_lines(chunks: Iterator[str]) -> Iterator[Row | Flaw]:
    first = next(chunks, "")
    if first.lstrip().startswith("["):  # a list of JSON under the wrong name
        yield from _json_rows(chain((first,), chunks))
        return
    for number, line in enumerate(_lines(chain((first,), chunks)), start=1):
        if line.strip():
            yield number, line


def _csv_rows(chunks: Iterator[str]) -> Iterator[Row | Flaw]:
    lines = _lines(chunks)
    header = next(lines, "")
    csv.field_size_limit(MAX_BYTES)
    delimiter = _delimiter(header)
    reader = csv.reader(chain((header,), lines), delimiter=delimiter)
    columns: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Flaw("row-broken", line, f"the row cannot be read: {error}", "mend its quotation marks")
            continue
        if cells is None:
            return
        if columns is None:
            columns = [cell.strip() for cell in cells]
        elif any(cell.strip() for cell in cells):
            if any(cell.strip() for cell in cells[len(columns) :]):
                what = (
                    f"the row has {len(cells)} cells for {len(columns)} columns; the last column has the rest"
                )
                yield Flaw("row-long", line, what, "put cells that hold the delimiter in quotation marks")
                cells = _joined(cells, len(columns), delimiter)
            yield line, json.dumps(dict(zip(columns, cells, strict=False)), ensure_ascii=False)


def _joined(cells: list[str], width: int, delimiter: str) -> list[str]:
    """The cells as so many: the last one with all that stand behind it."""
    kept = max(width - 1, 0)
    return [*cells[:kept], delimiter.join(cells[kept:])]


def _delimiter(header: str) -> str:
    """The one under which the header names the most columns that are known, or else the most columns."""

    def columns(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return sum(map(knows, cells)), len(cells)

    return max(_DELIMITERS, key=columns)


_READERS = {"csv": _csv_rows, "tsv": _csv_rows, "jsonl": _json_lines, "ndjson": _json_lines}
