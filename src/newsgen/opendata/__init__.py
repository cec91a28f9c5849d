"""The archive as data for other programs: tables and records, counts, what they are, and what proves them."""

from newsgen.opendata.counts import COUNT_COLUMNS, count_days, counts_csv
from newsgen.opendata.manifest import manifest_lines
from newsgen.opendata.package import Provenance, Resource, data_package, schema_json
from newsgen.opendata.parquet import parquet
from newsgen.opendata.table import FACTS, RECORD, csv_head, csv_row

__all__ = [
    "COUNT_COLUMNS",
    "FACTS",
    "RECORD",
    "Provenance",
    "Resource",
    "count_days",
    "counts_csv",
    "csv_head",
    "csv_row",
    "data_package",
    "manifest_lines",
    "parquet",
    "schema_json",
]
