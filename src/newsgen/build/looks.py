"""What each kind of page depends on beside what it shows: its templates, the settings, newsgen's own code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import get_args

from newsgen.archive import Archive
from newsgen.build.fingerprint import code_digest
from newsgen.model.pages import Page
from newsgen.model.site import Site
from newsgen.plan import content_digest
from newsgen.render import Theme

Looks = dict[type[Page], str]
# Whose code has a say in what is written.
_ROOMS = (
    *("archive", "build", "hosting", "metadata", "model"),
    *("opendata", "plan", "render", "search", "syndication", "text"),
)


def find_looks(archive: Archive, site: Site, theme: Theme, versions: Mapping[str, str]) -> Looks:
    """A digest for each kind of page, another one whenever its pages have to be made again.

    Which templates a page is made of is found by parsing them all; that is remembered in the archive until a
    file among them changes. Within a transaction. Raises TemplateError where a template does not parse.
    """
    code = code_digest(*_ROOMS)
    made_of = content_digest(code, site, versions, *theme.template_sources())
    remembered = json.loads(archive.meta("looks") or "{}")
    kinds: tuple[type[Page], ...] = get_args(Page)
    if remembered.get("made of") == made_of:
        return {kind: remembered[kind.__name__] for kind in kinds}
    from newsgen.render.renderer import Renderer  # noqa: PLC0415  Jinja2 is a third of an idle build's time

    renderer = Renderer(site, theme)
    looks = {kind: content_digest(renderer.look(kind), code) for kind in kinds}
    names = {kind.__name__: look for kind, look in looks.items()}
    archive.remember("looks", json.dumps({"made of": made_of, **names}))
    return looks
