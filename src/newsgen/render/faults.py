"""What goes wrong inside a template, told with the template's own file and line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from newsgen.errors import TemplateError

_UNDEFINED_HINT = "a template is given page, site, root and crumbs, and what newsgen.render documents"


def template_fault(error: Exception, folders: Sequence[Path], doing: str) -> TemplateError:
    """The TemplateError that tells `error`, raised by Jinja2 or by an expression in a template.

    `folders` are the theme's template folders, `doing` what was under way ("rendering tags/x/").
    """
    where, line = _place(error, folders)
    if isinstance(error, TemplateNotFound):
        return TemplateError(
            f"no template {error.name} in {' or '.join(map(str, folders))}, {doing}",
            where=where,
            line=line,
            hint="add the file or correct its name",
        )
    if isinstance(error, TemplateSyntaxError):
        what, hint = f"syntax error: {error.message}, {doing}", "correct the line"
    elif isinstance(error, UndefinedError):
        what, hint = f"{error.message}, {doing}", _UNDEFINED_HINT
    else:
        what, hint = f"{type(error).__name__}: {error}, {doing}", "correct the expression on this line"
    return TemplateError(what, where=where, line=line, hint=hint)


def _place(error: Exception, folders: Sequence[Path]) -> tuple[Path | None, int | None]:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    # Jinja2 rewrites the traceback so that its frames name the templates; the innermost is the culprit.
    places = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    inside = [place for place in places if any(place[0].is_relative_to(folder) for folder in folders)]
    return inside[-1] if inside else (None, None)
