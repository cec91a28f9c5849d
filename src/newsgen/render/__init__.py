"""Pages to HTML.

    theme = Theme.find(project)
    renderer = Renderer(site, theme)
    data = renderer.printed(page)

`Theme` knows the files of the project's and the default theme, `Renderer` the template of each record,
`dressed` what a project wants of the style sheet. `Theme` and `Renderer` raise `newsgen.errors.TemplateError`
for a template that is missing, does not compile or fails.
"""

from newsgen.render.face import dressed
from newsgen.render.renderer import Renderer
from newsgen.render.theme import Theme

__all__ = ["Renderer", "Theme", "dressed"]
