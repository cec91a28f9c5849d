"""Links to static files that can be kept for ever: each has a digest of the file's bytes behind its name."""

from __future__ import annotations

import re
from hashlib import sha256

from newsgen.model.site import Face
from newsgen.render.face import static_bytes
from newsgen.render.theme import Theme

_NAMED = re.compile(rb"""["']([\w./-]+)["']\s*\|\s*versioned""")


def versions(theme: Theme, face: Face) -> dict[str, str]:
    """The static files that templates name with a version (`"assets/style.css"|versioned`), with it.

    A file that is not there has none. Raises TemplateError for one that cannot be read.
    """
    sources = (source for _, source in theme.template_sources())
    names = sorted({name.decode() for source in sources for name in _NAMED.findall(source)})
    return {name: _versioned(theme, name, face) for name in names}


def _versioned(theme: Theme, name: str, face: Face) -> str:
    file = next((file for folder in theme.static if (file := folder / name).is_file()), None)
    if file is None:
        return name
    return f"{name}?v={sha256(static_bytes(name, file, face)).hexdigest()[:12]}"
