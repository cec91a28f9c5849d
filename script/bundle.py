"""Make static/assets/search.js of the parts in this folder: one small file for the browser, with short
names and without comments and spaces.

    python script/bundle.py

Run it after a change to a part or to the index's alphabet; a test tells when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

import minify

from newsgen.search.alphabet import table_as_script

_HERE = Path(__file__).parent
BUNDLE = _HERE.parent / "static/assets/search.js"
_PARTS = ("words", "families", "files", "asking", "page")
_NOTE = "// Made by script/bundle.py\n"


def bundle() -> str:
    """The whole script; blocks keep its names apart from those of other scripts."""
    parts = ((_HERE / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    # The table apart: its invisible letters are to stay written as escapes.
    small = minify.string("application/javascript", "{\n" + "\n".join(parts) + "}")
    return f'{_NOTE}"use strict";{{{table_as_script()}{small}}}\n'


if __name__ == "__main__":
    BUNDLE.write_text(bundle(), encoding="utf-8", newline="\n")
