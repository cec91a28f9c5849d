"""Make static/assets/search.js of the parts in this folder: one file for the browser, without comments and
spaces.

    python script/bundle.py

Run it after a change to a part or to the index's alphabet; a test tells when it was forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path

import rjsmin

from newsgen.search.alphabet import table_as_script

_HERE = Path(__file__).parent
BUNDLE = _HERE.parent / "static/assets/search.js"
_PARTS = ("words", "families", "files", "asking", "page")
_COMMENTS = re.compile(r"^ *//.*\n", re.MULTILINE)
# Declarations at the top of a part become one; a single parameter needs no brackets.
_ONE_DECLARATION = re.compile(r";\n+const (?=[^ ])")
_ONE_PARAMETER = re.compile(r"(?<=[=(,:?&|>])\((\w+)\)=>")
_NOTE = "// Made by script/bundle.py\n"


def bundle() -> str:
    """The whole script; a block keeps its names apart from those of other scripts."""
    parts = (table_as_script(), *((_HERE / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS))
    text = _COMMENTS.sub("", "\n".join(parts))
    small = str(rjsmin.jsmin(_ONE_DECLARATION.sub(",\n", text)))
    return _NOTE + '"use strict";{' + _ONE_PARAMETER.sub(r"\1=>", small) + "}\n"


if __name__ == "__main__":
    BUNDLE.write_text(bundle(), encoding="utf-8", newline="\n")
